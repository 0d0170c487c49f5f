import type { Feature, FeatureCollection } from "geojson";
import type { AdRoadDetail } from "../../../../domain/contract/ads.ts";
import tokens from "../../../app/tokens.json";
import type { Drawing } from "../../../map/layers/layer.ts";
import { stretchLine } from "./axis.ts";
import { densityWidth } from "./density-width.ts";
import type { Proposal } from "./mark-drawings.ts";
import { type AxesByKey, markFeatures, markTiers, type PlacedMark } from "./mark-features.ts";
import type { RoadLook } from "./road-drawings.ts";

const { selected } = tokens.map;

/** A double ring around a mark; the mark itself is never recoloured. */
export function pickedMarkDrawing(placed: PlacedMark<Proposal>, { palette }: RoadLook): Drawing {
  const sources: Record<string, NonNullable<Drawing["sources"]>[string]> = {};
  const style = markTiers.flatMap((tier) => {
    const source = `ads-picked-${tier.id}`;
    sources[source] = { type: "geojson", data: markFeatures([placed], tier, () => ({})) };
    const minzoom = tier.id === "far" ? 0 : tier.minzoom;
    const ring = (id: string, colour: string, widthPx: number) => ({
      id: `${source}-${id}`,
      type: "circle" as const,
      source,
      minzoom,
      maxzoom: tier.maxzoom,
      paint: {
        "circle-radius": selected.radius - widthPx / 2,
        "circle-color": "rgba(0,0,0,0)",
        "circle-stroke-color": colour,
        "circle-stroke-width": widthPx,
      },
    });
    return [
      ring("halo", palette.selectedHalo, selected.haloWidth),
      ring("ring", palette.selectedRing, selected.width),
    ];
  });
  return { sources, style };
}

/** A double line around a road; goes under the road itself. */
export function pickedRoadDrawing(
  key: string,
  roads: FeatureCollection,
  { palette, latitude }: RoadLook,
): Drawing {
  const features = roads.features.filter(({ properties }) => properties?.key === key);
  const around = (id: string, colour: string, extraPx: number) => ({
    id: `ads-picked-road-${id}`,
    type: "line" as const,
    source: "ads-picked-road",
    layout: { "line-cap": "round" as const, "line-join": "round" as const },
    paint: { "line-color": colour, "line-width": densityWidth(latitude, extraPx) },
  });
  return {
    sources: {
      "ads-picked-road": { type: "geojson", data: { type: "FeatureCollection", features } },
    },
    style: [
      around("ring", palette.selectedRing, 3.4 + 4 + 2 * selected.width),
      around("halo", palette.selectedHalo, 3.4 + 4),
    ],
  };
}

/** The empty stretches of the picked road that are too long, beside its line with their lengths. */
export function stretchesDrawing(
  { key, pieces: lengths, stretches }: AdRoadDetail,
  axes: AxesByKey,
  { colours, palette }: RoadLook,
): Drawing {
  const pieces = axes.get(key) ?? [];
  const features = stretches.flatMap(({ piece, from, to, length, isTooLong }): Feature[] => {
    const coordinates = isTooLong
      ? stretchLine(pieces[piece] ?? [], from, to, lengths[piece] ?? 0)
      : [];
    if (coordinates.length < 2) return [];
    const geometry = { type: "LineString" as const, coordinates };
    return [{ type: "Feature", geometry, properties: { words: `${Math.round(length)} m` } }];
  });
  return {
    sources: {
      "ads-stretches": { type: "geojson", data: { type: "FeatureCollection", features } },
    },
    style: [
      {
        id: "ads-stretch-line",
        type: "line",
        source: "ads-stretches",
        paint: { "line-color": colours.short, "line-width": 2, "line-offset": 10 },
      },
      {
        id: "ads-stretch-words",
        type: "symbol",
        source: "ads-stretches",
        layout: {
          "symbol-placement": "line-center",
          "text-field": ["get", "words"],
          "text-font": ["Noto Sans SC Regular"],
          "text-size": 12,
          "text-offset": [0, 1.6],
          "text-allow-overlap": true,
        },
        paint: {
          "text-color": colours.short,
          "text-halo-color": palette.halo,
          "text-halo-width": 1.8,
        },
      },
    ],
  };
}
