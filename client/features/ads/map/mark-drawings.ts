import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { AdSite, AdSpot } from "../../../../domain/contract/ads.ts";
import tokens from "../../../app/tokens.json";
import type { Drawing } from "../../../map/layers/layer.ts";
import type { DensityColours } from "./density-colours.ts";
import { type MarkTier, markFeatures, markTiers, type PlacedMark } from "./mark-features.ts";
import { type MarkImage, markImage } from "./mark-images.ts";

const { existing } = tokens.adDensity;

/** Kinds of marks that a click or the pointer finds, nearest to the eye first. */
export const markKinds = ["new", "repair", "ad", "site"] as const;
export type MarkKind = (typeof markKinds)[number];

export function markLayer(kind: MarkKind, tier: MarkTier): string {
  return `ads-${kind}-${tier.id}`;
}

/** 现有: a dot each, hollow where it does not count. With a subject the ads of that theme stand out. */
export function adsDrawing(
  placed: readonly PlacedMark<AdSpot>[],
  colours: DensityColours,
  subject: string | null,
): Drawing {
  const isOther: ExpressionSpecification =
    subject === null ? ["literal", false] : ["!=", ["get", "theme"], subject];
  const radius = (px: number): ExpressionSpecification =>
    subject === null ? ["literal", px] : ["case", isOther, px * 0.7, px * 1.9];
  return tiered(
    "ad",
    placed,
    ({ counts, theme }) => ({ counts, theme: theme ?? "" }),
    (base) => ({
      ...base,
      type: "circle",
      paint: {
        "circle-radius": [
          "interpolate",
          ["linear"],
          ["zoom"],
          12,
          radius(existing.r * 0.75),
          14,
          radius(existing.r),
          18,
          radius(existing.r * 2),
        ],
        "circle-color": ["case", ["get", "counts"], colours.mark, colours.markCase],
        "circle-stroke-color": ["case", ["get", "counts"], colours.markCase, colours.mark],
        "circle-stroke-width": existing.strokeWidth,
        "circle-opacity": ["case", isOther, 0.35, 1],
        "circle-stroke-opacity": ["case", isOther, 0.35, 1],
      },
    }),
  );
}

export type Proposal = Pick<AdSpot, "id" | "position" | "road" | "side">;

/** 建议新设 and 建议修复, over everything else. */
export function proposalsDrawing(
  kind: "new" | "repair",
  placed: readonly PlacedMark<Proposal>[],
): Drawing {
  return tiered(
    kind,
    placed,
    () => ({}),
    (base) => ({
      ...base,
      ...(base.id.endsWith("-far") && { minzoom: 0 }),
      type: "symbol",
      layout: {
        "icon-image": markImage(kind),
        "icon-size": ["interpolate", ["linear"], ["zoom"], 10, 0.45, 12.5, 0.8, 14, 1],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
    }),
  );
}

/** Places for more: a hollow diamond where one may be put up, a cross where the rules bar it. */
export function sitesDrawing(placed: readonly PlacedMark<AdSite>[]): Drawing {
  const image = (name: MarkImage) => markImage(name);
  return tiered(
    "site",
    placed,
    ({ blocked }) => ({ isBarred: blocked !== null }),
    (base) => ({
      ...base,
      type: "symbol",
      layout: {
        "icon-image": ["case", ["get", "isBarred"], image("barred"), image("free")],
        "icon-size": ["interpolate", ["linear"], ["zoom"], 12, 0.5, 15, 1],
        "icon-allow-overlap": true,
        "icon-ignore-placement": true,
      },
      paint: { "icon-opacity": ["case", ["get", "isBarred"], 0.6, 0.75] },
    }),
  );
}

type Base = { readonly id: string; readonly source: string; minzoom: number; maxzoom: number };

/** A source and a layer for each tier. */
export function tiered<M extends Proposal>(
  kind: MarkKind | "picked" | "picked-halo",
  placed: readonly PlacedMark<M>[],
  propertiesOf: (mark: M) => Readonly<Record<string, string | boolean>>,
  layerOf: (base: Base) => LayerSpecification,
): Drawing {
  const sources: Record<string, NonNullable<Drawing["sources"]>[string]> = {};
  const style = markTiers.map((tier) => {
    const id = `ads-${kind}-${tier.id}`;
    sources[id] = { type: "geojson", data: markFeatures(placed, tier, propertiesOf) };
    const { minzoom, maxzoom } = tier;
    return layerOf({ id, source: id, minzoom, maxzoom });
  });
  return { sources, style };
}
