import type { DutyBody } from "../../domain/contract/zones.ts";
import type { Duty, DutyScope } from "../../domain/duty.ts";
import type { City } from "../city/city.ts";
import { scopeName } from "../city/scope-name.ts";

/** A duty as the contract shows it, with the names behind its ids. */
export function dutyBody(city: City, duty: Duty): DutyBody {
  const { clock, pack } = city;
  const unit = pack.units.find(({ id }) => id === duty.unitId);
  return {
    id: duty.id,
    role: duty.role,
    person: duty.person,
    unit: duty.unitId,
    unitName: unit?.name ?? null,
    scope: scopeBody(city, duty.scope),
    also: duty.also && scopeBody(city, duty.also),
    from: clock.toIso(duty.from),
    to: duty.to === null ? null : clock.toIso(duty.to),
    phone: duty.phone,
  };
}

export function scopeBody(city: City, { type, id }: DutyScope): DutyBody["scope"] {
  return { type, id, name: scopeName(city, { type, id }) };
}
