import { STATUS } from "../../domain/problem.ts";
import { type CellCluster, clusterCells } from "../../domain/spatial/cluster-cells.ts";
import type { Bounds } from "../../domain/spatial/lng-lat.ts";
import {
  BLOCK_PX,
  CELL_PX,
  CELLS_A_SIDE,
  type MicroCells,
} from "../../domain/spatial/micro-cells.ts";
import { latOfWorldY, lngOfWorldX } from "../../domain/spatial/web-mercator.ts";
import type { RowMatches } from "./match-rows.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { RowFilter } from "./row-filter.ts";

/** Radii a caller may ask for, px: phone, desk, two-map wall, wall. */
export const clusterRadii = [46, 62, 74, 86] as const;
export type ClusterRadius = (typeof clusterRadii)[number];

/** From this block on only what lies on one spot is drawn together; everything else is single. */
const SINGLES_FROM_ZOOM = 15;
const STACK_RADIUS_PX = 14;

/** Problems that are drawn as one mark. `open` holds the overdue ones too; `open + closed = count`. */
export type BlockCluster = {
  readonly lng: number;
  readonly lat: number;
  readonly count: number;
  readonly open: number;
  readonly overdue: number;
  readonly closed: number;
  /** Problems per class, `tables.classes` order. */
  readonly byClass: Uint32Array;
  /** Extent of its cells, to zoom to. */
  readonly bounds: Bounds;
  /** The problem's row where count is 1, else -1. */
  readonly row: number;
};

/**
 * Clusters of block z/x/y, the tile that is 2,048 px wide at display zoom z + 3: filtered rows → exact numbers per 8-px
 * cell → greedy clusters → sums per cluster. Their counts add up to the problems that pass the filter in that tile.
 * Milliseconds; no cache, so the same request always gives the same answer.
 */
export function blockClusters(
  index: ProblemIndex,
  filter: RowFilter,
  block: { readonly z: number; readonly x: number; readonly y: number },
  radius: ClusterRadius,
): BlockCluster[] {
  const { z, x, y } = block;
  const { cells } = index;
  const matches = index.matchTile(filter, z, x, y);
  cells.fill(index.columns, matches, block);
  const clusters = clusterCells(cells, z >= SINGLES_FROM_ZOOM ? STACK_RADIUS_PX : radius);
  const { standing, byClass, row } = clusterSums(index, matches, clusters);
  const classCount = index.tables.classes.length;
  const size = 2 ** (32 - z);
  const worldPerPx = size / BLOCK_PX;
  const lngAt = (px: number) => lngOfWorldX(x * size + px * worldPerPx);
  const latAt = (px: number) => latOfWorldY(y * size + px * worldPerPx);

  return clusters.map((cluster, i) => {
    const { count, xPx, yPx } = cluster;
    const [west, south, east, north] = extentPx(cells, cluster);
    const overdue = standing[3 * i + STATUS.overdue]!;
    const closed = standing[3 * i + STATUS.closed]!;
    return {
      lng: lngAt(xPx),
      lat: latAt(yPx),
      count,
      open: count - closed,
      overdue,
      closed,
      byClass: byClass.subarray(i * classCount, (i + 1) * classCount),
      bounds: [lngAt(west), latAt(south), lngAt(east), latAt(north)],
      row: count === 1 ? row[i]! : -1,
    };
  });
}

/** By cluster: problems per STATUS (three each) and per class (`tables.classes` each), and one of its rows. */
function clusterSums(
  { cells, columns: { category }, tables: { classOf, classes } }: ProblemIndex,
  { count, rows, status }: RowMatches,
  clusters: readonly CellCluster[],
): { standing: Uint32Array; byClass: Uint32Array; row: Uint32Array } {
  const clusterOfSlot = new Uint16Array(cells.count);
  clusters.forEach(({ slots }, i) => {
    for (const slot of slots) clusterOfSlot[slot] = i;
  });
  const classCount = classes.length;
  const standing = new Uint32Array(3 * clusters.length);
  const byClass = new Uint32Array(classCount * clusters.length);
  const rowOf = new Uint32Array(clusters.length);
  const { slotOfRow } = cells;
  for (let i = 0; i < count; i++) {
    const row = rows[i]!;
    const cluster = clusterOfSlot[slotOfRow[i]!]!;
    standing[3 * cluster + status[i]!]!++;
    byClass[classCount * cluster + classOf[category[row]!]!]!++;
    rowOf[cluster] = row;
  }
  return { standing, byClass, row: rowOf };
}

/** West, south, east and north edge of a cluster's cells, px from the block's corner. */
function extentPx({ cell }: MicroCells, { slots }: CellCluster): [number, number, number, number] {
  let [west, north, east, south] = [CELLS_A_SIDE, CELLS_A_SIDE, 0, 0];
  for (const slot of slots) {
    const column = cell[slot]! % CELLS_A_SIDE;
    const row = Math.floor(cell[slot]! / CELLS_A_SIDE);
    west = Math.min(west, column);
    north = Math.min(north, row);
    east = Math.max(east, column + 1);
    south = Math.max(south, row + 1);
  }
  return [west * CELL_PX, south * CELL_PX, east * CELL_PX, north * CELL_PX];
}
