import type { ExpressionSpecification } from "maplibre-gl";
import type { PaintedGround } from "../painted-ground.ts";
import { paintingQuery } from "../painting-query.ts";
import { type Drawing, defineLayer, nothing, type View } from "./layer.ts";

/** The zones by who answers for them, pale enough for what lies on top. Two holders: stripes of both; nobody: a hatch. */
export const responsibilityAreas = defineLayer({
  id: "responsibility",
  title: (text) => text.layers.responsibility,
  band: "areas",
  isDefault: true,
  query: ({ colour, filter, zoom, client }) => ({
    queryKey: ["painted-ground", colour, filter, colour === null ? null : Math.floor(zoom)],
    queryFn: async (): Promise<PaintedGround | null> => {
      const painting = await client.ensureQueryData(paintingQuery(colour, filter, client));
      if (painting === null) return null;
      const { paintedGround } = await import("../painted-ground.ts");
      return paintedGround(painting, zoom);
    },
  }),
  draw: (ground: PaintedGround | null, view): Drawing =>
    ground === null ? nothing : drawGround(ground, view),
});

/** Half of a stripe and its gap at the zoom that stripes are made for; the gap grows with the map, and so must the stripe. */
const STRIPE_PX = 9;

function drawGround({ by, zoom, fills, stripes, gaps }: PaintedGround, { palette }: View): Drawing {
  const { colours, opacity } = by === "load" ? palette.dutyLoad : palette.dutyHues;
  const colour: ExpressionSpecification = ["at", ["get", "colour"], ["literal", [...colours]]];
  return {
    sources: {
      "responsibility-fills": { type: "geojson", data: fills },
      "responsibility-stripes": { type: "geojson", data: stripes },
      "responsibility-gaps": { type: "geojson", data: gaps },
    },
    style: [
      {
        id: "responsibility-fill",
        type: "fill",
        source: "responsibility-fills",
        paint: { "fill-color": ["to-color", colour], "fill-opacity": opacity },
      },
      {
        id: "responsibility-stripe",
        type: "line",
        source: "responsibility-stripes",
        paint: {
          "line-color": ["to-color", colour],
          "line-opacity": Math.min(1, 1.6 * opacity),
          "line-width": [
            "interpolate",
            ["exponential", 2],
            ["zoom"],
            zoom - 4,
            STRIPE_PX / 16,
            zoom + 4,
            STRIPE_PX * 16,
          ],
        },
      },
      {
        id: "responsibility-gap",
        type: "line",
        source: "responsibility-gaps",
        paint: { "line-color": palette.overdue, "line-width": 1.4 },
      },
    ],
  };
}
