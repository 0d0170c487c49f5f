export type Interval = readonly [from: number, to: number];

/** Intervals in order, those that touch or overlap united. */
export function united(intervals: readonly Interval[], slack: number): Interval[] {
  const sorted = [...intervals].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const merged: [number, number][] = [];
  for (const [from, to] of sorted) {
    const last = merged.at(-1);
    if (last && from <= last[1] + slack) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}

/** What of 0 to `length` is in none of the intervals, which are united and in order. */
export function complement(intervals: readonly Interval[], length: number): Interval[] {
  const free: Interval[] = [];
  let at = 0;
  for (const [from, to] of intervals) {
    if (from > at) free.push([at, from]);
    at = Math.max(at, to);
  }
  if (at < length) free.push([at, length]);
  return free;
}

/** On a ring the stretch over its seam is one; its end is then beyond `length`. */
export function joinedOverSeam(free: readonly Interval[], length: number): Interval[] {
  const [first, last] = [free[0], free.at(-1)];
  if (!first || !last || free.length < 2 || first[0] > 0 || last[1] < length) return [...free];
  return [...free.slice(1, -1), [last[0], length + first[1]]];
}
