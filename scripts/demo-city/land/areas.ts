import type { PlanarGraph } from "../geometry/planar-graph.ts";
import { perimeter } from "../geometry/polygon.ts";
import { mergeRegions, type Region } from "../geometry/region-merge.ts";
import { distance, scale, type Vec } from "../geometry/vec.ts";
import { PLAN_UNIT_M } from "../plan/plan-outline.ts";
import { zoneSeeds } from "../plan/plan-zones.ts";
import { dividingRank } from "../streets/line-kind.ts";
import type { Block } from "./blocks.ts";

const CELL_COUNT = 400;
const COMMUNITY_COUNT = 60;

/**
 * Zone, community and cell of every block inside the limit; numbers count from 0 within the parent.
 */
export type Division = {
  readonly zones: readonly {
    readonly name: string;
    readonly areaM2: number;
    readonly communities: readonly Community[];
  }[];
  /** By block index: [zone, community, cell]; absent outside the limit. */
  readonly placeOf: ReadonlyMap<number, readonly [number, number, number]>;
};
type Community = {
  readonly centre: Vec;
  readonly areaM2: number;
  readonly cells: readonly (readonly Block[])[];
};

/** Lines of this rank bound the land that goes to one zone as a whole. */
const GREAT_RANK = 7;

/**
 * Joins blocks to cells, cells to communities inside each zone. Within a parent the order is west
 * to east, then north to south.
 */
export function divideCity(graph: PlanarGraph, blocks: readonly Block[]): Division {
  const inside = blocks.filter(({ isInside }) => isInside);
  const faceOf = new Map<number, number>();
  for (const block of inside) for (const half of block.halves) faceOf.set(half, block.index);
  const zoneOf = zonesOfBlocks(graph, inside, faceOf);
  const total = inside.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const placeOf = new Map<number, readonly [number, number, number]>();

  const zones = zoneSeeds.map(({ name }, z) => {
    const own = inside.filter(({ index }) => zoneOf.get(index) === z);
    const areaM2 = own.reduce((sum, block) => sum + block.areaM2, 0);
    const cells = group(
      graph,
      own.map((block) => [block]),
      faceOf,
      {
        count: Math.round((CELL_COUNT * areaM2) / total),
        borderWeight: 0.07,
      },
    );
    const communities = group(graph, cells, faceOf, {
      count: Math.max(3, Math.round((COMMUNITY_COUNT * areaM2) / total)),
      borderWeight: 0.1,
    }).map((blocksOf): Community => {
      const ids = new Set(blocksOf.map(({ index }) => index));
      const parts = cells.filter((cell) => ids.has(cell[0]!.index));
      return {
        cells: parts.sort(fromNorthWest),
        areaM2: blocksOf.reduce((sum, block) => sum + block.areaM2, 0),
        centre: middleOf(blocksOf),
      };
    });
    communities.sort((a, b) => readingOrder(a.centre) - readingOrder(b.centre));
    communities.forEach((community, c) => {
      community.cells.forEach((cell, k) => {
        for (const { index } of cell) placeOf.set(index, [z, c, k]);
      });
    });
    return { name, areaM2, communities };
  });
  return { zones, placeOf };
}

/** Blocks between the same great lines go to one zone: the one with the nearest seed. */
function zonesOfBlocks(
  graph: PlanarGraph,
  inside: readonly Block[],
  faceOf: ReadonlyMap<number, number>,
): Map<number, number> {
  const parent = new Map(inside.map(({ index }) => [index, index]));
  const find = (i: number): number => {
    let root = i;
    while (parent.get(root) !== root) root = parent.get(root)!;
    parent.set(i, root);
    return root;
  };
  for (const block of inside) {
    for (const half of block.halves) {
      const other = faceOf.get(half ^ 1);
      if (other === undefined || dividingRank[graph.kindOf(half >> 1)] >= GREAT_RANK) continue;
      parent.set(find(block.index), find(other));
    }
  }
  const members = Map.groupBy(inside, ({ index }) => find(index));
  const zoneOf = new Map<number, number>();
  for (const blocksOf of members.values()) {
    const zone = nearestZone(middleOf(blocksOf));
    for (const { index } of blocksOf) zoneOf.set(index, zone);
  }
  return zoneOf;
}

