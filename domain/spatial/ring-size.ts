/** Radius of a cluster's ring in px by count, before the device's scale: steps, never continuous. */
export const ringSteps: readonly (readonly [fromCount: number, radiusPx: number])[] = [
  [1, 6],
  [2, 14],
  [10, 18],
  [25, 22],
  [60, 27],
  [120, 32],
];

export function ringRadiusPx(count: number): number {
  let radius = 0;
  for (const [fromCount, radiusPx] of ringSteps) if (count >= fromCount) radius = radiusPx;
  return radius;
}
