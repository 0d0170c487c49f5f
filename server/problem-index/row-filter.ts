import { blockRole, type Duty, type DutyRole, lineRole, unitInRole } from "../../domain/duty.ts";
import {
  type ProblemState,
  type ProblemStatus,
  problemStates,
  problemStatuses,
} from "../../domain/problem.ts";
import { NO_UNIT, type ProblemFilter } from "../../domain/problem-filter.ts";
import { toE7 } from "../../domain/spatial/lng-lat.ts";
import { HOUR_MS } from "../../domain/time.ts";
import {
  type DutyTables,
  type HeldDuties,
  heldDuties,
  isAnyHeld,
  NOT_ASKED,
} from "./held-duties.ts";
import type { Sight } from "./sight.ts";

/** One thing asked of a report: that a wanted duty held on its day, or none of some others did. */
export type HeldGroup = {
  readonly wanted: HeldDuties;
  /** A report passes too where none of these held; null: not asked. */
  readonly unlessAny: HeldDuties | null;
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
  /** What may be seen at all; null: everything. */
  readonly sight: Sight | null;
  /** Each must hold on the day of the report. Person, unit, line and block are a group each. */
  readonly holders: readonly HeldGroup[];
  readonly from: number;
  readonly to: number;
  readonly asOf: number;
  /** Degrees × 10⁷, borders included. */
  readonly bboxE7: readonly [number, number, number, number] | null;
  /** Bit s: state s of problemStates passes; −1: all. */
  readonly stateMask: number;
  /** One byte a unit's mark. */
  readonly assignees: Uint8Array | null;
  /** Time limits in [asOf, this) pass; null: any, and none. */
  readonly dueBefore: number | null;
};

export type FilterTables = DutyTables & {
  readonly sources: readonly string[];
  readonly units: readonly string[];
  unitMark(id: string | null): number;
};

/** Statuses of what is not closed. */
const OPEN_BITS = 0b011;

/** O(categories + territories × duties asked about). `now` stands in for an absent asOf. */
export function compileFilter(
  filter: ProblemFilter,
  tables: FilterTables,
  now: number,
  sight: Sight | null = null,
): RowFilter {
  const holders = heldGroups(filter, tables);
  const asOf = filter.asOf ?? now;
  return {
    categories: filter.categories && tables.tree.subtreeMask(filter.categories),
    sourceMask: filter.sources ? sourceMaskOf(filter.sources, tables.sources) : -1,
    statusMask: statusMaskOf(filter.statuses) & (filter.dueWithinHours === null ? -1 : OPEN_BITS),
    territories: territoryMask(filter.zones, asOf, holders, tables),
    sight,
    holders,
    from: filter.from ?? Number.NEGATIVE_INFINITY,
    to: filter.to ?? Number.POSITIVE_INFINITY,
    asOf,
    bboxE7: filter.bbox && [
      Math.ceil(toE7Exact(filter.bbox[0])),
      Math.ceil(toE7Exact(filter.bbox[1])),
      Math.floor(toE7Exact(filter.bbox[2])),
      Math.floor(toE7Exact(filter.bbox[3])),
    ],
    dueBefore: filter.dueWithinHours === null ? null : asOf + filter.dueWithinHours * HOUR_MS,
    stateMask: filter.states ? stateMaskOf(filter.states) : -1,
    assignees: filter.assignees && unitMask(filter.assignees, tables),
  };
}

/** Whether every group has what it asks for over this spot, kind and time. */
export function isHeld(
  holders: RowFilter["holders"],
  territory: number,
  category: number,
  t: number,
): boolean {
  for (const { wanted, unlessAny } of holders) {
    if (isAnyHeld(wanted, territory, category, t)) continue;
    if (unlessAny === null || isAnyHeld(unlessAny, territory, category, t)) return false;
  }
  return true;
}

function heldGroups(filter: ProblemFilter, tables: FilterTables): HeldGroup[] {
  const groups: HeldGroup[] = [];
  const take = (names: readonly string[] | null, holderOf: (duty: Duty) => string | null) => {
    if (names === null) return null;
    const isWanted = new Set(names);
    return heldDuties(tables, (duty) => (isWanted.has(holderOf(duty) ?? "") ? 0 : NOT_ASKED));
  };
  const addRole = (ids: readonly string[] | null, role: DutyRole) => {
    const wanted = take(ids, (duty) => unitInRole(duty, role));
    const isHeldByUnit = (duty: Duty) => (unitInRole(duty, role) === null ? NOT_ASKED : 0);
    const unlessAny = ids?.includes(NO_UNIT) ? heldDuties(tables, isHeldByUnit) : null;
    if (wanted) groups.push({ wanted, unlessAny });
  };
  const persons = take(filter.persons, ({ person }) => person);
  if (persons) groups.push({ wanted: persons, unlessAny: null });
  const units = take(filter.units, ({ unitId }) => unitId);
  if (units) groups.push({ wanted: units, unlessAny: null });
  addRole(filter.lines, lineRole);
  addRole(filter.blocks, blockRole);
  return groups;
}

/** Territories of the wanted zones, as they are drawn at `asOf`, where every group has somebody. */
function territoryMask(
  zones: readonly string[] | null,
  asOf: number,
  holders: readonly HeldGroup[],
  { territories, registry }: FilterTables,
): Uint8Array | null {
  const local = holders.filter(
    ({ wanted, unlessAny }) => wanted.everywhere.length === 0 && unlessAny === null,
  );
  if (zones === null && local.length === 0) return null;
  const mask = new Uint8Array(territories.list.length);
  if (zones === null) mask.fill(1);
  const sheet = registry.zones.at(asOf);
  for (const id of zones ?? []) {
    const ground = { kind: "zone", sheet: sheet.number, ordinal: sheet.ordinalOf(id) } as const;
    for (const number of territories.on(ground)) mask[number] = 1;
  }
  for (const { wanted } of local) {
    for (let number = 0; number < mask.length; number++) {
      if (wanted.inTerritory[number] === undefined) mask[number] = 0;
    }
  }
  return mask;
}

function sourceMaskOf(wanted: readonly string[], sources: readonly string[]): number {
  return sources.reduce((mask, code, bit) => (wanted.includes(code) ? mask | (1 << bit) : mask), 0);
}

function stateMaskOf(states: readonly ProblemState[]): number {
  return states.reduce((mask, state) => mask | (1 << problemStates.indexOf(state)), 0);
}

/** One byte a unit's mark, 1 for those named; 0 for none at all. */
export function unitMask(
  ids: readonly string[],
  { units, unitMark }: Pick<FilterTables, "units" | "unitMark">,
): Uint8Array {
  const mask = new Uint8Array(units.length + 1);
  for (const id of ids) mask[unitMark(id)] = 1;
  mask[0] = 0;
  return mask;
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
