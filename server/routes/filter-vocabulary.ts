import type { FilterVocabulary } from "../../domain/parse-filter.ts";
import type { City } from "../city/city.ts";

const known = new WeakMap<City, FilterVocabulary>();

/** What the codes of a filter may be in this city; made once. */
export function filterVocabulary(city: City): FilterVocabulary {
  const made = known.get(city);
  if (made) return made;
  const { pack, tables, clock } = city;
  const persons = pack.duties.flatMap(({ person }) => (person === null ? [] : [person]));
  const vocabulary = {
    tree: tables.tree,
    clock,
    sources: tables.sources,
    zones: pack.zones.map(({ id }) => id),
    persons: [...new Set(persons)],
    units: pack.units.map(({ id }) => id),
  };
  known.set(city, vocabulary);
  return vocabulary;
}
