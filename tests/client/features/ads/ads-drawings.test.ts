import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { describe, expect, test } from "vitest";
import { densityColours } from "../../../../client/features/ads/map/density-colours.ts";
import {
  adsDrawing,
  proposalsDrawing,
  sitesDrawing,
} from "../../../../client/features/ads/map/mark-drawings.ts";
import { placeMarks } from "../../../../client/features/ads/map/mark-features.ts";
import {
  pickedMarkDrawing,
  pickedRoadDrawing,
  stretchesDrawing,
} from "../../../../client/features/ads/map/picked-drawings.ts";
import { roadsDrawing } from "../../../../client/features/ads/map/road-drawings.ts";
import { roadFeatures } from "../../../../client/features/ads/map/road-features.ts";
import type { Drawing } from "../../../../client/map/layers/layer.ts";
import { mapPalette } from "../../../../client/map/palette.ts";
import { adsMapModes } from "../../../../client/state/ads-url.ts";
import { adSpot, axes, road, rules } from "./ads-builder.ts";

const line: [number, number][] = [
  [114.3, 30.6],
  [114.31, 30.6],
];
const roads = axes({ a: [line] });
const features = roadFeatures(roads, { roads: [road({ key: "a" })] }, rules());
const placed = placeMarks([adSpot({ road: "a", side: 1 })], new Map([["a", [line]]]));
const [mark] = placed;
if (!mark) throw new Error("no mark");
const site = { ...adSpot(), cost: 800, blocked: "junction" };
const detail = {
  key: "a",
  pieces: [958],
  stretches: [{ piece: 0, from: 10, to: 700, length: 690, isTooLong: true }],
} as unknown as Parameters<typeof stretchesDrawing>[0];

describe.each(["day", "night"] as const)("by %s the map takes", (theme) => {
  const look = { palette: mapPalette(theme), colours: densityColours(theme), latitude: 30.6 };
  const drawings: Readonly<Record<string, Drawing>> = {
    ...Object.fromEntries(
      adsMapModes.map((mode) => [`roads: ${mode}`, roadsDrawing(features, mode, look)]),
    ),
    ads: adsDrawing(placed, look.colours, null),
    "ads of a theme": adsDrawing(placed, look.colours, "values"),
    "new ones": proposalsDrawing("new", placed),
    repairs: proposalsDrawing("repair", placed),
    sites: sitesDrawing(placeMarks([site], new Map())),
    "a picked mark": pickedMarkDrawing(mark, look),
    "a picked road": pickedRoadDrawing("a", features, look),
    stretches: stretchesDrawing(detail, new Map([["a", [line]]]), look),
  };

  test.each(Object.keys(drawings))("%s", (name) => {
    const { sources = {}, style = [] } = drawings[name] ?? {};
    expect(style.length).toBeGreaterThan(0);
    const wrong = validateStyleMin({
      version: 8,
      glyphs: "{fontstack}/{range}.pbf",
      sources: { ...sources },
      layers: [...style],
    });
    expect(wrong.map(({ message }) => message)).toEqual([]);
  });
});
