import { readdirSync } from "node:fs";
import { validateStyleMin } from "@maplibre/maplibre-gl-style-spec";
import { QueryClient } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";
import { basemapStyle } from "../../../client/map/basemap.ts";
import type { Scope, View } from "../../../client/map/layers/layer.ts";
import { layers } from "../../../client/map/layers/registry.ts";
import { mapPalette } from "../../../client/map/palette.ts";
import { bands, slotOf } from "../../../client/map/slots.ts";
import { zhCn } from "../../../client/text/zh-cn.ts";
import { hotSpotPatterns } from "../../../domain/hot-spots/hot-spot-pattern.ts";

const themes = ["day", "night"] as const;

function viewOf(theme: (typeof themes)[number]): View {
  return {
    palette: mapPalette(theme),
    text: zhCn,
    zoom: 13,
    latitude: 30.6,
    picked: { kind: "zone", id: "Z01" },
    metresPerPixel: 8,
  };
}

const square = [
  [114.3, 30.6],
  [114.31, 30.6],
  [114.31, 30.61],
  [114.3, 30.6],
] as [number, number][];
const zones = {
  type: "FeatureCollection" as const,
  features: [
    {
      type: "Feature" as const,
      geometry: { type: "Polygon" as const, coordinates: [square] },
      properties: {
        id: "Z01",
        name: "和平片区",
        level: "zone" as const,
        parentId: null,
        leads: ["市领导 06"],
        units: [],
        openCount: 1,
        overdueCount: 0,
        recurrenceCount: 2,
      },
    },
  ],
};
const empty = { type: "FeatureCollection" as const, features: [] };

const hotSpots = {
  type: "FeatureCollection" as const,
  features: hotSpotPatterns.map((category) => ({
    type: "Feature" as const,
    geometry: { type: "Polygon" as const, coordinates: [square] },
    properties: { id: category, category },
  })),
  cellM: 500,
};

/** Data of the shape that each layer's query yields; deck-only layers draw no style and are tried in the browser. */
const samples: Record<string, unknown> = {
  heat: [{ category: "E05" }],
  backlog: [{}],
  "hot-spots": hotSpots,
  zones,
  communities: zones,
  sections: empty,
  places: [],
  responsibility: { by: "lead", zoom: 12, fills: zones, stripes: empty, gaps: empty },
  chiefs: { held: empty, unheld: empty },
  held: zones,
  "zone-labels": {
    zones,
    painting: null,
    obstacles: [],
    bounds: [114.2, 30.5, 114.4, 30.7],
    zoom: 13,
  },
};

Object.assign(globalThis, { location: { origin: "http://127.0.0.1:8787" } });

describe.each(themes)("map style by %s", (theme) => {
  test("the basemap is a valid style without glyph or sprite server, with a slot per band in order", () => {
    const style = basemapStyle(mapPalette(theme), 30.6, "http://127.0.0.1:8787");
    expect(validateStyleMin(style)).toEqual([]);
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    const slots = style.layers.map(({ id }) => id).filter((id) => id.startsWith("slot-"));
    expect(slots).toEqual(bands.map(slotOf));
  });

  test.each(Object.keys(samples))("layer %s draws what the style validator accepts", (id) => {
    const layer = layers.find((candidate) => candidate.id === id);
    const drawing = layer!.draw(samples[id], viewOf(theme));
    const style = basemapStyle(mapPalette(theme), 30.6, "http://127.0.0.1:8787");
    const whole = {
      ...style,
      sources: { ...style.sources, ...drawing.sources },
      layers: [...style.layers, ...(drawing.style ?? [])],
    };
    expect(validateStyleMin(whole)).toEqual([]);
    for (const { id: name } of drawing.style ?? []) expect(name.startsWith(`${id}-`)).toBe(true);
  });
});

test("the line around a picked zone is drawn for a zone that is picked alone", () => {
  const gridZones = layers.find(({ id }) => id === "zones");
  const drawn = (view: View) => gridZones!.draw(zones, view).style?.map(({ id }) => id);
  expect(drawn(viewOf("night"))).toContain("zones-picked");
  expect(drawn({ ...viewOf("night"), picked: null })).not.toContain("zones-picked");
});

describe("the registry", () => {
  test("holds every layer file once", () => {
    const files = readdirSync("client/map/layers").filter(
      (file) => !["layer.ts", "registry.ts"].includes(file),
    );
    // heat.ts holds the two measures that are drawn alike.
    expect(layers).toHaveLength(files.length + 1);
    expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
  });

  test("no id begins another, so that a map object tells its layer", () => {
    for (const { id } of layers) {
      for (const other of layers) {
        if (other.id !== id && other.id.startsWith(`${id}-`))
          expect([id, other.id]).toEqual(["zones", "never"]);
      }
    }
  });

  test("every layer asks for other data under another filter, but for those without a filter", () => {
    const scope = (category: string): Scope => ({
      filter: { category },
      bounds: [114.2, 30.5, 114.4, 30.7],
      zoom: 13,
      picked: "zone:Z01",
      classes: "new",
      colour: "lead",
      drawn: new Set(["clusters"]),
      client: new QueryClient(),
    });
    const indifferent = ["chiefs", "sections", "held", "places", "picked"];
    for (const layer of layers) {
      const [a, b] = [layer.query(scope("E01")).queryKey, layer.query(scope("E05")).queryKey];
      const isSame = JSON.stringify(a) === JSON.stringify(b);
      expect(isSame, layer.id).toBe(indifferent.includes(layer.id));
    }
  });
});
