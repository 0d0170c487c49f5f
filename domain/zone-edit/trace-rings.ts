import type { Position } from "geojson";
import { isSameVertex, vertexKey } from "./vertex.ts";
import type { Parts, Ring } from "./zone-shape.ts";

/** A piece of border with the ground on its left. */
export type Edge = readonly [from: Position, to: Position];

/**
 * Follows edges round the ground on their left. Where several leave a vertex the sharpest left turn is taken, so that faces
 * come out one by one. Rings are closed, touch no vertex twice, and run counterclockwise round ground, clockwise round holes.
 */
export function traceRings(edges: readonly Edge[]): Ring[] {
  const leaving = Map.groupBy(edges, ([from]) => vertexKey(from));
  const used = new Set<Edge>();
  const rings: Ring[] = [];
  for (const start of edges) {
    if (used.has(start)) continue;
    const ring: Ring = [start[0]];
    for (let edge: Edge | undefined = start; edge; ) {
      used.add(edge);
      ring.push(edge[1]);
      const free: Edge[] = (leaving.get(vertexKey(edge[1])) ?? []).filter(
        (next) => next === start || !used.has(next),
      );
      const next = sharpestLeft(edge, free);
      edge = next === start ? undefined : next;
    }
    rings.push(...simpleRings(ring));
  }
  return rings;
}

/** Rings to polygons: every hole goes to the smallest outer ring around it. */
export function partsFromRings(rings: readonly Ring[]): Parts {
  const outer = rings
    .filter((ring) => signedArea(ring) > 0)
    .map((ring) => ({ ring, size: signedArea(ring) }))
    .sort((a, b) => a.size - b.size);
  const parts = new Map<Ring, Ring[]>(outer.map(({ ring }) => [ring, [ring]]));
  for (const hole of rings.filter((ring) => signedArea(ring) < 0)) {
    const [a, b] = hole;
    if (!a || !b) continue;
    const inside = midway(a, b);
    const around = outer.find(({ ring }) => ringContains(ring, inside));
    if (around) parts.get(around.ring)?.push(hole);
  }
  return outer.toReversed().map(({ ring }) => parts.get(ring) ?? [ring]);
}

/** Twice the area in square degrees, above zero for a counterclockwise ring. */
export function signedArea(ring: Ring): number {
  const [ox = 0, oy = 0] = ring[0] ?? [];
  let sum = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[i - 1] ?? [], ring[i] ?? []];
    sum += (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
  }
  return sum;
}

export function ringContains(ring: Ring, [x = 0, y = 0]: Position): boolean {
  let isInside = false;
  for (let i = 1; i < ring.length; i++) {
    const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [ring[i - 1] ?? [], ring[i] ?? []];
    if (ay > y !== by > y && x < ax + ((bx - ax) * (y - ay)) / (by - ay)) isInside = !isInside;
  }
  return isInside;
}

/** Even-odd over all rings: holes are out. */
export function partsContain(parts: Parts, position: Position): boolean {
  return parts.flat().filter((ring) => ringContains(ring, position)).length % 2 === 1;
}

export function midway([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): Position {
  return [(ax + bx) / 2, (ay + by) / 2];
}

/** The borders of polygons as edges with the ground on the left, whichever way their rings run. */
export function edgesOf(parts: Parts): Edge[] {
  return parts.flatMap((rings) =>
    rings.flatMap((ring, i) => {
      const isRight = signedArea(ring) > 0 === (i === 0);
      const run = isRight ? ring : ring.toReversed();
      return run.slice(1).map((to, j): Edge => [run[j] ?? to, to]);
    }),
  );
}

/** Clockwise from where one came: the first edge on the way, the one straight back last. */
function sharpestLeft([from, at]: Edge, free: readonly Edge[]): Edge | undefined {
  const back = angle(at, from);
  let best: Edge | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const edge of free) {
    const isBack = isSameVertex(edge[1], from);
    const turned = (back - angle(at, edge[1]) + 4 * Math.PI) % (2 * Math.PI);
    const clockwise = isBack ? 2 * Math.PI : turned;
    if (clockwise < least) [best, least] = [edge, clockwise];
  }
  return best;
}

function angle([ax = 0, ay = 0]: Position, [bx = 0, by = 0]: Position): number {
  return Math.atan2(by - ay, bx - ax);
}

/** Cuts a closed walk where it comes by a vertex again; ways there and back fall out. */
function simpleRings(walk: Ring): Ring[] {
  const rings: Ring[] = [];
  const path: Ring = [];
  const seen = new Map<string, number>();
  for (const vertex of walk) {
    const key = vertexKey(vertex);
    const before = seen.get(key);
    if (before === undefined) {
      seen.set(key, path.length);
      path.push(vertex);
      continue;
    }
    const loop = path.splice(before + 1);
    for (const each of loop) seen.delete(vertexKey(each));
    if (loop.length > 1) rings.push([vertex, ...loop, vertex]);
  }
  return rings;
}
