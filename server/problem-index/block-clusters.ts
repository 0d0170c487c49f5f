import { clusterCells } from "../../domain/spatial/cluster-cells.ts";
import type { Bounds } from "../../domain/spatial/lng-lat.ts";
import { BLOCK_PX, CELL_PX } from "../../domain/spatial/micro-cells.ts";
import { latOfWorldY, lngOfWorldX } from "../../domain/spatial/web-mercator.ts";
import type { ProblemIndex } from "./problem-index.ts";
import { type RowFilter, STATUS } from "./row-filter.ts";

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
  readonly byClass: readonly number[];
  /** Extent of its cells, to zoom to. */
  readonly bounds: Bounds;
  /** The problem's row where count is 1, else -1. */
  readonly row: number;
};

/**
 * Clusters of block z/x/y, the tile that is 2,048 px wide at display zoom z + 3: filtered rows → exact sums per 8-px cell →
 * greedy clusters. Their counts add up to the problems that pass the filter in that tile. Milliseconds; no cache, so the
 * same request always gives the same answer.
 */
export function blockClusters(
  index: ProblemIndex,
  filter: RowFilter,
  block: { readonly z: number; readonly x: number; readonly y: number },
  radius: ClusterRadius,
): BlockCluster[] {
  const { z, x, y } = block;
  const { cells, columns, tables } = index;
  const matches = index.matchTile(filter, z, x, y);
  cells.begin(z, x, y);
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    const status = matches.status[i]!;
    cells.add(
      columns.worldX[row]!,
      columns.worldY[row]!,
      row,
      status === STATUS.overdue,
      status === STATUS.closed,
      tables.classOf[columns.category[row]!]!,
    );
  }
  cells.finish();
  const size = 2 ** (32 - z);
  const worldPerPx = size / BLOCK_PX;
  const lngAt = (px: number) => lngOfWorldX(x * size + px * worldPerPx);
  const latAt = (px: number) => latOfWorldY(y * size + px * worldPerPx);

  return clusterCells(cells, z >= SINGLES_FROM_ZOOM ? STACK_RADIUS_PX : radius).map((cluster) => {
    const byClass = new Array<number>(cells.classCount).fill(0);
    let [overdue, closed] = [0, 0];
    let [west, north, east, south] = [256, 256, 0, 0];
    for (const slot of cluster.slots) {
      overdue += cells.overdue[slot]!;
      closed += cells.closed[slot]!;
      for (let c = 0; c < byClass.length; c++)
        byClass[c]! += cells.byClass[slot * byClass.length + c]!;
      const column = cells.cell[slot]! & 255;
      const row = cells.cell[slot]! >>> 8;
      west = Math.min(west, column);
      north = Math.min(north, row);
      east = Math.max(east, column + 1);
      south = Math.max(south, row + 1);
    }
    return {
      lng: lngAt(cluster.xPx),
      lat: latAt(cluster.yPx),
      count: cluster.count,
      open: cluster.count - closed,
      overdue,
      closed,
      byClass,
      bounds: [
        lngAt(west * CELL_PX),
        latAt(south * CELL_PX),
        lngAt(east * CELL_PX),
        latAt(north * CELL_PX),
      ],
      row: cluster.count === 1 ? cells.row[cluster.slots[0]!]! : -1,
    };
  });
}
