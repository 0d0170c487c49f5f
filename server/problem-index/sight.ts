import type { Duty } from "../../domain/duty.ts";
import { type HeldDuties, heldDuties } from "./held-duties.ts";
import { type FilterTables, unitMask } from "./row-filter.ts";

/** What somebody may see: the ground and kinds of problem of some duties, as they hold at one moment. */
export type Sight = {
  /** By number of the territory: SEEN, UNSEEN, or LIMITED to some categories. */
  readonly territories: Uint8Array;
  /** By number of a territory that is LIMITED: one byte a category. */
  readonly limits: readonly (Uint8Array | undefined)[];
  /** By a unit's mark: 1 where what was handed to it is seen, wherever it lies. */
  readonly units: Uint8Array;
};

/** Nothing at all. */
export const nothingSeen: Sight = {
  territories: new Uint8Array(0),
  limits: [],
  units: new Uint8Array(0),
};

const UNSEEN = 0;
const SEEN = 1;
const LIMITED = 2;

/** O(territories × duties). Null where a duty is about everything: there is nothing that is not seen. */
export function compileSight(
  tables: FilterTables,
  duties: readonly Duty[],
  t: number,
  units: readonly string[] = [],
): Sight | null {
  const ids = new Set<string>(duties.map(({ id }) => id));
  const held = heldAt(
    heldDuties(tables, ({ id }) => (ids.has(id) ? 0 : -1)),
    t,
  );
  const { everywhere, inTerritory } = held;
  if (everywhere.some((categories) => categories === null)) return null;
  const count = tables.territories.list.length;
  const territories = new Uint8Array(count);
  const limits = new Array<Uint8Array | undefined>(count);
  for (let number = 0; number < count; number++) {
    const here = [...everywhere, ...(inTerritory[number] ?? [])];
    if (here.length === 0) continue;
    if (here.some((categories) => categories === null)) {
      territories[number] = SEEN;
      continue;
    }
    territories[number] = LIMITED;
    limits[number] = union(here);
  }
  return { territories, limits, units: unitMask(units, tables) };
}

/**
 * Whether a report of a category in a territory, handed to a unit (its mark; 0: none), may be seen. A territory found since
 * is not.
 */
export function isSeen(sight: Sight, territory: number, category: number, unit: number): boolean {
  if (sight.units[unit] === 1) return true;
  const here = sight.territories[territory] ?? UNSEEN;
  if (here !== LIMITED) return here === SEEN;
  return sight.limits[territory]?.[category] === 1;
}

type Categories = Uint8Array | null;

function heldAt({ everywhere, inTerritory }: HeldDuties, t: number) {
  const at = (duties: HeldDuties["everywhere"]): Categories[] =>
    duties.filter(({ from, to }) => from <= t && t < to).map(({ categories }) => categories);
  return { everywhere: at(everywhere), inTerritory: inTerritory.map((here) => here && at(here)) };
}

function union(masks: readonly Categories[]): Uint8Array {
  const sum = new Uint8Array(masks[0]?.length ?? 0);
  for (const mask of masks)
    mask?.forEach((isIn, category) => {
      if (isIn) sum[category] = 1;
    });
  return sum;
}
