import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import type { ZoneList } from "../../domain/contract/zones.ts";
import { zonesQuery } from "../api/queries.ts";
import type { FilterParams } from "../state/url-state.ts";

/** Zones as the ground of a map. */
export type ZoneShapes = FeatureCollection<Polygon | MultiPolygon, ZoneTitle>;
type ZoneTitle = { readonly id: string; readonly name: string };

/** Zones without their numbers: every report changes those, and none the ground. */
export function zoneShapesQuery(filter: FilterParams, level: "zone" | "community") {
  return { ...zonesQuery(filter, level), select: shapesOf };
}

function shapesOf({ features }: ZoneList): ZoneShapes {
  return {
    type: "FeatureCollection",
    features: features.map(
      ({ geometry, properties: { id, name } }): Feature<Polygon | MultiPolygon, ZoneTitle> => ({
        type: "Feature",
        properties: { id, name },
        geometry: geometry as Polygon | MultiPolygon,
      }),
    ),
  };
}
