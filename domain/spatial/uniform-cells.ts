import type { PolygonSet } from "./polygon-set.ts";

/** Nothing is known yet of a cell that no border crosses; such a cell has one answer for all of it. */
const UNKNOWN = -2;
/** A border crosses the cell: every spot in it must be asked about. */
const MIXED = -3;

/**
 * Remembers answers of an exact look-up for grid cells that no polygon edge touches. In a city nearly
 * all cells are of that kind, so nearly all look-ups become one array read, and all stay exact.
 */
export function uniformCells(
  sets: readonly PolygonSet[],
  mostCells: number,
  exact: (x: number, y: number) => number,
): (x: number, y: number) => number {
  const [west, south, east, north] = extentOf(sets);
  if (!(east > west && north > south)) return exact;
  const side = Math.sqrt(((east - west) * (north - south)) / mostCells);
  const columns = Math.ceil((east - west) / side) + 1;
  const rows = Math.ceil((north - south) / side) + 1;
  const cells = new Int32Array(columns * rows).fill(UNKNOWN);
  for (const { coordinates, ringStart } of sets) {
    for (let ring = 0; ring + 1 < ringStart.length; ring++) {
      const end = ringStart[ring + 1]!;
      for (let i = ringStart[ring]!, j = end - 1; i < end; j = i++) {
        markEdge(
          (coordinates[2 * j]! - west) / side,
          (coordinates[2 * j + 1]! - south) / side,
          (coordinates[2 * i]! - west) / side,
          (coordinates[2 * i + 1]! - south) / side,
        );
      }
    }
  }

  return (x, y) => {
    const column = Math.floor((x - west) / side);
    const row = Math.floor((y - south) / side);
    if (!(column >= 0 && row >= 0 && column < columns && row < rows)) return exact(x, y);
    const known = cells[row * columns + column]!;
    if (known === MIXED) return exact(x, y);
    if (known !== UNKNOWN) return known;
    const answer = exact(x, y);
    cells[row * columns + column] = answer;
    return answer;
  };

  /** Marks every cell that an edge touches, and a sliver around it against rounding. In cell units. */
  function markEdge(ax: number, ay: number, bx: number, by: number): void {
    const slack = 1e-6;
    const [x0, x1] = [Math.min(ax, bx) - slack, Math.max(ax, bx) + slack];
    const slope = bx === ax ? 0 : (by - ay) / (bx - ax);
    for (let column = Math.floor(x0); column <= Math.floor(x1); column++) {
      const from = Math.max(column - slack, x0);
      const to = Math.min(column + 1 + slack, x1);
      const isSteep = bx === ax;
      const yFrom = isSteep ? ay : ay + (from - ax) * slope;
      const yTo = isSteep ? by : ay + (to - ax) * slope;
      const low = Math.floor(Math.min(yFrom, yTo) - slack);
      const high = Math.floor(Math.max(yFrom, yTo) + slack);
      for (let row = low; row <= high; row++) {
        const isInside = column >= 0 && row >= 0 && column < columns && row < rows;
        if (isInside) cells[row * columns + column] = MIXED;
      }
    }
  }
}

function extentOf(sets: readonly PolygonSet[]): [number, number, number, number] {
  let [west, south] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [east, north] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { partBounds } of sets) {
    for (let b = 0; b < partBounds.length; b += 4) {
      west = Math.min(west, partBounds[b]!);
      south = Math.min(south, partBounds[b + 1]!);
      east = Math.max(east, partBounds[b + 2]!);
      north = Math.max(north, partBounds[b + 3]!);
    }
  }
  return [west, south, east, north];
}
