import type { CategoryTree } from "../../domain/category.ts";
import type { Duty } from "../../domain/duty.ts";
import type { DutyRegistry } from "../../domain/duty-registry.ts";
import { type ProblemStatus, problemStatuses } from "../../domain/problem.ts";
import type { ProblemFilter } from "../../domain/problem-filter.ts";
import { toE7 } from "../../domain/spatial/lng-lat.ts";
import type { Ground, TerritoryTable } from "../../domain/spatial/territory.ts";

/** A duty that a person or unit filter asks about, from when to when and for which categories (null: any). */
export type HeldDuty = {
  readonly categories: Uint8Array | null;
  readonly from: number;
  readonly to: number;
};

/** Duties of the wanted people or units, by where they hold. */
export type HeldDuties = {
  readonly everywhere: readonly HeldDuty[];
  /** By number of the territory; undefined: none but those everywhere. */
  readonly inTerritory: readonly (readonly HeldDuty[] | undefined)[];
};

/** A ProblemFilter as table look-ups and numbers, ready for one pass over the rows. Null tables: no restriction. */
export type RowFilter = {
  readonly categories: Uint8Array | null;
  /** Bit i: source i passes. */
  readonly sourceMask: number;
  /** Bit s: status s of STATUS passes. */
  readonly statusMask: number;
  /** One byte a territory, zones and holders taken together. */
  readonly territories: Uint8Array | null;
  /** Each group: at least one of its duties held on the day of the report. Person and unit are a group each. */
  readonly holders: readonly HeldDuties[];
  readonly from: number;
  readonly to: number;
  readonly asOf: number;
  /** Degrees × 10⁷, borders included. */
  readonly bboxE7: readonly [number, number, number, number] | null;
};

export type FilterTables = {
  readonly tree: CategoryTree;
  readonly sources: readonly string[];
  readonly territories: TerritoryTable;
  readonly registry: DutyRegistry;
  /** Ordinal of a zone id. */
  readonly zoneOrdinals: ReadonlyMap<string, number>;
};

/** O(categories + territories × duties asked about). `now` stands in for an absent asOf. */
export function compileFilter(filter: ProblemFilter, tables: FilterTables, now: number): RowFilter {
  const [persons, units] = [new Set<string>(filter.persons), new Set<string>(filter.units)];
  const holders: HeldDuties[] = [];
  if (filter.persons !== null)
    holders.push(heldDuties(tables, ({ person }) => person !== null && persons.has(person)));
  if (filter.units !== null)
    holders.push(heldDuties(tables, ({ unitId }) => unitId !== null && units.has(unitId)));
  return {
    categories: filter.categories && tables.tree.subtreeMask(filter.categories),
    sourceMask: filter.sources ? sourceMaskOf(filter.sources, tables.sources) : -1,
    statusMask: statusMaskOf(filter.statuses),
    territories: territoryMask(filter.zones, holders, tables),
    holders,
    from: filter.from ?? Number.NEGATIVE_INFINITY,
    to: filter.to ?? Number.POSITIVE_INFINITY,
    asOf: filter.asOf ?? now,
    bboxE7: filter.bbox && [
      Math.ceil(toE7Exact(filter.bbox[0])),
      Math.ceil(toE7Exact(filter.bbox[1])),
      Math.floor(toE7Exact(filter.bbox[2])),
      Math.floor(toE7Exact(filter.bbox[3])),
    ],
  };
}

/** Whether somebody of every group held a matching duty over this spot, kind and time. */
export function isHeld(
  holders: RowFilter["holders"],
  territory: number,
  category: number,
  t: number,
): boolean {
  for (const { everywhere, inTerritory } of holders) {
    const here = inTerritory[territory];
    if (!(here && isAnyHeld(here, category, t)) && !isAnyHeld(everywhere, category, t))
      return false;
  }
  return true;
}

function isAnyHeld(duties: readonly HeldDuty[], category: number, t: number): boolean {
  for (const { from, to, categories } of duties) {
    if (t >= from && t < to && (categories === null || categories[category] === 1)) return true;
  }
  return false;
}

/** Cost grows with the territories that the wanted duties hold in, not with all there are. */
function heldDuties(
  { registry, territories, tree }: FilterTables,
  isWanted: (duty: Duty) => boolean,
): HeldDuties {
  const everywhere: HeldDuty[] = [];
  const inTerritory = new Array<HeldDuty[] | undefined>(territories.list.length);
  for (const duty of registry.duties) {
    if (!isWanted(duty)) continue;
    const held = heldDuty(duty, registry, tree);
    const [first, ...others] = registry.groundsOf(duty) ?? [NOWHERE];
    if (first === undefined) {
      everywhere.push(held);
      continue;
    }
    for (const number of territories.on(first)) {
      if (!others.every((ground) => territories.isOn(number, ground))) continue;
      const here = inTerritory[number];
      if (here) here.push(held);
      else inTerritory[number] = [held];
    }
  }
  return { everywhere, inTerritory };
}

const NOWHERE: Ground = { kind: "zone", ordinal: -1 };

function heldDuty(duty: Duty, registry: DutyRegistry, tree: CategoryTree): HeldDuty {
  const limit = registry.categoryLimit(duty);
  return {
    categories: limit === null ? null : tree.subtreeMask([limit]),
    from: duty.from,
    to: duty.to ?? Number.POSITIVE_INFINITY,
  };
}

/** Territories of the wanted zones where every group has somebody. */
function territoryMask(
  zones: readonly string[] | null,
  holders: readonly HeldDuties[],
  { territories, zoneOrdinals }: FilterTables,
): Uint8Array | null {
  const local = holders.filter(({ everywhere }) => everywhere.length === 0);
  if (zones === null && local.length === 0) return null;
  const mask = new Uint8Array(territories.list.length);
  if (zones === null) mask.fill(1);
  for (const id of zones ?? []) {
    const ordinal = zoneOrdinals.get(id) ?? NOWHERE.ordinal;
    for (const number of territories.on({ kind: "zone", ordinal })) mask[number] = 1;
  }
  for (const { inTerritory } of local) {
    for (let number = 0; number < mask.length; number++) {
      if (inTerritory[number] === undefined) mask[number] = 0;
    }
  }
  return mask;
}

function sourceMaskOf(wanted: readonly string[], sources: readonly string[]): number {
  return sources.reduce((mask, code, bit) => (wanted.includes(code) ? mask | (1 << bit) : mask), 0);
}

function statusMaskOf(statuses: readonly ProblemStatus[] | null): number {
  const masks = { open: 0b011, overdue: 0b010, closed: 0b100 } as const;
  return (statuses ?? problemStatuses).reduce((mask, status) => mask | masks[status], 0);
}

/** Degrees × 10⁷ with the last bits of noise taken off, so that a bound given to 7 decimals is met exactly. */
function toE7Exact(degrees: number): number {
  const rounded = toE7(degrees);
  return Math.abs(degrees * 1e7 - rounded) < 1e-3 ? rounded : degrees * 1e7;
}
