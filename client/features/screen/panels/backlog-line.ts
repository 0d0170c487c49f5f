/** Two weeks running: the mean of each week is above that of the week before. */
const WEEK = 7;

export function hasRisen(open: readonly number[]): boolean {
  if (open.length < 3 * WEEK) return false;
  const mean = (end: number) =>
    open.slice(open.length - end - WEEK, open.length - end).reduce((sum, n) => sum + n, 0) / WEEK;
  return mean(0) > mean(WEEK) && mean(WEEK) > mean(2 * WEEK);
}

/** Between its own least and most, with room for the dot at the end. */
export function sparkPoints(
  values: readonly number[],
  width: number,
  height: number,
): (readonly [x: number, y: number])[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(1, most - least);
  return values.map((value, i) => {
    const x = 2 + (i / Math.max(1, values.length - 1)) * (width - 6);
    const y = height - 4 - ((value - least) / span) * (height - 8);
    return [Number(x.toFixed(1)), Number(y.toFixed(1))] as const;
  });
}
