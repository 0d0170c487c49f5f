import { zoneBorders } from "../zone-borders.ts";
import { type ZoneShapes, zoneShapesQuery } from "../zone-shapes.ts";
import { type Drawing, defineLayer } from "./layer.ts";

/** 社区: finer lines inside the zones, names where there is room. */
export const communities = defineLayer({
  id: "communities",
  title: (text) => text.layers.communities,
  band: "lines",
  isDefault: false,
  minZoom: 11.5,
  query: ({ filter }) => zoneShapesQuery(filter, "community"),
  draw: (zones: ZoneShapes, { palette }): Drawing => ({
    sources: {
      "communities-borders": {
        type: "geojson",
        data: {
          type: "Feature",
          properties: {},
          geometry: { type: "MultiLineString", coordinates: [...zoneBorders(zones).lines] },
        },
      },
      "communities-areas": { type: "geojson", data: zones },
    },
    style: [
      {
        id: "communities-line",
        type: "line",
        source: "communities-borders",
        paint: {
          "line-color": palette.zoneLine,
          "line-width": 1,
          "line-opacity": 0.6,
          "line-dasharray": [4, 2.5],
        },
      },
      {
        id: "communities-name",
        type: "symbol",
        source: "communities-areas",
        minzoom: 13.6,
        layout: {
          "text-field": ["get", "name"],
          "text-font": ["Noto Sans SC Regular"],
          "text-size": 12,
          "text-padding": 8,
        },
        paint: {
          "text-color": palette.label2,
          "text-halo-color": palette.halo,
          "text-halo-width": 1.6,
        },
      },
    ],
  }),
});
