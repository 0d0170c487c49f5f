/** 97.5 % point of the standard normal. */
const Z = 1.959963984540054;

export type Interval = { readonly low: number; readonly high: number };

/** Wilson's 95 % interval of a share of x in n (Wilson 1927); null for n = 0. */
export function wilsonInterval(x: number, n: number): Interval | null {
  if (n === 0) return null;
  const share = x / n;
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((share * (1 - share)) / n + z2 / (4 * n * n));
  return { low: x === 0 ? 0 : middle - half, high: x === n ? 1 : middle + half };
}
