import type { MultiLineString, MultiPolygon, Polygon, Position } from "geojson";
import { viewPixels } from "./view-pixels.ts";

type Crossing = readonly [x: number, y: number];

/** Lines at 45° inside an area, `spacingPx` apart at the zoom and at the same places for every window. */
export function hatchLines(
  geometry: Polygon | MultiPolygon,
  zoom: number,
  spacingPx: number,
): MultiLineString {
  const pixels = viewPixels(zoom);
  const step = spacingPx * Math.SQRT2;
  const crossings = new Map<number, Crossing[]>();
  for (const ring of ringsOf(geometry)) {
    const flat = ring.map(([lng = 0, lat = 0]) => [pixels.x(lng), pixels.y(lat)] as const);
    for (let i = 1; i < flat.length; i++) {
      const [from, to] = [flat[i - 1], flat[i]];
      if (from && to) cross(from, to, step, crossings);
    }
  }
  const coordinates: Position[][] = [];
  for (const found of crossings.values()) {
    found.sort((a, b) => a[0] - b[0]);
    for (let i = 1; i < found.length; i += 2) {
      const ends = [found[i - 1], found[i]].flatMap((end) => (end ? [end] : []));
      coordinates.push(ends.map(([x, y]) => [pixels.lng(x), pixels.lat(y)]));
    }
  }
  return { type: "MultiLineString", coordinates };
}

/** Where an edge meets the lines x + y = k × step; an end on a line counts for the edge that begins there. */
function cross(from: Crossing, to: Crossing, step: number, crossings: Map<number, Crossing[]>) {
  const [u0, u1] = [from[0] + from[1], to[0] + to[1]];
  const [low, high] = [Math.min(u0, u1), Math.max(u0, u1)];
  for (let k = Math.ceil(low / step); k * step < high; k++) {
    const share = (k * step - u0) / (u1 - u0);
    const at: Crossing = [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
    const line = crossings.get(k);
    if (line) line.push(at);
    else crossings.set(k, [at]);
  }
}

function ringsOf(geometry: Polygon | MultiPolygon): Position[][] {
  return geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
}
