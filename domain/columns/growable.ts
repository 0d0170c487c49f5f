type TypedArray = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;

/** Room for at least `needed` items: the same array when it suffices, else a copy half as large again. */
export function withRoom<A extends TypedArray>(array: A, needed: number): A {
  if (needed <= array.length) return array;
  const length = Math.max(needed, Math.ceil(array.length * 1.5), 64);
  const grown = new (array.constructor as new (length: number) => A)(length);
  grown.set(array);
  return grown;
}

/** Exactly `length` items, in memory of their own. */
export function trimmed<A extends TypedArray>(array: A, length: number): A {
  return array.length === length ? array : (array.slice(0, length) as A);
}
