import type { PlaceChange } from "../../domain/recurrence/place-anchor.ts";
import type { City } from "../city/city.ts";
import type { StoredPlace } from "../storage/storage.ts";

/** A place as storage keeps it: with its category's code, which outlives the order of the tree. */
export function storedPlace(
  city: City,
  { place, isNew: _, category, ...state }: PlaceChange,
): StoredPlace {
  return { ...state, id: place, category: city.tables.tree.at(category).code };
}
