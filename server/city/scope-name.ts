import type { DutyScope } from "../../domain/duty.ts";
import type { City } from "./city.ts";

/** What people call the ground or kind that a duty is about; null where it has no name or is none of the city's. */
export function scopeName({ pack, tables }: City, { type, id }: DutyScope): string | null {
  switch (type) {
    case "zone":
      return tables.registry.zones.newest(id)?.name ?? null;
    case "section":
      return pack.roads.find((road) => road.id === id)?.name ?? null;
    case "river":
      return pack.rivers.find((river) => river.id === id)?.name ?? null;
    case "category":
      return tables.tree.list.find(({ code }) => code === id)?.name ?? null;
    case "city":
      return pack.manifest.name;
  }
}
