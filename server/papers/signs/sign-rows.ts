import { type Duty, type DutyRole, holdsAt } from "../../../domain/duty.ts";
import type { GridZone } from "../../../domain/grid-zone.ts";
import type { SignRow } from "../../../domain/sign.ts";
import type { City } from "../../city/city.ts";

/** Duties of a role over exactly that scope on the day; those of one category line alone are no board's. */
export function heldOn(
  { tables }: City,
  role: DutyRole,
  scope: { readonly type: "zone" | "section"; readonly id: string },
  on: number,
): Duty[] {
  return tables.registry
    .dutiesOf(scope.type, scope.id)
    .filter((duty) => duty.role === role && duty.also === null && holdsAt(duty, on));
}

/** Those of the finest zone that has any: somebody near comes before somebody above. */
export function heldInChain(
  city: City,
  role: DutyRole,
  chain: readonly GridZone[],
  on: number,
): { readonly duties: Duty[]; readonly zone: GridZone | null } {
  for (const zone of chain) {
    const duties = heldOn(city, role, { type: "zone", id: zone.id }, on);
    if (duties.length > 0) return { duties, zone };
  }
  return { duties: [], zone: null };
}

export function signRow(
  city: City,
  role: DutyRole,
  duties: readonly Duty[],
  area: string | null,
): SignRow {
  const holders = duties.map(({ person, unitId }) => ({
    person,
    unit: city.pack.units.find(({ id }) => id === unitId)?.name ?? null,
    area,
  }));
  return { role, holders };
}
