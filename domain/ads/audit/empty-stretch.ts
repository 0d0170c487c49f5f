/**
 * The longest stretch of one piece of road without an ad, metres; `chainages` in any order. Round a
 * ring the last one is followed by the first.
 */
export function emptyStretch(
  chainages: readonly number[],
  lengthM: number,
  isClosed: boolean,
): number {
  const sorted = [...chainages].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return lengthM;
  let longest = isClosed ? lengthM - last + first : Math.max(first, lengthM - last);
  for (let i = 1; i < sorted.length; i++) {
    longest = Math.max(longest, (sorted[i] ?? 0) - (sorted[i - 1] ?? 0));
  }
  return longest;
}
