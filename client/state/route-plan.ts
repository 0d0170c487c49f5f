import { lngLat } from "../../domain/spatial/lng-lat.ts";
import { localPlane } from "../../domain/spatial/local-plane.ts";

type Degrees = readonly [lng: number, lat: number];
type Px = { readonly x: number; readonly y: number };

/** A route laid out on paper, pixels from the upper left corner. */
export type RoutePlan = {
  readonly stops: readonly Px[];
  readonly me: Px | null;
  readonly width: number;
  readonly height: number;
  /** A round length and how long it is drawn. */
  readonly scale: { readonly metres: number; readonly px: number };
};

const WIDTH = 360;
const HEIGHT = 300;
const MARGIN = 32;
/** One stop alone has a surrounding too. */
const SPAN_M_MIN = 200;

/** Fits the route into the paper, north up, the same scale both ways. */
export function routePlan(path: readonly Degrees[], here: Degrees | null): RoutePlan {
  const all = here ? [here, ...path] : path;
  const [lng0, lat0] = all[0] ?? [0, 0];
  const plane = localPlane(lngLat(lng0, lat0));
  const spots = all.map(([lng, lat]) => ({ x: plane.x(lng), y: plane.y(lat) }));
  const [west, east] = ends(spots.map(({ x }) => x));
  const [south, north] = ends(spots.map(({ y }) => y));
  const spanOf = (low: number, high: number) => Math.max(SPAN_M_MIN, high - low);
  const pxPerM = Math.min(
    (WIDTH - 2 * MARGIN) / spanOf(west, east),
    (HEIGHT - 2 * MARGIN) / spanOf(south, north),
  );
  const placed = spots.map(({ x, y }) => ({
    x: round(WIDTH / 2 + (x - (west + east) / 2) * pxPerM),
    y: round(HEIGHT / 2 - (y - (south + north) / 2) * pxPerM),
  }));
  const metres = roundLength(WIDTH / 4 / pxPerM);
  return {
    stops: here ? placed.slice(1) : placed,
    me: here ? (placed[0] ?? null) : null,
    width: WIDTH,
    height: HEIGHT,
    scale: { metres, px: round(metres * pxPerM) },
  };
}

function ends(values: readonly number[]): readonly [low: number, high: number] {
  return values.length === 0 ? [0, 0] : [Math.min(...values), Math.max(...values)];
}

/** The largest of 1, 2, 5 × 10ⁿ that is not above. */
function roundLength(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((factor) => factor * power <= most) ?? 1) * power;
}

function round(px: number): number {
  return Math.round(px * 10) / 10;
}
