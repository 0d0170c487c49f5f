import { EPS_M } from "../tolerance.ts";
import type { RoadSegment } from "./road-segments.ts";

/** Ends so near each other are one node, metres. */
export const NODE_M = 1;
const COLUMNS = 2 ** 26;

export type EndNodes = {
  /** Node of the start (2 · s) and of the finish (2 · s + 1) of each segment s. */
  readonly nodeOfEnd: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
};

/** Joins ends within a metre, across chains of such steps too. Linear: a grid of one-metre cells. */
export function endNodes(segments: readonly RoadSegment[]): EndNodes {
  const count = 2 * segments.length;
  const [x, y] = [new Float64Array(count), new Float64Array(count)];
  segments.forEach(({ xy }, s) => {
    x[2 * s] = xy[0]!;
    y[2 * s] = xy[1]!;
    x[2 * s + 1] = xy[xy.length - 2]!;
    y[2 * s + 1] = xy[xy.length - 1]!;
  });
  const parent = Int32Array.from({ length: count }, (_, end) => end);
  const newest = new Map<number, number>();
  const before = new Int32Array(count).fill(-1);
  for (let end = 0; end < count; end++) {
    const [column, row] = [Math.floor(x[end]! / NODE_M), Math.floor(y[end]! / NODE_M)];
    for (let c = column - 1; c <= column + 1; c++) {
      for (let r = row - 1; r <= row + 1; r++) {
        for (let other = newest.get(c * COLUMNS + r) ?? -1; other >= 0; other = before[other]!) {
          const distance = Math.hypot(x[other]! - x[end]!, y[other]! - y[end]!);
          if (distance <= NODE_M + EPS_M) unite(parent, other, end);
        }
      }
    }
    const cell = column * COLUMNS + row;
    before[end] = newest.get(cell) ?? -1;
    newest.set(cell, end);
  }
  return { nodeOfEnd: parent.map((_, end) => rootOf(parent, end)), x, y };
}

/** The least member stands for a set. */
export function rootOf(parent: Int32Array, member: number): number {
  let root = member;
  while (parent[root] !== root) root = parent[root]!;
  for (let each = member; each !== root; ) {
    const next = parent[each]!;
    parent[each] = root;
    each = next;
  }
  return root;
}

export function unite(parent: Int32Array, a: number, b: number): void {
  const [ra, rb] = [rootOf(parent, a), rootOf(parent, b)];
  if (ra < rb) parent[rb] = ra;
  else parent[ra] = rb;
}
