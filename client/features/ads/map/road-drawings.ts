import type { FeatureCollection } from "geojson";
import type { ExpressionSpecification, LineLayerSpecification } from "maplibre-gl";
import type { Drawing } from "../../../map/layers/layer.ts";
import type { MapPalette } from "../../../map/palette.ts";
import type { AdsMapMode } from "../../../state/ads-url.ts";
import type { DensityColours } from "./density-colours.ts";
import { densityWidth } from "./density-width.ts";

const SOURCE = "ads-roads";
/** What is drawn beyond the line itself on both sides together, px. */
const CASING_PX = 3.4;

export type RoadLook = {
  readonly colours: DensityColours;
  readonly palette: MapPalette;
  readonly latitude: number;
};

type Where = ExpressionSpecification;
const is = (name: string, value: string): Where => ["==", ["get", name], value];
const isNot = (name: string, value: string): Where => ["!=", ["get", name], value];

/** Roads as a mode of the map tells of them; style layers only, so that panning costs no script. */
export function roadsDrawing(data: FeatureCollection, mode: AdsMapMode, look: RoadLook): Drawing {
  const style = {
    density: densityLayers,
    gaps: gapLayers,
    sides: sideLayers,
    themes: quietLayers,
  }[mode](look);
  return { sources: { [SOURCE]: { type: "geojson", data, tolerance: 0.3 } }, style };
}

/** Every style layer that draws roads, so that a click or the pointer finds them. */
export const ROAD_LAYER = /^ads-road-/;

function densityLayers(look: RoadLook): NonNullable<Drawing["style"]> {
  const { colours } = look;
  return [
    thin(look, is("status", "unneeded")),
    line(look, "case", isNot("status", "unneeded"), colours.casing, CASING_PX),
    line(look, "met", is("status", "met"), colours.met),
    line(look, "dense", is("status", "dense"), colours.dense, 2),
    line(look, "dense-core", is("status", "dense"), colours.denseCore, -1.4),
    line(look, "short-under", is("status", "short"), colours.shortUnder),
    dashed(line(look, "short", is("status", "short"), colours.short)),
  ];
}

/** 空档: too long an empty stretch dashed, with its length. */
function gapLayers(look: RoadLook): NonNullable<Drawing["style"]> {
  const { colours, palette } = look;
  return [
    thin(look, is("gap", "none")),
    line(look, "case", isNot("gap", "none"), colours.casing, CASING_PX),
    line(look, "met", is("gap", "ok"), colours.met),
    line(look, "short-under", is("gap", "long"), colours.shortUnder),
    dashed(line(look, "short", is("gap", "long"), colours.short)),
    {
      id: "ads-road-gap-words",
      type: "symbol",
      source: SOURCE,
      minzoom: 13.5,
      filter: is("gap", "long"),
      layout: {
        "symbol-placement": "line-center",
        "text-field": ["concat", ["to-string", ["round", ["get", "longestGapM"]]], " m"],
        "text-font": ["Noto Sans SC Regular"],
        "text-size": 12,
        "text-offset": [0, -1],
      },
      paint: {
        "text-color": colours.short,
        "text-halo-color": palette.halo,
        "text-halo-width": 1.8,
      },
    },
  ];
}

/** 左右侧: a line for each side; left is to the left along the axis. */
function sideLayers(look: RoadLook): NonNullable<Drawing["style"]> {
  const { colours, latitude } = look;
  const isJudged: Where = ["any", isNot("left", "none"), isNot("right", "none")];
  const sides = ["left", "right"] as const;
  return [
    thin(look, ["!", isJudged]),
    line(look, "case", isJudged, colours.casing, CASING_PX + 2),
    ...sides.flatMap((side) => {
      const sign = side === "left" ? -1 : 1;
      const beside = (layer: LineLayerSpecification): LineLayerSpecification => ({
        ...layer,
        paint: {
          ...layer.paint,
          "line-width": densityWidth(latitude, 0, 0.5),
          "line-offset": [
            "interpolate",
            ["exponential", 2],
            ["zoom"],
            10,
            sign * 1.6,
            16,
            sign * 4.5,
          ],
        },
      });
      return [
        beside(line(look, `${side}-met`, is(side, "ok"), colours.met)),
        beside(line(look, `${side}-short-under`, is(side, "short"), colours.shortUnder)),
        beside(dashed(line(look, `${side}-short`, is(side, "short"), colours.short))),
      ];
    }),
  ];
}

/** 主题: the ads speak, the roads are only there. */
function quietLayers(look: RoadLook): NonNullable<Drawing["style"]> {
  return [thin(look, ["has", "key"])];
}

function line(
  { latitude }: RoadLook,
  id: string,
  filter: Where,
  colour: string,
  extraPx = 0,
): LineLayerSpecification {
  return {
    id: `ads-road-${id}`,
    type: "line",
    source: SOURCE,
    filter,
    layout: { "line-cap": "round", "line-join": "round" },
    paint: { "line-color": colour, "line-width": densityWidth(latitude, extraPx) },
  };
}

/** Dashes of twice the width, gaps of once. */
function dashed(layer: LineLayerSpecification): LineLayerSpecification {
  return {
    ...layer,
    layout: { "line-cap": "butt", "line-join": "round" },
    paint: { ...layer.paint, "line-dasharray": [2, 1] },
  };
}

function thin({ colours }: RoadLook, filter: Where): LineLayerSpecification {
  return {
    id: "ads-road-unneeded",
    type: "line",
    source: SOURCE,
    filter,
    layout: { "line-cap": "round", "line-join": "round" },
    paint: {
      "line-color": colours.unneeded,
      "line-width": ["interpolate", ["linear"], ["zoom"], 10, 0.8, 16, 1.8],
      "line-opacity": 0.6,
    },
  };
}
