import type { FeatureCollection } from "geojson";
import type { UnheldSections } from "../../../domain/contract/responsibility.ts";
import type { DutyList } from "../../../domain/contract/zones.ts";
import { dutiesQuery } from "../../api/queries.ts";
import { roadWidth } from "../basemap.ts";
import { type Drawing, defineLayer, nothing } from "./layer.ts";

type Sections = { readonly held: DutyList; readonly unheld: UnheldSections };

/** Roads with a chief 路段长, and dashed those that ought to have one and do not. */
export const responsibilitySections = defineLayer({
  id: "chiefs",
  title: (text) => text.layers.responsibility,
  band: "lines",
  isDefault: true,
  query: ({ colour, filter: { asOf }, client }) => ({
    queryKey: ["chiefs", colour === "chief", asOf?.slice(0, 10)],
    queryFn: async (): Promise<Sections | null> => {
      if (colour !== "chief") return null;
      const { unheldSectionsQuery } = await import("../../api/responsibility-queries.ts");
      const [held, unheld] = await Promise.all([
        client.ensureQueryData(dutiesQuery("section-chief", asOf)),
        client.ensureQueryData(unheldSectionsQuery(asOf)),
      ]);
      return { held, unheld };
    },
  }),
  draw: (sections: Sections | null, { palette, latitude }): Drawing => {
    if (sections === null) return nothing;
    return {
      sources: {
        // Sections of one chief go by one id, so that all of them light up together.
        "chiefs-held": {
          type: "geojson",
          data: sections.held as FeatureCollection,
          promoteId: "person",
        },
        "chiefs-unheld": { type: "geojson", data: sections.unheld as FeatureCollection },
      },
      style: [
        {
          id: "chiefs-line",
          type: "line",
          source: "chiefs-held",
          layout: { "line-cap": "round", "line-join": "round" },
          paint: {
            "line-color": palette.section,
            "line-width": roadWidth(1, latitude),
            "line-opacity": 0.55,
          },
        },
        {
          id: "chiefs-hovered",
          type: "line",
          source: "chiefs-held",
          layout: { "line-cap": "round", "line-join": "round" },
          paint: {
            "line-color": palette.selectedRing,
            "line-width": 6,
            "line-opacity": ["case", ["boolean", ["feature-state", "hover"], false], 1, 0],
          },
        },
        {
          id: "chiefs-none",
          type: "line",
          source: "chiefs-unheld",
          layout: { "line-join": "round" },
          paint: {
            "line-color": palette.overdue,
            "line-width": 3,
            "line-dasharray": [2, 1.2],
          },
        },
        {
          id: "chiefs-name",
          type: "symbol",
          source: "chiefs-held",
          minzoom: 14.5,
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
    };
  },
});
