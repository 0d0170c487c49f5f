import type { LineString, MultiLineString, Position } from "geojson";
import type { LocalPlane } from "./local-plane.ts";

/** A line near a spot: its position in the list it was built from, and metres to its nearest point. */
export type NearLine = { readonly line: number; readonly distanceM: number };

export type LineProximity = {
  /** Lines within the distance (inclusive), nearest first, ties by position. About a microsecond. */
  near(lng: number, lat: number): NearLine[];
};

const CELL_M = 64;

/**
 * Which lines pass within `withinM` of a spot. Each grid cell of 64 m lists the segments that any spot in it can be near
 * to, so a look-up reads one cell. Memory grows with the length of the lines.
 */
export function lineProximity(
  lines: readonly (LineString | MultiLineString)[],
  plane: LocalPlane,
  withinM: number,
): LineProximity {
  const { ends, owner } = segmentsOf(lines, plane);
  const cells = new Map<number, number[]>();
  for (let s = 0; s < owner.length; s++) {
    const [ax, ay, bx, by] = [ends[4 * s]!, ends[4 * s + 1]!, ends[4 * s + 2]!, ends[4 * s + 3]!];
    const x0 = Math.floor((Math.min(ax, bx) - withinM) / CELL_M);
    const x1 = Math.floor((Math.max(ax, bx) + withinM) / CELL_M);
    const y0 = Math.floor((Math.min(ay, by) - withinM) / CELL_M);
    const y1 = Math.floor((Math.max(ay, by) + withinM) / CELL_M);
    for (let cy = y0; cy <= y1; cy++) {
      for (let cx = x0; cx <= x1; cx++) {
        if (!isCellNear(cx, cy, ax, ay, bx, by, withinM)) continue;
        const key = cellKey(cx, cy);
        const cell = cells.get(key);
        if (cell) cell.push(s);
        else cells.set(key, [s]);
      }
    }
  }

  return {
    near(lng, lat) {
      const [x, y] = [plane.x(lng), plane.y(lat)];
      const cell = cells.get(cellKey(Math.floor(x / CELL_M), Math.floor(y / CELL_M)));
      if (!cell) return [];
      const found: { line: number; distanceM: number }[] = [];
      for (const s of cell) {
        const d = distanceToSegment(
          x,
          y,
          ends[4 * s]!,
          ends[4 * s + 1]!,
          ends[4 * s + 2]!,
          ends[4 * s + 3]!,
        );
        if (d > withinM) continue;
        const line = owner[s]!;
        const known = found.find((near) => near.line === line);
        if (!known) found.push({ line, distanceM: d });
        else if (d < known.distanceM) known.distanceM = d;
      }
      return found.length < 2
        ? found
        : found.sort((a, b) => a.distanceM - b.distanceM || a.line - b.line);
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
  const [dx, dy] = [bx - ax, by - ay];
  const lengthSquared = dx * dx + dy * dy;
  const t = lengthSquared === 0 ? 0 : ((x - ax) * dx + (y - ay) * dy) / lengthSquared;
  const clamped = t < 0 ? 0 : t > 1 ? 1 : t;
  const ex = x - ax - clamped * dx;
  const ey = y - ay - clamped * dy;
  return Math.sqrt(ex * ex + ey * ey);
}

/** A cell whose centre is further from the segment than half its diagonal plus `withinM` cannot hold a near spot. */
function isCellNear(
  cx: number,
  cy: number,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  withinM: number,
): boolean {
  const reach = withinM + CELL_M * Math.SQRT1_2 + 1e-6;
  return distanceToSegment((cx + 0.5) * CELL_M, (cy + 0.5) * CELL_M, ax, ay, bx, by) <= reach;
}

function cellKey(cx: number, cy: number): number {
  return (cx + 0x2000000) * 0x4000000 + (cy + 0x2000000);
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
