import type { Feature, FeatureCollection, Geometry } from "geojson";
import { type DutyPainting, type PaintedZone, paintingQuery } from "../duty-painting.ts";
import { hatchLines } from "../hatch-lines.ts";

import { type Drawing, defineLayer, nothing, type View } from "./layer.ts";

/** Stripes of a zone that two share, px at the floor of the zoom; a thin hatch where nobody answers. */
const [STRIPE_PX, HATCH_PX, HATCH_LINE_PX] = [18, 14, 1.4];
/** Beyond this zoom there are no more stripes, only wider ones. */
const STRIPES_TO_ZOOM = 16;

/** The zones by who answers for them, pale enough for what lies on top. Two holders: stripes of both; nobody: a hatch. */
export const responsibilityAreas = defineLayer({
  id: "responsibility",
  title: (text) => text.layers.responsibility,
  band: "areas",
  isDefault: true,
  query: ({ colour, filter, client }) => paintingQuery(colour, filter, client),
  draw: (painting: DutyPainting | null, view): Drawing =>
    painting === null ? nothing : drawPainting(painting, view),
});

function drawPainting({ by, zones }: DutyPainting, view: View): Drawing {
  const { palette } = view;
  const { colours, opacity } = by === "load" ? palette.dutyLoad : palette.dutyHues;
  const zoom = Math.min(view.zoom, STRIPES_TO_ZOOM);
  const colourOf = (zone: PaintedZone, holder: number) =>
    colours[zone.holders[holder]?.colour ?? 0] ?? palette.land;
  const fills = zones.flatMap((zone) =>
    zone.holders.length === 0 ? [] : [feature(zone.geometry, colourOf(zone, 0))],
  );
  const stripes = zones.flatMap((zone) =>
    // The colour of workload is that of the most burdened; the label says who they are.
    zone.holders.length < 2 || by === "load"
      ? []
      : [feature(hatchLines(zone.geometry, zoom, STRIPE_PX), colourOf(zone, 1))],
  );
  const gaps = zones.flatMap((zone) =>
    zone.holders.length > 0
      ? []
      : [feature(hatchLines(zone.geometry, zoom, HATCH_PX), palette.overdue)],
  );
  return {
    sources: {
      "responsibility-fills": { type: "geojson", data: collection(fills) },
      "responsibility-stripes": { type: "geojson", data: collection(stripes) },
      "responsibility-gaps": { type: "geojson", data: collection(gaps) },
    },
    style: [
      {
        id: "responsibility-fill",
        type: "fill",
        source: "responsibility-fills",
        paint: { "fill-color": ["get", "colour"], "fill-opacity": opacity },
      },
      {
        id: "responsibility-stripe",
        type: "line",
        source: "responsibility-stripes",
        paint: {
          "line-color": ["get", "colour"],
          "line-opacity": Math.min(1, 1.6 * opacity),
          // The gap grows with the map, and so must the stripe.
          "line-width": [
            "interpolate",
            ["exponential", 2],
            ["zoom"],
            zoom - 4,
            STRIPE_PX / 2 / 16,
            zoom + 4,
            (STRIPE_PX / 2) * 16,
          ],
        },
      },
      {
        id: "responsibility-gap",
        type: "line",
        source: "responsibility-gaps",
        paint: { "line-color": ["get", "colour"], "line-width": HATCH_LINE_PX },
      },
    ],
  };
}

function feature(geometry: Geometry, colour: string): Feature {
  return { type: "Feature", properties: { colour }, geometry };
}

function collection(features: Feature[]): FeatureCollection {
  return { type: "FeatureCollection", features };
}
