import type { NewDuty } from "../../domain/contract/duties.ts";
import type { Duty, DutyScope } from "../../domain/duty.ts";
import { DomainError } from "../../domain/errors.ts";
import { DutyId } from "../../domain/ids.ts";
import { nearestNames } from "../../domain/nearest-names.ts";
import { badParameter } from "../../domain/parse-filter.ts";
import type { City } from "../city/city.ts";
import { checkedCategory, checkedUnit } from "./checked-input.ts";

/** A duty from what was sent. Throws a DomainError that names what is wrong and what there is. */
export function checkedDuty(city: City, id: string, sent: NewDuty): Duty {
  const from = checkedMoment(city, "from", sent.from);
  const to = sent.to === null ? null : checkedMoment(city, "to", sent.to);
  if (to !== null && to <= from) throw badParameter("to", sent.to ?? "", "after `from`");
  const holder = checkedHolder(city, sent);
  return {
    id: DutyId.parse(id),
    role: sent.role,
    ...holder,
    scope: checkedScope(city, sent.scope),
    also: sent.also && checkedScope(city, sent.also),
    from,
    to,
  };
}

/** A person, a unit, or both. */
export function checkedHolder(
  city: City,
  { person, unitId, phone }: Pick<NewDuty, "person" | "unitId" | "phone">,
): Pick<Duty, "person" | "unitId" | "phone"> {
  const name = person?.trim() || null;
  if (name === null && unitId === null) {
    throw new DomainError("bad-body", { path: "person", problem: "a person or a unit expected" });
  }
  return {
    person: name,
    unitId: unitId === null ? null : checkedUnit(city, unitId),
    phone: phone?.trim() || null,
  };
}

/** Any day or instant, past and to come: duties are planned. */
export function checkedMoment(city: City, name: string, text: string): number {
  const t = city.clock.parse(text);
  if (t === null) throw badParameter(name, text, "YYYY-MM-DD, or ISO 8601 with an offset");
  return t;
}

function checkedScope(city: City, { type, id }: DutyScope): DutyScope {
  if (type === "city") return { type, id: "" };
  if (type === "category") return { type, id: checkedCategory(city, id) };
  const { pack, tables } = city;
  const list: readonly { readonly id: string }[] = {
    zone: tables.registry.zones.latest.zones,
    section: pack.roads,
    river: pack.rivers,
  }[type];
  const ids = list.map((each) => each.id);
  if (ids.includes(id)) return { type, id };
  throw new DomainError("unknown-value", { name: type, value: id, nearest: nearestNames(id, ids) });
}
