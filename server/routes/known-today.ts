import { DomainError } from "../../domain/errors.ts";
import type { GridZone } from "../../domain/grid-zone.ts";
import type { ImplementingUnit } from "../../domain/implementing-unit.ts";
import { nearestNames } from "../../domain/nearest-names.ts";
import type { City } from "../city/city.ts";

/** A zone as it is drawn today. Throws for one that there is not; `name` is the parameter. */
export function zoneToday(city: City, id: string, name = "zone"): GridZone {
  const { zones } = city.tables.registry;
  const zone = zones.at(city.now()).zones.find((each) => each.id === id);
  if (zone) return zone;
  throw new DomainError("unknown-value", { name, value: id, nearest: nearestNames(id, zones.ids) });
}

/** Throws for a unit that there is not. */
export function unitNamed(city: City, id: string): ImplementingUnit {
  const { units } = city.pack;
  const unit = units.find((each) => each.id === id);
  if (unit) return unit;
  const nearest = nearestNames(
    id,
    units.map((each) => each.id),
  );
  throw new DomainError("unknown-value", { name: "unit", value: id, nearest });
}
