import Flatbush from "flatbush";
import type { Geometry, Position } from "geojson";
import type { RoadClass } from "../road-section.ts";
import type { Bounds } from "../spatial/lng-lat.ts";

/** A line, or the rings of an area: lng, lat, lng, lat …, one array each. */
export type Shape = {
  readonly id: string;
  readonly name: string | null;
  readonly lines: readonly Float64Array[];
};

/** Shapes that can be asked for by window. */
export type ShapeLayer<S extends Shape = Shape> = {
  readonly shapes: readonly S[];
  /** Those whose bounds meet the window, in their own order. */
  within(bounds: Bounds): S[];
};

export type RoadShape = Shape & { readonly class: RoadClass; readonly highway: string | null };

/** The geography that every map on paper is drawn from; zones change by the day and are handed in apart. */
export type MapSource = {
  readonly roads: ShapeLayer<RoadShape>;
  readonly rivers: ShapeLayer;
  readonly water: ShapeLayer;
  readonly green: ShapeLayer;
  readonly buildings: ShapeLayer;
};

type Located = { readonly geometry: Geometry };

/** Points have no extent and are left out. */
export function shapeLayer<T extends Located, S extends Shape>(
  items: readonly T[],
  shapeOf: (item: T, lines: Float64Array[]) => S,
): ShapeLayer<S> {
  const shapes = items.flatMap((item) => {
    const lines = linesOf(item.geometry);
    return lines.length === 0 ? [] : [shapeOf(item, lines)];
  });
  if (shapes.length === 0) return { shapes, within: () => [] };
  const index = new Flatbush(shapes.length);
  for (const { lines } of shapes) index.add(...boundsOfLines(lines));
  index.finish();
  return {
    shapes,
    within: ([west, south, east, north]) =>
      index
        .search(west, south, east, north)
        .sort((a, b) => a - b)
        .flatMap((at) => shapes[at] ?? []),
  };
}

export function boundsOfLines(lines: readonly Float64Array[]): [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const line of lines) {
    for (let i = 0; i + 1 < line.length; i += 2) {
      const [lng, lat] = [line[i] ?? 0, line[i + 1] ?? 0];
      if (lng < west) west = lng;
      if (lng > east) east = lng;
      if (lat < south) south = lat;
      if (lat > north) north = lat;
    }
  }
  return [west, south, east, north];
}

export function linesOf(geometry: Geometry): Float64Array[] {
  switch (geometry.type) {
    case "LineString":
      return [flat(geometry.coordinates)];
    case "MultiLineString":
    case "Polygon":
      return geometry.coordinates.map(flat);
    case "MultiPolygon":
      return geometry.coordinates.flat().map(flat);
    default:
      return [];
  }
}

function flat(positions: readonly Position[]): Float64Array {
  const line = new Float64Array(2 * positions.length);
  positions.forEach(([lng = 0, lat = 0], i) => {
    line[2 * i] = lng;
    line[2 * i + 1] = lat;
  });
  return line;
}
