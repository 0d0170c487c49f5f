import type { CategoryTree } from "../../domain/category.ts";
import type { Duty } from "../../domain/duty.ts";
import type { DutyRegistry } from "../../domain/duty-registry.ts";
import type { TerritoryTable } from "../../domain/spatial/territory.ts";

/** A duty that somebody asks about, from when to when and for which categories (null: any). */
export type HeldDuty = {
  /** Number of who holds it, as the caller counts them. */
  readonly holder: number;
  readonly categories: Uint8Array | null;
  readonly from: number;
  readonly to: number;
};

/** The duties asked about, by where they hold. */
export type HeldDuties = {
  readonly everywhere: readonly HeldDuty[];
  /** By number of the territory; undefined: none but those everywhere. */
  readonly inTerritory: readonly (readonly HeldDuty[] | undefined)[];
};

export type DutyTables = {
  readonly tree: CategoryTree;
  readonly territories: TerritoryTable;
  readonly registry: DutyRegistry;
};

/** Number of a holder who is not asked about. */
export const NOT_ASKED = -1;

/** Cost grows with the territories that the wanted duties hold in, not with all there are. */
export function heldDuties(
  { registry, territories, tree }: DutyTables,
  holderOf: (duty: Duty) => number,
): HeldDuties {
  const everywhere: HeldDuty[] = [];
  const inTerritory = new Array<HeldDuty[] | undefined>(territories.list.length);
  for (const duty of registry.duties) {
    const holder = holderOf(duty);
    if (holder === NOT_ASKED) continue;
    const limit = registry.categoryLimit(duty);
    const categories = limit === null ? null : tree.subtreeMask([limit]);
    for (const { grounds, from, to } of registry.holdingsOf(duty)) {
      const held = { holder, categories, from, to };
      const numbers = territories.onAll(grounds);
      if (numbers === null) everywhere.push(held);
      for (const number of numbers ?? []) {
        const here = inTerritory[number];
        if (here) here.push(held);
        else inTerritory[number] = [held];
      }
    }
  }
  return { everywhere, inTerritory };
}

/** Whether any of the duties held over this spot, kind and time. */
export function isAnyHeld(
  { everywhere, inTerritory }: HeldDuties,
  territory: number,
  category: number,
  t: number,
): boolean {
  const here = inTerritory[territory];
  return (here !== undefined && holdsAny(here, category, t)) || holdsAny(everywhere, category, t);
}

function holdsAny(duties: readonly HeldDuty[], category: number, t: number): boolean {
  for (const { from, to, categories } of duties) {
    if (t >= from && t < to && (categories === null || categories[category] === 1)) return true;
  }
  return false;
}
