import { ScatterplotLayer, TextLayer } from "@deck.gl/layers";
import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import type { RasterSourceSpecification } from "maplibre-gl";
import { describe, expect, test } from "vitest";
import { look } from "../../../client/features/screen/wall-layout.ts";
import { MAP_PER_UNIT } from "../../../client/features/screen/wall-pixels.ts";
import { basemapStyle, roadWidth } from "../../../client/map/basemap.ts";
import { deskZoom, enlargedDrawing, enlargedStyle } from "../../../client/map/enlarge.ts";
import { mapPalette } from "../../../client/map/palette.ts";
import { PLACES_FROM_ZOOM } from "../../../client/map/zoom-steps.ts";

const style = basemapStyle(mapPalette("night"), 30.6, "http://localhost");

describe("enlarged maps", () => {
  test.each([0.3, 0.53, 2.68, 8])("keep a valid style at %d of the desk's size", (scale) => {
    expect(validateStyleMin(enlargedStyle(style, scale) as never)).toEqual([]);
  });

  test("are the very same at the desk's size", () => {
    expect(enlargedStyle(style, 1)).toBe(style);
    const drawing = {};
    expect(enlargedDrawing(drawing, 1)).toBe(drawing);
  });

  test("draw a road twice as broad where the same ground takes twice the px", () => {
    const [desk, wall] = [style, enlargedStyle(style, 2)].map(({ layers }) => {
      const road = layers.find(({ id }) => id === "road-arterial");
      return (road?.paint as { "line-width"?: number[] } | undefined)?.["line-width"];
    });
    expect(desk).toEqual(roadWidth(2.6, 30.6));
    expect(wall?.slice(3)).toEqual([9, 2 * (desk?.[4] ?? 0), 21, 2 * (desk?.[6] ?? 0)]);
    expect(deskZoom(14, 2)).toBe(13);
  });

  test.each([1080, 1200, 1440, 1600, 2160, 4320])(
    "are at the step that they were fitted to, %d px high",
    (height) => {
      const scale = (height / look.height) * MAP_PER_UNIT;
      const fitted = PLACES_FROM_ZOOM + Math.log2(scale);
      expect(deskZoom(fitted, scale)).toBe(PLACES_FROM_ZOOM);
      expect(deskZoom(fitted - 1e-5, scale)).toBeLessThan(PLACES_FROM_ZOOM);
    },
  );

  test("show names as far in as the ground is the same", () => {
    const minzoom = (scale: number) =>
      enlargedStyle(style, scale).layers.find(({ id }) => id === "lane-names")?.minzoom;
    expect([minzoom(1), minzoom(2)]).toEqual([16, 17]);
  });

  test("ask for the pictures of the desk's zoom, and for finer ones where those would be coarse", () => {
    const tiles: RasterSourceSpecification = {
      type: "raster",
      tiles: ["http://localhost/{z}"],
      tileSize: 256,
    };
    const points = { type: "geojson", data: "http://localhost" } as const;
    const sources = (scale: number) =>
      enlargedDrawing({ sources: { tiles, points } }, scale).sources;
    expect(sources(1.34)).toEqual({ tiles: { ...tiles, tileSize: 343 }, points });
    expect(sources(5)?.tiles).toMatchObject({ tileSize: 512 });
  });

  test("enlarge marks in px, not those in metres, once for each drawing", () => {
    const drawing = {
      deck: [
        new ScatterplotLayer({ id: "px", data: [], radiusUnits: "pixels" }),
        new ScatterplotLayer({ id: "m", data: [], radiusUnits: "meters" }),
        new TextLayer({ id: "text", data: [], getPixelOffset: [3, -4] }),
      ],
    };
    const larger = enlargedDrawing(drawing, 2);
    const props = larger.deck?.map((layer) => layer.props as unknown as Record<string, unknown>);
    expect(props?.[0]?.radiusScale).toBe(2);
    expect(props?.[1]?.radiusScale).toBe(1);
    expect(props?.[2]?.sizeScale).toBe(2);
    expect(props?.[2]?.getPixelOffset).toEqual([6, -8]);
    expect(enlargedDrawing(drawing, 2)).toBe(larger);
  });
});
