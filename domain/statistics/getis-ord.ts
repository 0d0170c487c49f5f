/** Mean and standard deviation (by n) of the values, over which Gi* is standardised. */
export type Spread = { readonly n: number; readonly mean: number; readonly deviation: number };

export function spreadOf(values: ArrayLike<number>): Spread {
  const n = values.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += values[i]!;
  const mean = sum / n;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (values[i]! - mean) ** 2;
  return { n, mean, deviation: Math.sqrt(squares / n) };
}

/**
 * Gi* as a z value (Getis & Ord 1992, Ord & Getis 1995): Σ w x over a cell's neighbours and itself, against what it
 * would be were the values spread at random. 0 where nothing can be said: all values equal, or all cells neighbours.
 *
 * @param weightedSum Σ w x over neighbours and self.
 * @param weights Σ w.
 * @param squaredWeights Σ w².
 */
export function getisOrd(
  weightedSum: number,
  weights: number,
  squaredWeights: number,
  { n, mean, deviation }: Spread,
): number {
  const scale = deviation * Math.sqrt((n * squaredWeights - weights * weights) / (n - 1));
  return scale > 0 ? (weightedSum - mean * weights) / scale : 0;
}
