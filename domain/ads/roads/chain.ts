/**
 * A line made of whole segments or of a stretch of them. Edge i runs from point i to point i + 1;
 * `at` is metres along at each point. A closed chain ends where it starts.
 */
export type Chain = {
  readonly xy: Float64Array;
  readonly at: Float64Array;
  /** Position of the segment that an edge was drawn in; -1 for a gap that was bridged. */
  readonly source: Int32Array;
  /** 1 where an edge runs against the drawing. */
  readonly isReversed: Uint8Array;
  readonly isClosed: boolean;
};

export function lengthOf({ at }: Chain): number {
  return at[at.length - 1]!;
}

/** A point so far along, and the direction that the chain runs in there. */
export function pointAlong({ xy, at }: Chain, atM: number) {
  const next = at.findIndex((m) => m >= atM);
  const edge = next < 0 ? at.length - 1 : Math.max(1, next);
  const [fromM, toM] = [at[edge - 1]!, at[edge]!];
  const [ax, ay, bx, by] = [xy[2 * edge - 2]!, xy[2 * edge - 1]!, xy[2 * edge]!, xy[2 * edge + 1]!];
  const lengthM = toM - fromM || 1;
  const share = (atM - fromM) / lengthM;
  return {
    x: ax + share * (bx - ax),
    y: ay + share * (by - ay),
    alongX: (bx - ax) / lengthM,
    alongY: (by - ay) / lengthM,
  };
}

/** The first-listed segment of a chain. */
export function firstSource({ source }: Chain): number {
  let first = Number.POSITIVE_INFINITY;
  for (const s of source) if (s >= 0 && s < first) first = s;
  return first;
}

/** Fills a chain point by point. */
export class ChainBuilder {
  readonly #xy: number[] = [];
  readonly #source: number[] = [];
  readonly #isReversed: number[] = [];

  /** A point where the chain already is adds nothing. */
  add(x: number, y: number, source: number, isReversed: number): void {
    const n = this.#xy.length;
    if (n > 0) {
      if (this.#xy[n - 2] === x && this.#xy[n - 1] === y) return;
      this.#source.push(source);
      this.#isReversed.push(isReversed);
    }
    this.#xy.push(x, y);
  }

  /** All points of a chain, the way it runs or the other way; `bridge` is the source of a step to it. */
  addChain(chain: Chain, backwards: boolean, bridge = -1): void {
    const last = chain.source.length;
    for (let i = 0; i <= last; i++) {
      const point = backwards ? last - i : i;
      const edge = backwards ? point : point - 1;
      const source = i === 0 ? bridge : chain.source[edge]!;
      const flipped = i === 0 ? 0 : chain.isReversed[edge]! ^ (backwards ? 1 : 0);
      this.add(chain.xy[2 * point]!, chain.xy[2 * point + 1]!, source, flipped);
    }
  }

  build(isClosed: boolean): Chain {
    if (isClosed) this.add(this.#xy[0]!, this.#xy[1]!, -1, 0);
    const xy = Float64Array.from(this.#xy);
    const at = new Float64Array(xy.length / 2);
    for (let i = 1; i < at.length; i++) {
      const step = Math.hypot(xy[2 * i]! - xy[2 * i - 2]!, xy[2 * i + 1]! - xy[2 * i - 1]!);
      at[i] = at[i - 1]! + step;
    }
    return {
      xy,
      at,
      source: Int32Array.from(this.#source),
      isReversed: Uint8Array.from(this.#isReversed),
      isClosed,
    };
  }
}

/** The stretch of a chain from one chainage to another; on a ring `to` may lie a round further. */
export function stretchOf(chain: Chain, from: number, to: number): Chain {
  const builder = new ChainBuilder();
  const length = lengthOf(chain);
  for (let round = 0; round <= (to > length ? 1 : 0); round++) {
    const offset = round * length;
    for (let e = 0; e < chain.source.length; e++) {
      const [a, b] = [chain.at[e]! + offset, chain.at[e + 1]! + offset];
      if (b <= from || a >= to || b === a) continue;
      for (const t of [Math.max(a, from), Math.min(b, to)]) {
        const share = (t - a) / (b - a);
        const [x0, y0] = [chain.xy[2 * e]!, chain.xy[2 * e + 1]!];
        const [x1, y1] = [chain.xy[2 * e + 2]!, chain.xy[2 * e + 3]!];
        const x = share === 1 ? x1 : x0 + share * (x1 - x0);
        const y = share === 1 ? y1 : y0 + share * (y1 - y0);
        builder.add(x, y, chain.source[e]!, chain.isReversed[e]!);
      }
    }
  }
  return builder.build(false);
}

/** Azimuth-like angle between where one line goes and another goes on, radians. */
export function deflection(inX: number, inY: number, outX: number, outY: number): number {
  return Math.abs(Math.atan2(inX * outY - inY * outX, inX * outX + inY * outY));
}

/** From an end of a line into it; `end` 0 is its start, 1 its finish. Not of unit length. */
export function inwards(xy: Float64Array, end: number): [dx: number, dy: number] {
  const n = xy.length;
  return end === 0
    ? [xy[2]! - xy[0]!, xy[3]! - xy[1]!]
    : [xy[n - 4]! - xy[n - 2]!, xy[n - 3]! - xy[n - 1]!];
}

/** x0, y0, x1, y1 of each edge. */
export function edgesOfChain({ xy }: Chain): number[] {
  const edges: number[] = [];
  for (let i = 2; i < xy.length; i += 2) edges.push(xy[i - 2]!, xy[i - 1]!, xy[i]!, xy[i + 1]!);
  return edges;
}
