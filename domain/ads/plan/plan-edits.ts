import type { AdInstance } from "../ad-instance.ts";

/** A site that is no longer what it was when a plan was made. */
export type AdEdit = {
  readonly id: string;
  /** It was free and is locked now: whatever holds for every plan before holds for every plan after. */
  readonly isTighter: boolean;
  readonly isMoved: boolean;
};

type Site = AdInstance["candidates"][number];

/** Which sites differ between two instances in the same coordinates, in the order of the later one. */
export function editsBetween(before: AdInstance, after: AdInstance): AdEdit[] {
  const earlier = new Map(before.candidates.map((site) => [site.id, site]));
  const edits: AdEdit[] = [];
  for (const site of after.candidates) {
    const was = earlier.get(site.id);
    earlier.delete(site.id);
    const edit = editOf(site, was);
    if (edit) edits.push(edit);
  }
  for (const id of earlier.keys()) edits.push({ id, isTighter: false, isMoved: true });
  return edits;
}

function editOf(site: Site, was: Site | undefined): AdEdit | null {
  const { id } = site;
  if (!was) return { id, isTighter: false, isMoved: true };
  const isMoved = site.x !== was.x || site.y !== was.y || !isSame(site.facing, was.facing);
  const isSamePrice = site.cost === was.cost;
  if (!isMoved && isSamePrice && isSame(site.lock, was.lock)) return null;
  const isTighter = !isMoved && isSamePrice && isSame(was.lock, null);
  return { id, isTighter, isMoved };
}

/**
 * Whether a plan for one instance says anything about the other but for its sites: the same ads and
 * money. That rules, roads and areas are the same is left to the caller.
 */
export function isSameTask(before: AdInstance, after: AdInstance): boolean {
  const isSameBudget =
    JSON.stringify(before.budget ?? null) === JSON.stringify(after.budget ?? null);
  return (
    isSameBudget &&
    before.ads.length === after.ads.length &&
    before.ads.every((ad, a) => {
      const { id, x, y, state, repairCost, facing } = after.ads[a]!;
      const isInPlace = ad.id === id && ad.x === x && ad.y === y && isSame(ad.facing, facing);
      return isInPlace && ad.state === state && isSame(ad.repairCost, repairCost);
    })
  );
}

function isSame<T>(a: T | null | undefined, b: T | null | undefined): boolean {
  return (a ?? null) === (b ?? null);
}
