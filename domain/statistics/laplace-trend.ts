/**
 * Laplace's test of a trend in `k` event times observed over (a, T]: their mean against the middle, standard normal
 * under a steady rate; positive where they crowd towards T. Any unit of time, one for all (Cox & Lewis 1966).
 */
export function laplaceTrend(meanTime: number, k: number, a: number, t: number): number {
  return (meanTime - (a + t) / 2) / ((t - a) / Math.sqrt(12 * k));
}
