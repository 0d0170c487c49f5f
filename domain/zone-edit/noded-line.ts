import type { Position } from "geojson";
import { toE7 } from "../spatial/lng-lat.ts";
import { edgePosition } from "./edge-position.ts";
import { isSameVertex, ON_EDGE_E7, shareAlong, storedPosition } from "./vertex.ts";
import type { Ring } from "./zone-shape.ts";

/**
 * A drawn line with a vertex wherever it meets a border: vertices of the border within rounding are its own, crossings are
 * rounded to 7 decimals. No vertex comes twice in a row. O(line × border).
 */
export function nodedLine(line: readonly Position[], rings: readonly Ring[]): Position[] {
  const drawn = line.map((vertex) => ontoBorder(storedPosition(vertex), rings));
  const all: Position[] = [];
  drawn.forEach((to, i) => {
    const from = drawn[i - 1];
    for (const each of from ? [...meetings(from, to, rings), to] : [to]) {
      const last = all.at(-1);
      if (!last || !isSameVertex(last, each)) all.push(each);
    }
  });
  return all;
}

/** The border's vertex within rounding, else the position: on an edge it becomes a vertex of that. */
function ontoBorder(position: Position, rings: readonly Ring[]): Position {
  return rings.flat().find((vertex) => distanceE7(vertex, position) <= ON_EDGE_E7) ?? position;
}

/** Where a piece of line meets the border between its ends, in its direction. */
function meetings(from: Position, to: Position, rings: readonly Ring[]): Position[] {
  const found: { at: Position; share: number }[] = [];
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [a, b] = [ring[i - 1], ring[i]];
      if (!a || !b) continue;
      const share = shareAlong(a, from, to);
      if (share !== null) found.push({ at: a, share });
      const crossing = properCrossing([from, to], [a, b]);
      if (crossing) found.push(crossing);
    }
  }
  return found.sort((p, q) => p.share - q.share).map(({ at }) => at);
}

type Segment = readonly [Position, Position];

/**
 * Where a piece of line crosses an edge a–b of the border, at the share of the piece. Null where one ends on the other: then
 * a vertex is there already, or becomes one.
 */
export function properCrossing(
  [from, to]: Segment,
  [a, b]: Segment,
): { at: Position; share: number } | null {
  const ends = [
    [a, from, to],
    [b, from, to],
    [from, a, b],
    [to, a, b],
  ] as const;
  if (ends.some(([p, q, r]) => touches(p, q, r))) return null;
  const [ox, oy] = e7(from);
  const [rx, ry] = minus(e7(to), [ox, oy]);
  const [ax, ay] = minus(e7(a), [ox, oy]);
  const [sx, sy] = minus(e7(b), e7(a));
  const cross = rx * sy - ry * sx;
  if (cross === 0) return null;
  const share = (ax * sy - ay * sx) / cross;
  const other = (ax * ry - ay * rx) / cross;
  if (share <= 0 || share >= 1 || other <= 0 || other >= 1) return null;
  return { at: edgePosition(a, b, other), share };
}

function touches(p: Position, a: Position, b: Position): boolean {
  return isSameVertex(p, a) || isSameVertex(p, b) || shareAlong(p, a, b) !== null;
}

function e7([x = 0, y = 0]: Position): [number, number] {
  return [toE7(x), toE7(y)];
}

function minus([x, y]: [number, number], [ox, oy]: [number, number]): [number, number] {
  return [x - ox, y - oy];
}

function distanceE7(a: Position, b: Position): number {
  const [x, y] = minus(e7(a), e7(b));
  return Math.hypot(x, y);
}
