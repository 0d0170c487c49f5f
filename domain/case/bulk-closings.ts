/** So many closings by one account within a minute can hardly have been looked at one by one. */
export const BULK_CLOSINGS = 10;
const WITHIN_MS = 60_000;

type Closing = { readonly account: string; readonly at: number };

/** How many closings stand among at least ten of one account within a minute. `closings` are in time order. */
export function bulkClosings(closings: readonly Closing[]): number {
  let count = 0;
  for (const own of Map.groupBy(closings, ({ account }) => account).values()) {
    let first = 0;
    let counted = 0;
    for (const [i, { at }] of own.entries()) {
      while ((own[first]?.at ?? at) <= at - WITHIN_MS) first++;
      if (i - first + 1 < BULK_CLOSINGS) continue;
      count += i + 1 - Math.max(first, counted);
      counted = i + 1;
    }
  }
  return count;
}
