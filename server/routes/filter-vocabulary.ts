import type { Duty } from "../../domain/duty.ts";
import type { FilterVocabulary } from "../../domain/parse-filter.ts";
import type { ZoneAtlas } from "../../domain/spatial/zone-atlas.ts";
import type { City } from "../city/city.ts";

/** By the duties and zones that it was made from: others, other names. */
const known = new WeakMap<readonly Duty[], WeakMap<ZoneAtlas, FilterVocabulary>>();

/** What the codes of a filter may be in this city; made once for the duties as they stand. */
export function filterVocabulary(city: City): FilterVocabulary {
  const { pack, tables, clock } = city;
  const { duties, zones } = tables.registry;
  const ofDuties = known.get(duties) ?? new WeakMap<ZoneAtlas, FilterVocabulary>();
  const made = ofDuties.get(zones);
  if (made) return made;
  const persons = duties.flatMap(({ person }) => (person === null ? [] : [person]));
  const vocabulary = {
    tree: tables.tree,
    clock,
    sources: tables.sources,
    zones: zones.ids,
    persons: [...new Set(persons)],
    units: pack.units.map(({ id }) => id),
  };
  known.set(duties, ofDuties.set(zones, vocabulary));
  return vocabulary;
}
