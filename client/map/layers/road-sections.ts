import type { FeatureCollection } from "geojson";
import type { DutyList } from "../../../domain/contract/zones.ts";
import { dutiesQuery } from "../../api/queries.ts";
import { roadWidth } from "../basemap.ts";
import { type Drawing, defineLayer } from "./layer.ts";

/** Sections with a 路段长, and who it is once there is room for a name. */
export const roadSections = defineLayer({
  id: "sections",
  title: (text) => text.layers.sections,
  band: "lines",
  isDefault: false,
  minZoom: 11,
  query: ({ filter }) => dutiesQuery("section-chief", filter.asOf),
  draw: (duties: DutyList, { palette, latitude }): Drawing => ({
    sources: { "sections-lines": { type: "geojson", data: duties as FeatureCollection } },
    style: [
      {
        id: "sections-line",
        type: "line",
        source: "sections-lines",
        layout: { "line-cap": "round", "line-join": "round" },
        paint: {
          "line-color": palette.section,
          "line-width": roadWidth(1.2, latitude),
          "line-opacity": 0.6,
        },
      },
      {
        id: "sections-name",
        type: "symbol",
        source: "sections-lines",
        minzoom: 15.5,
        layout: {
          "symbol-placement": "line-center",
          "text-field": ["coalesce", ["get", "person"], ["get", "unitName"], ""],
          "text-font": ["Noto Sans SC Regular"],
          "text-size": 12,
          "text-offset": [0, 0.9],
          "text-max-angle": 40,
        },
        paint: {
          "text-color": palette.section,
          "text-halo-color": palette.halo,
          "text-halo-width": 1.6,
        },
      },
    ],
  }),
});
