/** Benjamini–Hochberg adjusted p values (1995), in the order given. O(n log n). */
export function adjustedP(p: Float64Array): Float64Array {
  const n = p.length;
  const order = Uint32Array.from({ length: n }, (_, i) => i).sort((i, j) => p[i]! - p[j]!);
  const adjusted = new Float64Array(n);
  let least = 1;
  for (let rank = n; rank >= 1; rank--) {
    const i = order[rank - 1]!;
    least = Math.min(least, (p[i]! * n) / rank);
    adjusted[i] = least;
  }
  return adjusted;
}
