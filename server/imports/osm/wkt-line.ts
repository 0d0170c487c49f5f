import type { Position } from "geojson";

/** Positions of a WKT `LINESTRING`, heights left out; null for anything else. */
export function wktLine(text: string): Position[] | null {
  const inner = /^\s*LINESTRING(?:\s+Z?M?)?\s*\(([^()]*)\)\s*$/i.exec(text)?.[1];
  if (inner === undefined) return null;
  const positions = inner.split(",").map((point) => {
    const [x = Number.NaN, y = Number.NaN] = point.trim().split(/\s+/).map(Number);
    return [x, y];
  });
  const isWhole = positions.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  return isWhole && positions.length > 1 ? positions : null;
}
