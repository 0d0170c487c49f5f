import type { Geometry, Position } from "geojson";
import type { SearchResults } from "../../domain/contract/search.ts";
import type { Duty } from "../../domain/duty.ts";
import type { StoredProblem } from "../../domain/problem.ts";
import { type Bounds, emptyBounds, extendBounds } from "../../domain/spatial/lng-lat.ts";
import type { ZoneAtlas } from "../../domain/spatial/zone-atlas.ts";
import type { City } from "./city.ts";

type SearchResult = SearchResults["results"][number];

/** Problems looked at for those that may be seen, newest first. */
const MOST_LOOKED_AT = 500;

/** Names come before problems; among names those that begin with the text come first, shorter ones first. */
export async function searchCity(
  city: City,
  text: string,
  limit: number,
  /** A problem as the reader sees it; null: not at all. */
  seen: (problem: StoredProblem) => StoredProblem | null,
): Promise<SearchResult[]> {
  const names = entriesOf(city)
    .map((entry) => ({ entry, at: entry.title.toLowerCase().indexOf(text.toLowerCase()) }))
    .filter(({ at }) => at >= 0)
    .sort(
      (a, b) => Number(a.at > 0) - Number(b.at > 0) || a.entry.title.length - b.entry.title.length,
    )
    .slice(0, limit)
    .map(({ entry }) => entry);
  if (names.length >= limit) return names;
  const found = await city.storage.searchProblems(text, MOST_LOOKED_AT);
  const problems = found.flatMap((problem) => seen(problem) ?? []).slice(0, limit - names.length);
  return [
    ...names,
    ...problems.map((problem): SearchResult => {
      const ordinal = city.tables.tree.ordinalOf(problem.category) ?? 0;
      return {
        kind: "problem",
        id: problem.id,
        title: `${city.tables.tree.at(ordinal).name} · ${problem.address ?? problem.id}`,
        detail: `${problem.id} · ${city.clock.toDate(problem.reportedAt)}`,
        position: problem.position && [problem.position[0], problem.position[1]],
        bbox: null,
      };
    }),
  ];
}

/** By the duties that the names of people were taken from, then by the zones. */
const known = new WeakMap<readonly Duty[], WeakMap<ZoneAtlas, SearchResult[]>>();

/** Everything with a name, once per city; sections of one road are one entry. */
function entriesOf(city: City): SearchResult[] {
  const { pack, tables } = city;
  const { duties, zones } = tables.registry;
  const ofDuties = known.get(duties) ?? new WeakMap<ZoneAtlas, SearchResult[]>();
  const made = ofDuties.get(zones);
  if (made) return made;
  const roads = Map.groupBy(
    pack.roads.filter(({ name }) => name),
    ({ name }) => name ?? "",
  );
  const entries: SearchResult[] = [
    ...zones.latest.zones.map((zone) =>
      entry("zone", zone.id, zone.name, zone.level, [zone.geometry]),
    ),
    ...[...roads].map(([name, sections]) => {
      const geometries = sections.map(({ geometry }) => geometry);
      return entry("road", sections[0]?.id ?? name, name, sections[0]?.class ?? "", geometries);
    }),
    ...pack.places.map((place) =>
      entry("place", place.id, place.name, place.kind, [place.geometry]),
    ),
    ...personEntries(city),
    ...pack.units.map((unit) => entry("unit", unit.id, unit.name, unit.kind, [])),
  ];
  known.set(duties, ofDuties.set(zones, entries));
  return entries;
}

function personEntries({ tables }: City): SearchResult[] {
  const roles = new Map<string, string>();
  for (const { person, role } of tables.registry.duties)
    if (person !== null) roles.set(person, role);
  return [...roles].map(([name, role]) => entry("person", name, name, role, []));
}

function entry(
  kind: SearchResult["kind"],
  id: string,
  title: string,
  detail: string,
  geometries: readonly Geometry[],
): SearchResult {
  const bbox = geometries.length === 0 ? null : boundsOf(geometries);
  const position: [number, number] | null = bbox && [
    (bbox[0] + bbox[2]) / 2,
    (bbox[1] + bbox[3]) / 2,
  ];
  return { kind, id, title, detail, position, bbox: bbox && [bbox[0], bbox[1], bbox[2], bbox[3]] };
}

function boundsOf(geometries: readonly Geometry[]): Bounds {
  const bounds = emptyBounds();
  const visit = (value: readonly unknown[]): void => {
    if (typeof value[0] === "number") {
      const [lng = 0, lat = 0] = value as Position;
      extendBounds(bounds, lng, lat);
    } else for (const inner of value) visit(inner as readonly unknown[]);
  };
  for (const geometry of geometries)
    if (geometry.type !== "GeometryCollection") visit(geometry.coordinates);
  return bounds;
}
