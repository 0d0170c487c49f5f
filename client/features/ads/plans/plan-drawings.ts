import type { Position } from "geojson";
import type { Drawing } from "../../../map/layers/layer.ts";
import {
  type AxesByKey,
  markFeatures,
  markTiers,
  type PlacedMark,
  placeMarks,
} from "../map/mark-features.ts";

/** Something to be marked with a picture, on its own side of its road. */
export type MarkedSpot = {
  readonly id: string;
  readonly position: [number, number];
  readonly road: string | null;
  readonly side: number;
  readonly image: string;
};

/** Marks by picture; ids begin with the drawing's. */
export function imagesDrawing(id: string, spots: readonly MarkedSpot[], axes: AxesByKey): Drawing {
  const placed: PlacedMark<MarkedSpot>[] = placeMarks(spots, axes);
  const sources: Record<string, NonNullable<Drawing["sources"]>[string]> = {};
  const style = markTiers.map((tier) => {
    const name = `${id}-${tier.id}`;
    const data = markFeatures(placed, tier, ({ image }) => ({ image }));
    sources[name] = { type: "geojson", data };
    return {
      id: name,
      source: name,
      type: "symbol" as const,
      minzoom: tier.id === "far" ? 0 : tier.minzoom,
      maxzoom: tier.maxzoom,
      layout: {
        "icon-image": ["get", "image"] as unknown as string,
        "icon-size": [
          "interpolate",
          ["linear"],
          ["zoom"],
          10,
          0.45,
          12.5,
          0.8,
          14,
          1,
        ] as unknown as number,
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    };
  });
  return { sources, style };
}

/** From where something stood to where it is moved. */
export function pullsDrawing(
  id: string,
  pulls: readonly { readonly from: Position; readonly to: Position }[],
  colour: string,
): Drawing {
  const features = pulls.map(({ from, to }) => ({
    type: "Feature" as const,
    properties: {},
    geometry: { type: "LineString" as const, coordinates: [from, to] },
  }));
  return {
    sources: { [id]: { type: "geojson", data: { type: "FeatureCollection", features } } },
    style: [
      {
        id,
        source: id,
        type: "line",
        paint: { "line-color": colour, "line-width": 2, "line-dasharray": [2, 1.5] },
      },
    ],
  };
}
