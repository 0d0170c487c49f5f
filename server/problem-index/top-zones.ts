import type { GridZone } from "../../domain/grid-zone.ts";
import type { TerritoryTable } from "../../domain/spatial/territory.ts";
import type { ZoneSheet } from "../../domain/spatial/zone-atlas.ts";
import type { ProblemIndex } from "./problem-index.ts";

/** The zones of the first level, as they are drawn at one moment, and whose a territory is. */
export type TopZones = {
  readonly zones: readonly GridZone[];
  /** By number of a territory: position in `zones`, −1 outside of all. */
  readonly of: Int32Array;
};

/** By the table of territories, which is another one when zones change, then by number of the sheet. */
const known = new WeakMap<TerritoryTable, Map<number, TopZones>>();

/** O(territories) where one was found since it was asked for last. */
export function topZones({ tables, territories }: ProblemIndex, t: number): TopZones {
  const sheet = tables.registry.zones.at(t);
  const bySheet = known.get(territories) ?? new Map<number, TopZones>();
  known.set(territories, bySheet);
  const kept = bySheet.get(sheet.number);
  if (kept?.of.length === territories.list.length) return kept;
  const made = topZonesOf(sheet, territories);
  bySheet.set(sheet.number, made);
  return made;
}

function topZonesOf(sheet: ZoneSheet, { list }: TerritoryTable): TopZones {
  const isTop = (ordinal: number) => sheet.zones[ordinal]?.level === "zone";
  const zones = sheet.zones.filter((_, ordinal) => isTop(ordinal));
  const positions = new Map<string, number>(zones.map(({ id }, position) => [id, position]));
  const ofFinest = Int32Array.from(sheet.zones, (_, finest) => {
    const top = sheet.zones[sheet.chainOf(finest).find(isTop) ?? -1];
    return top ? (positions.get(top.id) ?? -1) : -1;
  });
  const of = new Int32Array(list.length);
  for (let number = 0; number < list.length; number++) {
    of[number] = ofFinest[list[number]!.zones[sheet.number] ?? -1] ?? -1;
  }
  return { zones, of };
}
