import {
  createPropertyExpression,
  featureFilter,
  latest,
  type StylePropertySpecification,
  validateStyleMin,
} from "@maplibre/maplibre-gl-style-spec";
import type { LineLayerSpecification } from "maplibre-gl";
import { describe, expect, test } from "vitest";
import { basemapStyle, roadWidth } from "../../../client/map/basemap.ts";
import { mapPalette, type RoadKind } from "../../../client/map/palette.ts";

const LATITUDE = 30.6;

/** A road of each kind as tiles have it, and from which zoom it is drawn. */
const roads = [
  ["arterialTrunk", "roads", { class: "arterial", highway: "trunk" }, 0],
  ["arterial", "roads", { class: "arterial", highway: "primary" }, 0],
  ["secondary", "roads", { class: "secondary", highway: "secondary" }, 10],
  ["link", "roads", { class: "none", highway: "primary_link" }, 11],
  ["branch", "minor-roads", { class: "branch", highway: "tertiary" }, 13],
  ["lane", "minor-roads", { class: "lane", highway: "residential" }, 14],
  ["path", "minor-roads", { class: "lane", highway: "footway" }, 15],
] as const satisfies readonly (readonly [RoadKind, string, object, number])[];

describe.each(["day", "night"] as const)("the base map by %s", (theme) => {
  const palette = mapPalette(theme);
  const style = basemapStyle(palette, LATITUDE, "http://localhost");

  test("is a valid style", () => {
    expect(validateStyleMin(style as never)).toEqual([]);
  });

  test.each(roads)(
    "draws %s once, in its own colour and width",
    (kind, sourceLayer, road, from) => {
      for (const zoom of [from - 1, from, 17]) {
        const drawing = style.layers
          .filter((layer) => layer.type === "line" && layer["source-layer"] === sourceLayer)
          .filter(({ id }) => !id.endsWith("-casing"))
          .filter((layer) => isDrawn(layer as LineLayerSpecification, road, zoom));
        expect(drawing).toHaveLength(zoom < from ? 0 : 1);
        const { paint = {} } = (drawing[0] ?? {}) as Partial<LineLayerSpecification>;
        if (zoom < from) continue;
        const width = roadWidth(palette.roadWidth(kind), LATITUDE);
        expect(valueAt("line-width", paint["line-width"], road, zoom + 0.4)).toBeCloseTo(
          valueAt("line-width", width, road, zoom + 0.4) as number,
          9,
        );
        expect(String(valueAt("line-color", paint["line-color"], road, zoom))).toBe(
          String(valueAt("line-color", palette.roadFill(kind), road, zoom)),
        );
      }
    },
  );
});

function isDrawn({ minzoom = 0, filter }: LineLayerSpecification, road: object, zoom: number) {
  return zoom >= minzoom && featureFilter(filter, "filter").filter({ zoom }, asFeature(road));
}

function valueAt(name: string, value: unknown, road: object, zoom: number): unknown {
  const spec = latest.paint_line[name as "line-width"] as StylePropertySpecification;
  const made = createPropertyExpression(value, name, spec);
  if (made.result === "error") throw new Error(made.value.map(String).join());
  return made.value.evaluate({ zoom }, asFeature(road));
}

function asFeature(properties: object) {
  return { type: 2, properties } as never;
}
