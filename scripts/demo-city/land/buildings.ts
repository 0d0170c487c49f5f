import type { PlanarGraph } from "../geometry/planar-graph.ts";
import { boxOf, contains, type Ring, ringsOverlap } from "../geometry/polygon.ts";
import {
  add,
  direction,
  distance,
  leftOf,
  scale,
  subtract,
  unit,
  type Vec,
} from "../geometry/vec.ts";
import { hashText, type Random } from "../random.ts";
import { halfWidthM, isStreet } from "../streets/line-kind.ts";
import type { Block, LandUse } from "./blocks.ts";
import type { Obstacles } from "./obstacles.ts";

/** How a quarter is built. Lengths in metres: [least, most]. */
type Style = {
  /**
   * Houses in a row along the streets: front, depth, gap between two, and the share that is built.
   */
  readonly row: { front: Span; depth: Span; gap: Span; built: number } | null;
  /** Houses standing free inside: front, depth, distance between rows and within a row, share. */
  readonly inner: { front: Span; depth: Span; apart: number; gap: number; built: number } | null;
  /** From the pavement's edge. */
  readonly setback: number;
};
type Span = readonly [number, number];

const STYLES: Partial<Record<LandUse, Style>> = {
  old: {
    row: { front: [13, 30], depth: [10, 15], gap: [0.8, 5], built: 0.86 },
    inner: { front: [14, 28], depth: [10, 13], apart: 19, gap: 7, built: 0.55 },
    setback: 2,
  },
  village: {
    row: { front: [10, 17], depth: [9, 12], gap: [2, 12], built: 0.7 },
    inner: { front: [10, 15], depth: [9, 12], apart: 20, gap: 9, built: 0.4 },
    setback: 2,
  },
  housing: {
    row: { front: [26, 62], depth: [12, 16], gap: [8, 22], built: 0.62 },
    inner: { front: [38, 66], depth: [11.5, 13.5], apart: 29, gap: 13, built: 0.86 },
    setback: 6,
  },
  grid: {
    row: { front: [34, 70], depth: [18, 28], gap: [14, 34], built: 0.5 },
    inner: { front: [26, 44], depth: [17, 24], apart: 52, gap: 30, built: 0.8 },
    setback: 9,
  },
  industry: {
    row: null,
    inner: { front: [60, 120], depth: [34, 52], apart: 68, gap: 20, built: 0.72 },
    setback: 10,
  },
  campus: {
    row: null,
    inner: { front: [44, 78], depth: [15, 19], apart: 56, gap: 34, built: 0.5 },
    setback: 9,
  },
  edge: {
    row: { front: [11, 26], depth: [9, 14], gap: [6, 60], built: 0.3 },
    inner: null,
    setback: 5,
  },
  country: {
    row: { front: [11, 18], depth: [9, 12], gap: [4, 22], built: 0.9 },
    inner: null,
    setback: 7,
  },
  park: {
    row: null,
    inner: { front: [16, 26], depth: [10, 14], apart: 130, gap: 120, built: 0.4 },
    setback: 18,
  },
};

/**
 * Footprints, none on a street, in water or on another: rows along the streets first, then what
 * stands inside.
 */
export function drawBuildings(
  graph: PlanarGraph,
  blocks: readonly Block[],
  kept: Uint8Array,
  obstacles: Obstacles,
  random: Random,
): Ring[] {
  return blocks.flatMap((block) => {
    const dice = random.fork(`block ${block.index}`);
    if (block.use === "stadium") return [oval(block.inner, 105, 78, block.angle)];
    if (block.use === "station") return [stationHall(block)];
    const style = STYLES[styleOf(block)];
    if (!style) return [];
    const placed: Ring[] = [];
    const put = (shape: Ring, marginM: number): void => {
      if (!shape.every((p) => contains(block.ring, p))) return;
      if (!obstacles.isFree(shape, marginM)) return;
      if (placed.some((other) => ringsOverlap(other, shape))) return;
      placed.push(shape);
    };
    if (style.row) buildRows(graph, block, kept, style.row, style.setback, dice, put);
    if (style.inner) buildInner(block, style.inner, style.setback, dice, put);
    return placed;
  });
}

/** A small block at the edge with lanes around is a village. */
function styleOf(block: Block): LandUse {
  return block.use === "edge" && block.areaM2 < 32_000 ? "village" : block.use;
}

