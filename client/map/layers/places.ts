import { BASEMAP } from "../basemap.ts";
import { type Drawing, defineLayer, withoutData } from "./layer.ts";

/** 点位: markets, stations, hospitals … from the pack's own tiles. */
export const places = defineLayer({
  id: "places",
  title: (text) => text.layers.places,
  band: "lines",
  isDefault: true,
  minZoom: 14,
  query: () => withoutData("places"),
  draw: (_: readonly unknown[], { palette }): Drawing => ({
    style: [
      {
        id: "places-dot",
        type: "circle",
        source: BASEMAP,
        "source-layer": "places",
        minzoom: 14.6,
        filter: ["==", ["geometry-type"], "Point"],
        paint: {
          "circle-radius": 2.6,
          "circle-color": palette.label2,
          "circle-stroke-color": palette.halo,
          "circle-stroke-width": 1.2,
        },
      },
      {
        id: "places-name",
        type: "symbol",
        source: BASEMAP,
        "source-layer": "places",
        minzoom: 15.2,
        layout: {
          "text-field": ["get", "name"],
          "text-font": ["Noto Sans SC Regular"],
          "text-size": 12,
          "text-anchor": "top",
          "text-offset": [0, 0.4],
          "text-padding": 6,
          "text-optional": true,
        },
        paint: {
          "text-color": palette.label2,
          "text-halo-color": palette.halo,
          "text-halo-width": 1.4,
        },
      },
    ],
  }),
});
