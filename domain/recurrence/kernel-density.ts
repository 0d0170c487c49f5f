/** Quartic kernel 3/(πh²)·(1 − d²/h²)², per square metre of the plane; 0 from d = h on. */
export function quarticKernel(squaredDistanceM: number, bandwidthM: number): number {
  const h2 = bandwidthM * bandwidthM;
  if (squaredDistanceM >= h2) return 0;
  const u = 1 - squaredDistanceM / h2;
  return (3 / (Math.PI * h2)) * u * u;
}

/** Density at (x, y) in weight per km²: the direct sum over `n` weighted points, metres. O(n). */
export function kernelDensityAt(
  x: number,
  y: number,
  n: number,
  px: Float64Array,
  py: Float64Array,
  weight: Float64Array,
  bandwidthM: number,
): number {
  let sum = 0;
  for (let i = 0; i < n; i++) {
    const dx = px[i]! - x;
    const dy = py[i]! - y;
    sum += weight[i]! * quarticKernel(dx * dx + dy * dy, bandwidthM);
  }
  return sum * 1e6;
}
