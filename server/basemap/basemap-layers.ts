import type { Feature, FeatureCollection } from "geojson";
import type { StandingPack } from "../../domain/city-pack.ts";

/** A vector tile layer of the basemap: what is in it, and from which zoom on. */
export type BasemapLayer = {
  readonly name: string;
  readonly minZoom: number;
  readonly features: FeatureCollection;
};

/** Lanes and houses are many and small: they are left out of the tiles in which they could not be seen. */
const LANES_FROM_ZOOM = 12;
const BUILDINGS_FROM_ZOOM = 14;
const PLACES_FROM_ZOOM = 14;

/** The pack's own geography as tile layers. Main and minor roads are apart because minor ones start later. */
export function basemapLayers(pack: StandingPack): readonly BasemapLayer[] {
  const roads = pack.roads.map(
    (road): Feature => ({
      type: "Feature",
      properties: {
        id: road.id,
        name: road.name ?? "",
        class: road.class,
        highway: road.highway ?? "",
      },
      geometry: road.geometry,
    }),
  );
  const isMinor = ({ properties }: Feature) =>
    properties?.class === "lane" || properties?.class === "branch";
  const rivers = pack.rivers.map(
    (river): Feature => ({
      type: "Feature",
      properties: { id: river.id, name: river.name ?? "" },
      geometry: river.geometry,
    }),
  );
  const places = pack.places.map(
    ({ geometry, ...properties }): Feature => ({ type: "Feature", properties, geometry }),
  );
  return [
    layer("green", 0, pack.basemap.green),
    layer("water", 0, pack.basemap.water),
    layer("rivers", 0, rivers),
    layer("buildings", BUILDINGS_FROM_ZOOM, pack.basemap.buildings),
    layer(
      "roads",
      0,
      roads.filter((road) => !isMinor(road)),
    ),
    layer("minor-roads", LANES_FROM_ZOOM, roads.filter(isMinor)),
    layer("places", PLACES_FROM_ZOOM, places),
  ];
}

function layer(name: string, minZoom: number, features: readonly Feature[]): BasemapLayer {
  return { name, minZoom, features: { type: "FeatureCollection", features: [...features] } };
}
