import type { CategoryTree } from "../../domain/category.ts";
import { categoryTree } from "../../domain/category.ts";
import type { CityPack } from "../../domain/city-pack.ts";
import { type DutyRegistry, dutyRegistry } from "../../domain/duty-registry.ts";
import { firstVersions, type ZoneVersion } from "../../domain/grid-zone.ts";
import { lngLat } from "../../domain/spatial/lng-lat.ts";
import { type LocalPlane, localPlane } from "../../domain/spatial/local-plane.ts";

/** What of a city stays while it runs: the small integers that codes stand for inside, and who answers for what. */
export type CityTables = {
  readonly tree: CategoryTree;
  readonly sources: readonly string[];
  /** Ids of the units that problems can be handed to. */
  readonly units: readonly string[];
  /** Top-level classes (`E01` …) by ordinal of their own, for category mixes. */
  readonly classes: readonly string[];
  /** Class of a category ordinal. */
  readonly classOf: Uint8Array;
  readonly registry: DutyRegistry;
  readonly plane: LocalPlane;
  /** Throws a RangeError for an unknown code. */
  categoryOrdinal(code: string): number;
  /** Throws a RangeError for an unknown code. */
  sourceOrdinal(code: string): number;
  /** 1 + the number of a unit, 0 for none and for one that the pack does not know. */
  unitMark(id: string | null): number;
};

/** Throws a RangeError when the pack's plane has no origin; the reader of packs settles that. */
export function cityTables(
  pack: Omit<CityPack, "problemsFile" | "basemap" | "places">,
  zoneVersions: readonly ZoneVersion[] = firstVersions(pack.zones),
): CityTables {
  const tree = categoryTree(pack.manifest.categories);
  const { planeOrigin } = pack.manifest.settings.recurrence;
  if (!planeOrigin) throw new RangeError("The pack's settings.recurrence.planeOrigin is not set");
  const plane = localPlane(lngLat(...planeOrigin));
  const tops = tree.list.map((_, ordinal) => tree.at(tree.topOf(ordinal)).code as string);
  const classes = [...new Set(tops)];
  const sources = pack.manifest.sources.map(({ code }) => code);
  const sourceOrdinals = new Map(sources.map((code, ordinal) => [code, ordinal]));
  const units = pack.units.map(({ id }) => id as string);
  const unitMarks = new Map(units.map((id, number) => [id, number + 1]));
  return {
    tree,
    sources,
    units,
    classes,
    classOf: Uint8Array.from(tops, (code) => classes.indexOf(code)),
    registry: dutyRegistry(pack, plane, zoneVersions),
    plane,
    categoryOrdinal: (code) => known(tree.ordinalOf(code), "category", code),
    sourceOrdinal: (code) => known(sourceOrdinals.get(code), "source", code),
    unitMark: (id) => (id === null ? 0 : (unitMarks.get(id) ?? 0)),
  };
}

function known(ordinal: number | undefined, what: string, code: string): number {
  if (ordinal === undefined) throw new RangeError(`Unknown ${what}: ${code}`);
  return ordinal;
}
