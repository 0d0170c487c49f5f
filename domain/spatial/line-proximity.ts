import type { LineString, MultiLineString, Position } from "geojson";
import type { LocalPlane } from "./local-plane.ts";

/** A line near a spot: its position in the list it was built from, and metres to its nearest point. */
export type NearLine = { readonly line: number; readonly distanceM: number };

export type LineProximity = {
  /** Lines within the distance (inclusive), nearest first, ties by position. About a microsecond. */
  near(lng: number, lat: number): NearLine[];
  /**
   * The same without order and without allocating: fills `lines` and answers how many. At most as
   * many as `lines` holds; the rest is passed over.
   */
  linesNear(lng: number, lat: number, lines: Int32Array): number;
};

const MIN_CELL_M = 64;
const MOST_CELLS = 4_000_000;

/**
 * Which lines pass within `withinM` of a spot. Each cell of a grid (64 m, wider in a very wide city)
 * lists the segments that any spot in it can be near to, so a look-up reads one cell.
 */
export function lineProximity(
  lines: readonly (LineString | MultiLineString)[],
  plane: LocalPlane,
  withinM: number,
): LineProximity {
  const { ends, owner } = segmentsOf(lines, plane);
  const grid = segmentGrid(ends, owner.length, withinM);
  const distances = new Float64Array(lines.length);

  function distanceTo(s: number, x: number, y: number): number {
    const e = 4 * s;
    return distanceToSegment(x, y, ends[e]!, ends[e + 1]!, ends[e + 2]!, ends[e + 3]!);
  }

  function linesNear(lng: number, lat: number, found: Int32Array): number {
    const [x, y] = [plane.x(lng), plane.y(lat)];
    const cell = grid.cellAt(x, y);
    if (cell < 0) return 0;
    let count = 0;
    for (let i = grid.start[cell]!; i < grid.start[cell + 1]!; i++) {
      const s = grid.segments[i]!;
      const d = distanceTo(s, x, y);
      if (d > withinM) continue;
      const line = owner[s]!;
      let at = 0;
      while (at < count && found[at] !== line) at++;
      if (at === count) {
        if (count === found.length) continue;
        found[count++] = line;
        distances[line] = d;
      } else if (d < distances[line]!) distances[line] = d;
    }
    return count;
  }

  const scratch = new Int32Array(Math.min(lines.length, 4096));
  return {
    linesNear,
    near(lng, lat) {
      const count = linesNear(lng, lat, scratch);
      const found = Array.from(scratch.subarray(0, count), (line) => ({
        line,
        distanceM: distances[line]!,
      }));
      return count < 2 ? found : found.sort((a, b) => a.distanceM - b.distanceM || a.line - b.line);
    },
  };
}

/** Metres from a point to a segment of the plane. */
export function distanceToSegment(
  x: number,
  y: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
): number {
  const dx = bx - ax;
  const dy = by - ay;
  const lengthSquared = dx * dx + dy * dy;
  const t = lengthSquared === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / lengthSquared;
  const clamped = Math.max(0, Math.min(1, t));
  const ex = x - ax - clamped * dx;
  const ey = y - ay - clamped * dy;
  return Math.sqrt(ex * ex + ey * ey);
}

type SegmentGrid = {
  /** First entry of each cell in `segments`; one more at the end. */
  readonly start: Uint32Array;
  readonly segments: Uint32Array;
  /** -1 outside the grid, where nothing is near. */
  cellAt(x: number, y: number): number;
};

/** Two passes: how many segments each cell lists, then which. */
function segmentGrid(ends: Float64Array, segments: number, withinM: number): SegmentGrid {
  const [west, south, east, north] = extentOf(ends);
  const [originX, originY] = [west - withinM, south - withinM];
  const [width, height] = [east - west + 2 * withinM, north - south + 2 * withinM];
  if (segments === 0) {
    return { start: new Uint32Array(1), segments: new Uint32Array(0), cellAt: () => -1 };
  }
  const cellM = Math.max(MIN_CELL_M, Math.sqrt((width * height) / MOST_CELLS));
  const columns = Math.ceil(width / cellM) + 1;
  const rows = Math.ceil(height / cellM) + 1;
  // A cell whose centre is further away than this cannot hold a spot near the segment.
  const reach = withinM + cellM * Math.SQRT1_2 + 1e-6;

  function eachCell(s: number, visit: (cell: number) => void): void {
    const e = 4 * s;
    const [ax, ay, bx, by] = [ends[e]!, ends[e + 1]!, ends[e + 2]!, ends[e + 3]!];
    const x0 = Math.floor((Math.min(ax, bx) - withinM - originX) / cellM);
    const x1 = Math.floor((Math.max(ax, bx) + withinM - originX) / cellM);
    const y0 = Math.floor((Math.min(ay, by) - withinM - originY) / cellM);
    const y1 = Math.floor((Math.max(ay, by) + withinM - originY) / cellM);
    for (let cy = y0; cy <= y1; cy++) {
      for (let cx = x0; cx <= x1; cx++) {
        const centreX = originX + (cx + 0.5) * cellM;
        const centreY = originY + (cy + 0.5) * cellM;
        if (distanceToSegment(centreX, centreY, ax, ay, bx, by) <= reach) visit(cy * columns + cx);
      }
    }
  }

  const start = new Uint32Array(columns * rows + 1);
  for (let s = 0; s < segments; s++) {
    eachCell(s, (cell) => {
      start[cell + 1]!++;
    });
  }
  for (let cell = 0; cell < columns * rows; cell++) start[cell + 1]! += start[cell]!;
  const listed = new Uint32Array(start[columns * rows]!);
  const next = start.slice();
  for (let s = 0; s < segments; s++) {
    eachCell(s, (cell) => {
      listed[next[cell]!++] = s;
    });
  }
  return {
    start,
    segments: listed,
    cellAt(x, y) {
      const column = Math.floor((x - originX) / cellM);
      const row = Math.floor((y - originY) / cellM);
      const isInside = column >= 0 && row >= 0 && column < columns && row < rows;
      return isInside ? row * columns + column : -1;
    },
  };
}

function extentOf(ends: Float64Array): [number, number, number, number] {
  let [west, south, east, north] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let e = 0; e < ends.length; e += 2) {
    west = Math.min(west, ends[e]!);
    east = Math.max(east, ends[e]!);
    south = Math.min(south, ends[e + 1]!);
    north = Math.max(north, ends[e + 1]!);
  }
  return [west, south, east, north];
}

function segmentsOf(lines: readonly (LineString | MultiLineString)[], plane: LocalPlane) {
  const ends: number[] = [];
  const owner: number[] = [];
  lines.forEach((geometry, line) => {
    const parts: Position[][] =
      geometry.type === "LineString" ? [geometry.coordinates] : geometry.coordinates;
    for (const part of parts) {
      for (let i = 1; i < part.length; i++) {
        const [a, b] = [part[i - 1]!, part[i]!];
        ends.push(plane.x(a[0]!), plane.y(a[1]!), plane.x(b[0]!), plane.y(b[1]!));
        owner.push(line);
      }
    }
  });
  return { ends: Float64Array.from(ends), owner: Uint32Array.from(owner) };
}