function nearestZone(p: Vec): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  zoneSeeds.forEach(({ at }, z) => {
    for (const seed of at) {
      const away = distance(scale(seed, PLAN_UNIT_M), p);
      if (away < least) {
        least = away;
        best = z;
      }
    }
  });
  return best;
}

/** Joins sets of blocks until about `count` are left. */
function group(
  graph: PlanarGraph,
  parts: readonly (readonly Block[])[],
  faceOf: ReadonlyMap<number, number>,
  { count, borderWeight }: { count: number; borderWeight: number },
): Block[][] {
  const partOf = new Map<number, number>();
  parts.forEach((part, i) => {
    for (const { index } of part) partOf.set(index, i);
  });
  const regions: Region[] = parts.map((part, i) => {
    let around = 0;
    const neighbours = new Map<number, { lengthM: number; weightM: number }>();
    for (const block of part) {
      around += perimeter(block.ring);
      for (const half of block.halves) {
        const face = faceOf.get(half ^ 1);
        const other = face === undefined ? undefined : partOf.get(face);
        const lengthM = edgeLength(graph, half >> 1);
        if (other === i) around -= lengthM;
        if (other === undefined || other === i) continue;
        const known = neighbours.get(other) ?? { lengthM: 0, weightM: 0 };
        known.lengthM += lengthM;
        known.weightM += lengthM * dividingRank[graph.kindOf(half >> 1)];
        neighbours.set(other, known);
      }
    }
    return {
      areaM2: part.reduce((sum, block) => sum + block.areaM2, 0),
      perimeterM: around,
      neighbours,
    };
  });
  const total = regions.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const groupOf = mergeRegions(regions, count, { borderWeight, maxAreaM2: (1.7 * total) / count });
  const byGroup = Map.groupBy(parts.keys(), (i) => groupOf[i]!);
  return [...byGroup.values()].map((indices) => indices.flatMap((i) => parts[i]!));
}

function edgeLength(graph: PlanarGraph, edge: number): number {
  return distance(graph.point(graph.origin(edge * 2)), graph.point(graph.target(edge * 2)));
}

function middleOf(blocks: readonly Block[]): Vec {
  let [x, y, sum] = [0, 0, 0];
  for (const { inner, areaM2 } of blocks) {
    x += inner[0] * areaM2;
    y += inner[1] * areaM2;
    sum += areaM2;
  }
  return [x / sum, y / sum];
}

/** Rows of 900 m from north to south, west to east within a row. */
function readingOrder([x, y]: Vec): number {
  return -Math.floor(y / 900) * 1e6 + x;
}

function fromNorthWest(a: readonly Block[], b: readonly Block[]): number {
  return readingOrder(middleOf(a)) - readingOrder(middleOf(b));
}

/**
 * Border rings of a set of blocks as node numbers: outer rings counter-clockwise, holes clockwise,
 * each simple. Two parts that touch in a point only become rings of their own.
 */
export function borderRings(graph: PlanarGraph, blocks: readonly Block[]): number[][] {
  const own = new Set(blocks.flatMap(({ halves }) => halves));
  const isBorder = (half: number) => own.has(half) && !own.has(half ^ 1);
  const seen = new Set<number>();
  const rings: number[][] = [];
  for (const half of own) {
    if (!isBorder(half) || seen.has(half)) continue;
    const ring: number[] = [];
    let h = half;
    do {
      seen.add(h);
      ring.push(graph.origin(h));
      h = graph.next(h);
      while (!isBorder(h)) h = graph.next(h ^ 1);
    } while (h !== half);
    rings.push(ring);
  }
  return rings;
}
