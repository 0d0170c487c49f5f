import type { Duty } from "../../domain/duty.ts";
import type { FilterVocabulary } from "../../domain/parse-filter.ts";
import type { City } from "../city/city.ts";

/** By the duties that it was made from: other duties, other names. */
const known = new WeakMap<readonly Duty[], FilterVocabulary>();

/** What the codes of a filter may be in this city; made once for the duties as they stand. */
export function filterVocabulary(city: City): FilterVocabulary {
  const { pack, tables, clock } = city;
  const { duties } = tables.registry;
  const made = known.get(duties);
  if (made) return made;
  const persons = duties.flatMap(({ person }) => (person === null ? [] : [person]));
  const vocabulary = {
    tree: tables.tree,
    clock,
    sources: tables.sources,
    zones: pack.zones.map(({ id }) => id),
    persons: [...new Set(persons)],
    units: pack.units.map(({ id }) => id),
  };
  known.set(duties, vocabulary);
  return vocabulary;
}
