import type { Position } from "geojson";
import { fromE7, toE7 } from "../spatial/lng-lat.ts";

/** How far along the edge a better position is looked for, in units of the 7th decimal: 22 cm. */
const REACH_E7 = 20;

/**
 * The storable position near `share` of the way from a to b that lies nearest to the edge: one at 7 decimals is up to 8 mm
 * beside it, of the forty around one is about a tenth of a millimetre. So a border keeps its course when it gets a vertex.
 */
export function edgePosition(a: Position, b: Position, share: number): Position {
  const [from, to] = [e7(a), e7(b)];
  const isSteep = Math.abs(to[1] - from[1]) > Math.abs(to[0] - from[0]);
  const [main, side] = isSteep ? ([1, 0] as const) : ([0, 1] as const);
  const [start, run] = [from[main], to[main] - from[main]];
  const middle = Math.round(start + share * run);
  const low = Math.max(middle - REACH_E7, Math.min(start, to[main]) + 1);
  const high = Math.min(middle + REACH_E7, Math.max(start, to[main]) - 1);
  let best = { main: middle, side: Math.round(from[side] + share * (to[side] - from[side])) };
  let least = Number.POSITIVE_INFINITY;
  for (let at = low; at <= high; at++) {
    const exact = from[side] + ((at - start) / run) * (to[side] - from[side]);
    const off = Math.abs(exact - Math.round(exact));
    if (off > least || (off === least && Math.abs(at - middle) >= Math.abs(best.main - middle))) {
      continue;
    }
    [best, least] = [{ main: at, side: Math.round(exact) }, off];
  }
  const stored = [fromE7(best.main), fromE7(best.side)];
  return isSteep ? stored.toReversed() : stored;
}

function e7([x = 0, y = 0]: Position): [number, number] {
  return [toE7(x), toE7(y)];
}
