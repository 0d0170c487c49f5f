import type { FeatureCollection } from "geojson";
import type { DataDrivenPropertyValueSpecification } from "maplibre-gl";
import type { DutyList } from "../../../domain/contract/zones.ts";
import { heldQuery } from "../../api/held-query.ts";
import { type Drawing, defineLayer, nothing } from "./layer.ts";

/** What the people and units of the filter answer for: areas by their outline, roads and rivers as bold lines. */
export const responsibilityHeld = defineLayer({
  id: "held",
  title: (text) => text.layers.responsibility,
  band: "lines",
  isDefault: true,
  query: ({ filter }) => heldQuery(filter),
  draw: (held: DutyList, { palette }): Drawing => {
    if (held.features.length === 0) return nothing;
    return {
      sources: { "held-grounds": { type: "geojson", data: held as FeatureCollection } },
      style: [
        {
          id: "held-case",
          type: "line",
          source: "held-grounds",
          layout: { "line-join": "round", "line-cap": "round" },
          paint: {
            "line-color": palette.selectedHalo,
            "line-width": widthOf(6.5, 9),
            "line-opacity": 0.9,
          },
        },
        {
          id: "held-line",
          type: "line",
          source: "held-grounds",
          layout: { "line-join": "round", "line-cap": "round" },
          paint: {
            "line-color": palette.selectedRing,
            "line-width": widthOf(3, 5),
          },
        },
      ],
    };
  },
});

/** Px, of the outline of an area and of a road or river. */
function widthOf(area: number, line: number): DataDrivenPropertyValueSpecification<number> {
  return ["match", ["geometry-type"], ["Polygon", "MultiPolygon"], area, line];
}
