import type { GridZone } from "../../domain/grid-zone.ts";
import type { ProblemIndex } from "./problem-index.ts";

/** The zones of the first level, as they are drawn at one moment, and whose a territory is. */
export type TopZones = {
  readonly zones: readonly GridZone[];
  /** By number of a territory: position in `zones`, −1 outside of all. */
  readonly of: Int32Array;
};

/** O(territories). */
export function topZones({ tables, territories }: ProblemIndex, t: number): TopZones {
  const sheet = tables.registry.zones.at(t);
  const zones = sheet.zones.filter(({ level }) => level === "zone");
  const positions = new Map(zones.map(({ id }, position) => [sheet.ordinalOf(id), position]));
  const of = Int32Array.from(territories.list, (territory) => {
    const chain = territories.chainOf(territory, sheet.number);
    const own = chain.find((ordinal) => positions.has(ordinal));
    return own === undefined ? -1 : (positions.get(own) ?? -1);
  });
  return { zones, of };
}
