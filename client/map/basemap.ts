import type {
  BackgroundLayerSpecification,
  ExpressionSpecification,
  FilterSpecification,
  LayerSpecification,
  StyleSpecification,
} from "maplibre-gl";
import { type MapPalette, type RoadKind, roadKinds } from "./palette.ts";
import { type Band, slotOf } from "./slots.ts";

export const BASEMAP = "basemap";

/** Deepest tiles that the server cuts. */
const TILE_MAX_ZOOM = 15;

/** The base style from a palette: geography of the pack, and a slot per band. Pure. */
export function basemapStyle(
  palette: MapPalette,
  latitude: number,
  origin: string,
): StyleSpecification {
  const isDay = palette.theme === "day";
  return {
    version: 8,
    sources: {
      [BASEMAP]: {
        type: "vector",
        tiles: [`${origin}/api/tiles/basemap/{z}/{x}/{y}.pbf`],
        maxzoom: TILE_MAX_ZOOM,
      },
    },
    layers: [
      { id: "land", type: "background", paint: { "background-color": palette.land } },
      area("green", "green", palette.green, 0, isDay ? {} : HARD),
      area("water", "water", palette.water, 0, HARD),
      {
        id: "water-line",
        type: "line",
        source: BASEMAP,
        "source-layer": "water",
        paint: { "line-color": palette.waterLine, "line-width": 0.8 },
      },
      area("buildings", "buildings", palette.building, 14.5),
      ...(isDay
        ? roadKinds.toReversed().map((kind) => roadLayer(kind, palette, latitude, true))
        : []),
      ...roadKinds.toReversed().map((kind) => roadLayer(kind, palette, latitude, false)),
      slot("areas"),
      slot("lines"),
      ...roadNames(palette),
      slot("points"),
      slot("labels"),
      slot("feedback"),
    ],
  };
}

/** Width in px of a token given at 8 m per pixel: × (8 / metres per pixel)^0.55, at every zoom. */
export function roadWidth(token: number, latitude: number, extra = 0): ExpressionSpecification {
  const metresPerPixelAt0 = 78_271.517 * Math.cos((latitude * Math.PI) / 180);
  const at = (zoom: number) => token * (8 / (metresPerPixelAt0 / 2 ** zoom)) ** 0.55 + extra;
  return ["interpolate", ["exponential", 2 ** 0.55], ["zoom"], 8, at(8), 20, at(20)];
}

/** Soft edges are a pass of their own, which areas do without whose edge a line covers, or that are hardly other than the ground. */
const HARD = { "fill-antialias": false } as const;

function area(
  id: string,
  sourceLayer: string,
  colour: string,
  minzoom: number,
  edge: Partial<typeof HARD> = {},
): LayerSpecification {
  return {
    id,
    type: "fill",
    source: BASEMAP,
    "source-layer": sourceLayer,
    minzoom,
    paint: { "fill-color": colour, ...edge },
  };
}

const MIN_ZOOM: Readonly<Record<RoadKind, number>> = {
  arterialTrunk: 0,
  arterial: 0,
  secondary: 10,
  branch: 12.3,
  lane: 13.3,
  path: 15,
  link: 11,
};

function roadLayer(
  kind: RoadKind,
  palette: MapPalette,
  latitude: number,
  isCasing: boolean,
): LayerSpecification {
  const isMinor = kind === "branch" || kind === "lane" || kind === "path";
  const extra = isCasing ? palette.casingExtra : 0;
  return {
    id: `road-${kind}${isCasing ? "-casing" : ""}`,
    type: "line",
    source: BASEMAP,
    "source-layer": isMinor ? "minor-roads" : "roads",
    minzoom: MIN_ZOOM[kind],
    filter: roadFilter(kind),
    layout: { "line-cap": isCasing ? "butt" : "round", "line-join": "round" },
    paint: {
      "line-color": isCasing ? (palette.roadCasing(kind) ?? palette.land) : palette.roadFill(kind),
      "line-width": roadWidth(palette.roadWidth(kind), latitude, extra),
    },
  };
}

const PATHS = ["footway", "path", "track", "pedestrian", "steps", "cycleway"];
const TRUNKS = ["motorway", "trunk"];

function roadFilter(kind: RoadKind): FilterSpecification {
  const isClass = (name: string): ExpressionSpecification => ["==", ["get", "class"], name];
  const isHighway = (names: string[]): ExpressionSpecification => [
    "in",
    ["get", "highway"],
    ["literal", names],
  ];
  switch (kind) {
    case "arterialTrunk":
      return isHighway(TRUNKS);
    case "arterial":
      return ["all", isClass("arterial"), ["!", isHighway(TRUNKS)]];
    case "lane":
      return ["all", isClass("lane"), ["!", isHighway(PATHS)]];
    case "path":
      return ["all", isClass("lane"), isHighway(PATHS)];
    case "link":
      return ["all", isClass("none"), ["!", isHighway(TRUNKS)]];
    default:
      return isClass(kind);
  }
}

function roadNames(palette: MapPalette): LayerSpecification[] {
  const named = (
    id: string,
    sourceLayer: string,
    classes: string[],
    minzoom: number,
    spacing: number,
  ): LayerSpecification => ({
    id,
    type: "symbol",
    source: BASEMAP,
    "source-layer": sourceLayer,
    minzoom,
    filter: ["all", ["!=", ["get", "name"], ""], ["in", ["get", "class"], ["literal", classes]]],
    layout: {
      "symbol-placement": "line",
      "symbol-spacing": spacing,
      "text-field": ["get", "name"],
      "text-font": ["Noto Sans SC Regular"],
      "text-size": 12,
      "text-letter-spacing": 0.05,
      "text-max-angle": 35,
      "text-padding": 12,
    },
    paint: {
      "text-color": palette.roadLabel,
      "text-halo-color": palette.land,
      "text-halo-width": 1.6,
    },
  });
  return [
    named("lane-names", "minor-roads", ["lane"], 16, 300),
    named("branch-names", "minor-roads", ["branch"], 15.3, 320),
    named("secondary-names", "roads", ["secondary"], 14.3, 360),
    named("arterial-names", "roads", ["arterial"], 12.5, 420),
    {
      id: "river-names",
      type: "symbol",
      source: BASEMAP,
      "source-layer": "rivers",
      minzoom: 13,
      filter: ["!=", ["get", "name"], ""],
      layout: {
        "symbol-placement": "line",
        "symbol-spacing": 480,
        "text-field": ["get", "name"],
        "text-font": ["Noto Sans SC Regular"],
        "text-size": 13,
        "text-letter-spacing": 0.3,
      },
      paint: {
        "text-color": palette.theme === "day" ? "#4f7d9e" : "#7ba0d0",
        "text-halo-color": palette.water,
        "text-halo-width": 1.4,
      },
    },
  ];
}

function slot(band: Band): BackgroundLayerSpecification {
  return {
    id: slotOf(band),
    type: "background",
    layout: { visibility: "none" },
    paint: { "background-opacity": 0 },
  };
}
