import { EPS_M } from "../tolerance.ts";
import { type Chain, ChainBuilder, deflection, firstSource, inwards, lengthOf } from "./chain.ts";

const IN_LINE = (60 * Math.PI) / 180 + 1e-9;
/** Ends so near meet; a wider gap has a direction of its own, which must be in line too. */
const MEETING_M = 1;

/**
 * Joins pieces of one axis across junctions: ends within `gapTolM` that are nearly in line, the
 * nearest first. The straight gap becomes part of the axis.
 */
export function joinPieces(pieces: readonly Chain[], gapTolM: number): Chain[] {
  const mate = new Int32Array(2 * pieces.length).fill(-1);
  for (const { a, b } of gaps(pieces, gapTolM)) {
    if (mate[a]! >= 0 || mate[b]! >= 0) continue;
    mate[a] = b;
    mate[b] = a;
  }
  const isTaken = new Uint8Array(pieces.length);
  const joined: Chain[] = [];
  pieces.forEach((piece, p) => {
    if (isTaken[p] === 1) return;
    let start = 2 * p;
    let isClosed = false;
    while (mate[start]! >= 0 && !isClosed) {
      start = mate[start]! ^ 1;
      isClosed = start === 2 * p;
    }
    if (mate[start]! < 0 && mate[start ^ 1]! < 0) {
      isTaken[p] = 1;
      joined.push(piece);
      return;
    }
    const builder = new ChainBuilder();
    for (let end = start; end >= 0 && isTaken[end >> 1] === 0; end = mate[end ^ 1]!) {
      isTaken[end >> 1] = 1;
      builder.addChain(pieces[end >> 1]!, (end & 1) === 1);
    }
    joined.push(builder.build(isClosed));
  });
  return joined.map(drawnWay).sort((a, b) => firstSource(a) - firstSource(b));
}

function gaps(pieces: readonly Chain[], gapTolM: number): { a: number; b: number }[] {
  const ends = pieces.flatMap(({ xy, isClosed }, p) => {
    if (isClosed) return [];
    const last = xy.length - 2;
    return [
      { end: 2 * p, x: xy[0]!, y: xy[1]! },
      { end: 2 * p + 1, x: xy[last]!, y: xy[last + 1]! },
    ];
  });
  const found: { a: number; b: number; distance: number; angle: number }[] = [];
  ends.forEach((a, i) => {
    const [ax, ay] = inwards(pieces[a.end >> 1]!.xy, a.end & 1);
    for (const b of ends.slice(i + 1)) {
      const distance = Math.hypot(a.x - b.x, a.y - b.y);
      if (distance > gapTolM + EPS_M) continue;
      const [bx, by] = inwards(pieces[b.end >> 1]!.xy, b.end & 1);
      let angle = deflection(-ax, -ay, bx, by);
      if (distance > MEETING_M) {
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        angle = Math.max(angle, deflection(-ax, -ay, dx, dy), deflection(dx, dy, bx, by));
      }
      if (angle <= IN_LINE) found.push({ a: a.end, b: b.end, distance, angle });
    }
  });
  return found.sort((p, q) => p.distance - q.distance || p.angle - q.angle || p.a - q.a);
}

/** The piece in the drawing direction of its first-listed segment; a ring starts where that does. */
function drawnWay(piece: Chain): Chain {
  const first = firstSource(piece);
  const edge = piece.source.indexOf(first);
  const turned = piece.isReversed[edge] === 1 ? backwards(piece) : piece;
  if (!turned.isClosed) return turned;
  const { source, at } = turned;
  const n = source.length;
  const isStart = (e: number) => source[e] === first && source[(e + n - 1) % n] !== first;
  const start = [...source.keys()].find(isStart) ?? 0;
  return start === 0 ? turned : turnedRing(turned, at[start]!);
}

function backwards(piece: Chain): Chain {
  const builder = new ChainBuilder();
  builder.addChain(piece, true);
  return { ...builder.build(false), isClosed: piece.isClosed };
}

/** The same ring from another point of it. */
function turnedRing(ring: Chain, startAt: number): Chain {
  const length = lengthOf(ring);
  const n = ring.source.length;
  const start = ring.at.indexOf(startAt);
  const builder = new ChainBuilder();
  for (let i = 0; i <= n; i++) {
    const point = (start + i) % n;
    const edge = (start + i + n - 1) % n;
    const [x, y] = [ring.xy[2 * point]!, ring.xy[2 * point + 1]!];
    builder.add(x, y, ring.source[edge]!, ring.isReversed[edge]!);
  }
  const turned = builder.build(false);
  return Math.abs(lengthOf(turned) - length) < 1e-3 ? { ...turned, isClosed: true } : ring;
}