type Put = (shape: Ring, marginM: number) => void;

function buildRows(
  graph: PlanarGraph,
  block: Block,
  kept: Uint8Array,
  row: NonNullable<Style["row"]>,
  setback: number,
  random: Random,
  put: Put,
): void {
  const corners = block.halves.filter((half) => kept[graph.origin(half)]);
  corners.forEach((half, i) => {
    const kind = graph.kindOf(half >> 1);
    if (!isStreet(kind) || kind === "footway") return;
    const a = graph.point(graph.origin(half));
    const b = graph.point(graph.origin(corners[(i + 1) % corners.length]!));
    const along = unit(subtract(b, a));
    const inward = leftOf(along);
    const back = halfWidthM[kind] + setback + 0.3;
    const length = distance(a, b);
    for (let at = random.between(6, 14); at < length - 8; ) {
      const front = Math.min(random.between(...row.front), length - at - 4);
      const depth = random.between(...row.depth);
      if (front < row.front[0] * 0.75) break;
      const start = add(add(a, scale(along, at)), scale(inward, back));
      if (random.chance(row.built) && (block.isInside || isHamlet(start))) {
        put(rectangle(start, along, inward, front, depth), setback);
        const behind = add(start, scale(inward, depth + random.between(8, 14)));
        if (!block.isInside) put(rectangle(behind, along, inward, front, depth), setback);
      }
      at += front + random.between(...row.gap);
    }
  });
}

/** In the country houses stand together, one stretch of 260 m in seven. */
function isHamlet([x, y]: Vec): boolean {
  return hashText(`${Math.floor(x / 260)} ${Math.floor(y / 260)}`) % 7 === 0;
}

/** Rows that run east and west, near enough: houses face south. */
function buildInner(
  block: Block,
  inner: NonNullable<Style["inner"]>,
  setback: number,
  random: Random,
  put: Put,
): void {
  const along = direction(southFacing(block));
  const up = leftOf(along);
  const { minX, minY, maxX, maxY } = boxOf(block.ring);
  const middle: Vec = [(minX + maxX) / 2, (minY + maxY) / 2];
  const reach = Math.hypot(maxX - minX, maxY - minY) / 2;
  const front = random.between(...inner.front);
  const depth = random.between(...inner.depth);
  for (let v = -reach; v < reach; v += inner.apart * random.between(0.94, 1.1)) {
    const shift = random.between(0, inner.gap);
    for (let u = -reach + shift; u < reach; ) {
      const wide = front * random.between(0.82, 1.12);
      if (random.chance(inner.built)) {
        const start = add(middle, add(scale(along, u), scale(up, v + random.between(-1, 1))));
        put(rectangle(start, along, up, wide, depth), setback);
      }
      u += wide + inner.gap * random.between(0.85, 1.5);
    }
  }
}

/**
 * The direction of the block's longest side that lies within 40° of east, else the quarter's
 * compass.
 */
function southFacing({ ring, angle }: Block): number {
  let best = angle;
  let longest = 0;
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[(i + 1) % ring.length]!];
    const d = unit(subtract(b, a));
    const east = d[0] < 0 ? scale(d, -1) : d;
    const length = distance(a, b);
    if (Math.abs(east[1]) > 0.64 || length <= longest) continue;
    longest = length;
    best = Math.atan2(east[1], east[0]);
  }
  return best;
}

function rectangle(start: Vec, along: Vec, up: Vec, front: number, depth: number): Vec[] {
  const end = add(start, scale(along, front));
  return [start, end, add(end, scale(up, depth)), add(start, scale(up, depth))];
}

/** On the side of the tracks; the square lies before it. */
function stationHall({ inner, angle }: Block): Vec[] {
  const along = direction(angle);
  const corner = add(inner, add(scale(along, -80), scale(leftOf(along), 22)));
  return rectangle(corner, along, leftOf(along), 160, 44);
}

function oval(centre: Vec, halfX: number, halfY: number, angle: number): Vec[] {
  const [along, up] = [direction(angle), leftOf(direction(angle))];
  return Array.from({ length: 20 }, (_, k) => {
    const turn = (k / 20) * 2 * Math.PI;
    const x = scale(along, halfX * Math.cos(turn));
    return add(centre, add(x, scale(up, halfY * Math.sin(turn))));
  });
}
