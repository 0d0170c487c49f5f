import type { FeatureCollection, MultiLineString, Point, Polygon } from "geojson";
import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { HotSpots } from "../../../domain/contract/hot-spots.ts";
import { hotSpotsQuery } from "../../api/analysis-queries.ts";
import type { Text } from "../../text/zh-cn.ts";
import { courseStyles, type DrawnPattern, partsOf, type UnitLine } from "../hot-spot-style.ts";
import type { MapPalette } from "../palette.ts";
import { type Drawing, defineLayer, type View } from "./layer.ts";

type Square = { readonly id: string; readonly pattern: DrawnPattern; readonly ring: Ring };
type Ring = readonly (readonly [number, number])[];

/** 新兴热点区: squares by the pattern of their recurrences over the steps; hue for hot and cold, lines for the course. */
export const hotSpots = defineLayer({
  id: "hot-spots",
  title: (text) => text.layers.hotSpots,
  band: "areas",
  exclusive: "density",
  isDefault: false,
  query: ({ filter }) => hotSpotsQuery(filter),
  draw: (data: HotSpots, view): Drawing => {
    const squares = squaresOf(data);
    const { palette, picked } = view;
    const pickedId = picked?.kind === "hot-spot" ? picked.id : "";
    return {
      sources: {
        "hot-spots-squares": { type: "geojson", data: areas(squares, palette) },
        "hot-spots-hatches": { type: "geojson", data: hatches(squares, palette) },
        "hot-spots-names": { type: "geojson", data: names(squares, view.text) },
      },
      style: [...areaLayers(palette, pickedId), ...nameLayers(data.cellM, view)],
    };
  },
  pick: (object) => {
    const id = (object as { properties?: { id?: unknown } }).properties?.id;
    return typeof id === "string" ? { kind: "hot-spot", id } : null;
  },
});

function squaresOf({ features }: HotSpots): Square[] {
  return features.flatMap(({ geometry, properties: { id, category } }) => {
    if (category === "no_pattern" || geometry.type !== "Polygon") return [];
    const [ring = []] = geometry.coordinates;
    return [{ id, pattern: category, ring: ring.map(([lng = 0, lat = 0]) => [lng, lat] as const) }];
  });
}

function colourOf(pattern: DrawnPattern, palette: MapPalette): string {
  return palette.hotSpot[partsOf(pattern).side];
}

function areas(squares: readonly Square[], palette: MapPalette): FeatureCollection<Polygon> {
  return {
    type: "FeatureCollection",
    features: squares.map(({ id, pattern, ring }) => {
      const { fillOpacity, outlineWidth, isDashed } = courseStyles[partsOf(pattern).course];
      return {
        type: "Feature",
        geometry: { type: "Polygon", coordinates: [ring.map(([x, y]) => [x, y])] },
        properties: {
          id,
          colour: colourOf(pattern, palette),
          fillOpacity,
          outlineWidth,
          isDashed,
        },
      };
    }),
  };
}

function hatches(
  squares: readonly Square[],
  palette: MapPalette,
): FeatureCollection<MultiLineString> {
  return {
    type: "FeatureCollection",
    features: squares.map(({ pattern, ring }) => {
      const lines = courseStyles[partsOf(pattern).course].hatch;
      return {
        type: "Feature",
        geometry: {
          type: "MultiLineString",
          coordinates: lines.map((line) => inSquare(line, ring)),
        },
        properties: { colour: colourOf(pattern, palette) },
      };
    }),
  };
}

/** From the unit square into the box of a ring; squares lie along the axes. */
function inSquare(line: UnitLine, ring: Ring): [number, number][] {
  const lngs = ring.map(([lng]) => lng);
  const lats = ring.map(([, lat]) => lat);
  const [west, east] = [Math.min(...lngs), Math.max(...lngs)];
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  return line.map(([x, y]) => [west + x * (east - west), south + y * (north - south)]);
}

function names(squares: readonly Square[], text: Text): FeatureCollection<Point> {
  return {
    type: "FeatureCollection",
    features: squares.map(({ pattern, ring }) => {
      const [[lng, lat] = [0, 0]] = inSquare([[0.5, 0.5]], ring);
      const { short, name } = text.hotSpots.patterns[pattern];
      return {
        type: "Feature",
        geometry: { type: "Point", coordinates: [lng, lat] },
        properties: { short, name },
      };
    }),
  };
}

function areaLayers(palette: MapPalette, pickedId: string): LayerSpecification[] {
  const isPicked: ExpressionSpecification = ["==", ["get", "id"], pickedId];
  const colour: ExpressionSpecification = ["get", "colour"];
  const width: ExpressionSpecification = ["get", "outlineWidth"];
  const line = { "line-color": colour, "line-width": width };
  return [
    {
      id: "hot-spots-area",
      type: "fill",
      source: "hot-spots-squares",
      paint: { "fill-color": colour, "fill-opacity": ["get", "fillOpacity"] },
    },
    {
      id: "hot-spots-hatch",
      type: "line",
      source: "hot-spots-hatches",
      paint: { "line-color": colour, "line-width": 1.3, "line-opacity": 0.75 },
    },
    {
      id: "hot-spots-outline",
      type: "line",
      source: "hot-spots-squares",
      filter: ["!", ["get", "isDashed"]],
      paint: line,
    },
    {
      id: "hot-spots-dashes",
      type: "line",
      source: "hot-spots-squares",
      filter: ["get", "isDashed"],
      paint: { ...line, "line-dasharray": [3, 2] },
    },
    {
      id: "hot-spots-picked",
      type: "line",
      source: "hot-spots-squares",
      filter: isPicked,
      paint: { "line-color": palette.selectedRing, "line-width": 3 },
    },
  ];
}

/** Width of a square from which its name fits, in full and in one character, px. */
const [FULL_PX, SHORT_PX] = [54, 22];

function nameLayers(cellM: number, { palette, latitude }: View): LayerSpecification[] {
  const zoomAt = (px: number) =>
    Math.log2((78_271.517 * Math.cos((latitude * Math.PI) / 180) * px) / cellM);
  return [
    {
      id: "hot-spots-name",
      type: "symbol",
      source: "hot-spots-names",
      minzoom: zoomAt(SHORT_PX),
      layout: {
        "text-field": ["step", ["zoom"], ["get", "short"], zoomAt(FULL_PX), ["get", "name"]],
        "text-font": ["Noto Sans SC Bold"],
        "text-size": 13,
        "text-allow-overlap": true,
        "text-ignore-placement": true,
      },
      paint: {
        "text-color": palette.label,
        "text-halo-color": palette.halo,
        "text-halo-width": 1.8,
      },
    },
  ];
}
