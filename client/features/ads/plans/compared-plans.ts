import type { AdPlanHead } from "../../../../domain/contract/ads-plans.ts";

export const MOST_COMPARED = 3;

/**
 * The scenarios that stand side by side, oldest first: the one on the page, those that were chosen, and where none was,
 * the one it was made from and the newest that are done.
 */
export function comparedHeads(
  heads: readonly AdPlanHead[],
  current: string | undefined,
  chosen: readonly string[] | null,
): AdPlanHead[] {
  const newestFirst = heads.filter(({ id, state }) => id === current || state === "done");
  const wanted = chosen
    ? newestFirst.filter(({ id }) => chosen.includes(id) || id === current)
    : newestFirst;
  const own = wanted.filter(({ id }) => id === current);
  const base = own[0]?.asked.basedOn;
  const others = wanted
    .filter(({ id }) => id !== current)
    .toSorted((a, b) => Number(b.id === base) - Number(a.id === base))
    .slice(0, MOST_COMPARED - own.length);
  const shown = new Set([...own, ...others]);
  return heads.filter((head) => shown.has(head)).reverse();
}

export function letterOf(place: number): string {
  return String.fromCharCode(65 + place);
}

/** Whether figures can be compared at all: one set of rules, one state of the data. */
export function isOneBasis(heads: readonly AdPlanHead[]): boolean {
  const basis = heads.map(({ stamp }) => `${stamp.rules.version} ${stamp.data}`);
  return new Set(basis).size <= 1;
}
