import type { Position } from "geojson";
import { toE7 } from "./lng-lat.ts";
import { turn } from "./segment-meeting.ts";

export type CleanRing = {
  /** Closed, no vertex twice in a row; null when what is left encloses nothing. */
  readonly ring: Position[] | null;
  readonly wasOpen: boolean;
  /** Vertices dropped because they repeated the one before. */
  readonly repeated: number;
};

/** Positions are compared as they are stored, at 7 decimals. The input is left as it is. */
export function cleanRing(positions: readonly Position[]): CleanRing {
  const first = positions[0];
  const last = positions.at(-1);
  if (!first || !last) return { ring: null, wasOpen: false, repeated: 0 };
  const wasOpen = positions.length > 1 && !isSame(first, last);
  const distinct = withoutRepeats(positions);
  const repeated = positions.length - distinct.length;
  const ring = isSame(first, distinct.at(-1) ?? first) ? distinct : [...distinct, first];
  return { ring: enclosesArea(ring) ? ring : null, wasOpen, repeated };
}

export type CleanLine = { readonly line: Position[] | null; readonly repeated: number };

/** Null for a line of fewer than two different points. The input is left as it is. */
export function cleanLine(positions: readonly Position[]): CleanLine {
  const line = withoutRepeats(positions);
  return { line: line.length < 2 ? null : line, repeated: positions.length - line.length };
}

function withoutRepeats(positions: readonly Position[]): Position[] {
  return positions.filter((position, i) => {
    const before = positions[i - 1];
    return !before || !isSame(before, position);
  });
}

function isSame(a: Position, b: Position): boolean {
  return toE7(a[0]!) === toE7(b[0]!) && toE7(a[1]!) === toE7(b[1]!);
}

/** Whether a closed ring has three points that are not on one line. */
function enclosesArea(ring: readonly Position[]): boolean {
  if (ring.length < 4) return false;
  const [ax, ay] = [toE7(ring[0]![0]!), toE7(ring[0]![1]!)];
  const [bx, by] = [toE7(ring[1]![0]!), toE7(ring[1]![1]!)];
  return ring.some((p) => turn(ax, ay, bx, by, toE7(p[0]!), toE7(p[1]!)) !== 0);
}
