/** A stretch without an ad; round a ring `toM` may lie beyond the seam. */
export type EmptyStretch = {
  readonly fromM: number;
  readonly toM: number;
  readonly lengthM: number;
};

/**
 * Every stretch of one piece of road between its ads, its ends too; `chainages` in any order. The
 * longest is what emptyStretch tells.
 */
export function emptyStretches(
  chainages: readonly number[],
  lengthM: number,
  isClosed: boolean,
): EmptyStretch[] {
  const sorted = [...chainages].sort((a, b) => a - b);
  const first = sorted[0];
  const stops = [...sorted];
  if (isClosed && first !== undefined) stops.push(first + lengthM);
  else {
    stops.unshift(0);
    stops.push(lengthM);
  }
  return stops.slice(1).map((toM, i) => {
    const fromM = stops[i]!;
    return { fromM, toM, lengthM: toM - fromM };
  });
}
