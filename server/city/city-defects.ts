import type { Duty } from "../../domain/duty.ts";
import { type DutyDefect, findDutyDefects } from "../../domain/duty-defects.ts";
import type { TopologyFinding } from "../../domain/spatial/zone-topology.ts";
import type { City } from "./city.ts";
import { zoneFindings } from "./zone-findings.ts";

/** Something wrong with who answers for what in a running city. */
export type CityDefect =
  | DutyDefect
  /** Held by a unit, or about something, that the city does not have. */
  | { readonly kind: "unknown-unit" | "unknown-scope"; readonly duty: Duty }
  | { readonly kind: "zone-topology"; readonly finding: TopologyFinding };

/** Everything wrong as of `t`: duties first, then what they name in vain, then the ground itself, which has no date. */
export async function findCityDefects(city: City, t: number): Promise<CityDefect[]> {
  const { pack, tables } = city;
  const { duties } = tables.registry;
  const { zones } = tables.registry.zones.at(t);
  const findings = await zoneFindings(zones);
  return [
    ...findDutyDefects({ ...pack, zones, duties }, t),
    ...vainDuties(city, t),
    ...findings.map((finding) => ({ kind: "zone-topology" as const, finding })),
  ];
}

/** Among duties that hold at `t` or will. */
function vainDuties({ pack, tables }: City, t: number): CityDefect[] {
  const { registry, tree } = tables;
  const units = new Set<string>(pack.units.map(({ id }) => id));
  return registry.duties
    .filter(({ to }) => to === null || to > t)
    .flatMap((duty): CityDefect[] => {
      const limit = registry.categoryLimit(duty);
      const isLimitKnown = limit === null || tree.ordinalOf(limit) !== undefined;
      const isSomewhere = registry.holdingsOf(duty).some(({ to }) => to > t) && isLimitKnown;
      const isHeld = duty.unitId === null || units.has(duty.unitId);
      return [
        ...(isHeld ? [] : [{ kind: "unknown-unit" as const, duty }]),
        ...(isSomewhere ? [] : [{ kind: "unknown-scope" as const, duty }]),
      ];
    });
}
