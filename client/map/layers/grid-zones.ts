import type { MultiLineString, Polygon } from "geojson";
import type { LineLayerSpecification } from "maplibre-gl";
import tokens from "../../app/tokens.json";
import type { MapPalette } from "../palette.ts";
import { zoneBorders } from "../zone-borders.ts";
import { type ZoneShapes, zoneShapesQuery } from "../zone-shapes.ts";
import { type Drawing, defineLayer, type View } from "./layer.ts";

const WORLD: [number, number][] = [
  [-180, -85],
  [180, -85],
  [180, 85],
  [-180, 85],
  [-180, -85],
];

/** 网格片区: the border once, its case under it, everything outside the city dimmed; hover and selection are the only fills. */
export const gridZones = defineLayer({
  id: "zones",
  title: (text) => text.layers.zones,
  band: "lines",
  isDefault: true,
  query: ({ filter }) => zoneShapesQuery(filter, "zone"),
  draw: (zones: ZoneShapes, view): Drawing => {
    const { lines, outline } = zoneBorders(zones);
    const { palette, picked } = view;
    const pickedId = picked?.kind === "zone" ? picked.id : "";
    const width = tokens.map.zone.width.desk;
    const opacity = tokens.map.zone.opacity.desk;
    return {
      sources: {
        "zones-areas": { type: "geojson", data: zones, promoteId: "id" },
        "zones-borders": { type: "geojson", data: borderFeature(lines) },
        "zones-outside": { type: "geojson", data: outsideFeature(outline) },
      },
      style: [
        // Soft edges are a pass of their own, and border lines cover them.
        {
          id: "zones-outside",
          type: "fill",
          source: "zones-outside",
          paint: {
            "fill-color": palette.outside,
            "fill-opacity": outsideOpacity(view),
            "fill-antialias": false,
          },
        },
        {
          id: "zones-area",
          type: "fill",
          source: "zones-areas",
          paint: {
            "fill-antialias": false,
            "fill-color": [
              "case",
              ["==", ["get", "id"], pickedId],
              palette.zoneFillSelected,
              ["boolean", ["feature-state", "hover"], false],
              palette.zoneFillHover,
              "rgba(0,0,0,0)",
            ],
          },
        },
        {
          id: "zones-case",
          type: "line",
          source: "zones-borders",
          layout: { "line-join": "round" },
          paint: {
            "line-color": palette.zoneCase,
            "line-width": width + tokens.map.zone.case.extra,
          },
        },
        {
          id: "zones-line",
          type: "line",
          source: "zones-borders",
          layout: { "line-join": "round" },
          paint: { "line-color": palette.zoneLine, "line-width": width, "line-opacity": opacity },
        },
        ...(pickedId === "" ? [] : [pickedLine(pickedId, palette)]),
      ],
    };
  },
  pick: (object) => {
    const id = (object as { properties?: { id?: unknown } }).properties?.id;
    return typeof id === "string" ? { kind: "zone", id } : null;
  },
});

function pickedLine(pickedId: string, palette: MapPalette): LineLayerSpecification {
  return {
    id: "zones-picked",
    type: "line",
    source: "zones-areas",
    filter: ["==", ["get", "id"], pickedId],
    layout: { "line-join": "round" },
    paint: { "line-color": palette.accent, "line-width": 2.6 },
  };
}

function outsideOpacity({ palette }: View): number {
  return palette.theme === "day" ? 0.62 : 1;
}

function borderFeature(lines: ReturnType<typeof zoneBorders>["lines"]) {
  const geometry: MultiLineString = { type: "MultiLineString", coordinates: [...lines] };
  return { type: "Feature", properties: {}, geometry } as const;
}

function outsideFeature(outline: ReturnType<typeof zoneBorders>["outline"]) {
  const rings = outline.length === 0 ? [] : [WORLD, ...outline];
  const geometry: Polygon = { type: "Polygon", coordinates: rings };
  return { type: "Feature", properties: {}, geometry } as const;
}
