import Flatbush from "flatbush";
import { EPS_M } from "../tolerance.ts";
import { type Chain, firstSource, lengthOf } from "./chain.ts";
import { complement, type Interval, joinedOverSeam, united } from "./intervals.ts";

const PARALLEL_COS = Math.cos((20 * Math.PI) / 180);
/** Shorter leftovers are where two carriageways merge. */
const LEFTOVER_M = 100;

/** What one chain adds to the length of its street. */
export type Carriageway = {
  /** Stretches that are axis, in metres along the chain; on a ring one may end beyond its length. */
  readonly axis: readonly Interval[];
  /** Stretches that are not. */
  readonly beside: readonly Interval[];
  /** Chains that it lies abreast of, as positions in the list, and for how many metres. */
  readonly abreastOf: ReadonlyMap<number, number>;
};

/**
 * Counts parallel lines of one street once: the longest chain is axis, of each further one only what
 * no axis so far lies beside, within `widthM` sideways and 20°. `street` numbers the chains that may
 * be abreast at all; `widthOf` is 0 where every line counts.
 */
export function findAbreast(
  chains: readonly Chain[],
  street: Int32Array,
  widthOf: (chain: number) => number,
): Carriageway[] {
  const whole = (chain: Chain): Carriageway => {
    return { axis: [[0, lengthOf(chain)]], beside: [], abreastOf: new Map() };
  };
  const result = chains.map(whole);
  const judged = [...chains.keys()].filter((c) => widthOf(c) > 0);
  const lengths = Float64Array.from(chains, lengthOf);
  const first = Int32Array.from(chains, firstSource);
  judged.sort((a, b) => lengths[b]! - lengths[a]! || first[a]! - first[b]!);
  const edges = edgeIndex(chains, judged);
  if (!edges) return result;
  const isDone = new Uint8Array(chains.length);
  for (const c of judged) {
    const found = beside(c);
    if (found.covered.length > 0) result[c] = cut(chains[c]!, found);
    isDone[c] = 1;
  }
  return result;

  function beside(c: number): { covered: Interval[]; abreastOf: Map<number, number> } {
    const { xy, at } = chains[c]!;
    const width = widthOf(c);
    const covered: Interval[] = [];
    const abreastOf = new Map<number, number>();
    for (let e = 0; e + 1 < at.length; e++) {
      const [ax, ay, bx, by] = [xy[2 * e]!, xy[2 * e + 1]!, xy[2 * e + 2]!, xy[2 * e + 3]!];
      const near = edges!.search(
        Math.min(ax, bx) - width,
        Math.min(ay, by) - width,
        Math.max(ax, bx) + width,
        Math.max(ay, by) + width,
        (other) => isDone[other] === 1 && street[other] === street[c],
      );
      for (const { chain: other, edge } of near) {
        const line = chains[other]!;
        for (const [from, to] of result[other]!.axis) {
          const found = stretchBeside(ax, ay, bx, by, line, edge, from, to, width);
          if (!found) continue;
          covered.push([at[e]! + found[0], at[e]! + found[1]]);
          abreastOf.set(other, (abreastOf.get(other) ?? 0) + found[1] - found[0]);
        }
      }
    }
    return { covered, abreastOf };
  }
}

function cut(
  chain: Chain,
  { covered, abreastOf }: { covered: readonly Interval[]; abreastOf: ReadonlyMap<number, number> },
): Carriageway {
  const length = lengthOf(chain);
  const merged = united(covered, EPS_M);
  const free = complement(merged, length);
  const stretches = chain.isClosed ? joinedOverSeam(free, length) : free;
  const axis = stretches.filter(([from, to]) => to - from >= LEFTOVER_M - EPS_M);
  const rest = stretches.filter(([from, to]) => to - from < LEFTOVER_M - EPS_M);
  return { axis, beside: [...merged, ...rest], abreastOf };
}

/**
 * Which stretch of the edge ab has the edge of `line`, as far as it lies between `from` and `to` of
 * it, at its side; metres from a. Feet are perpendicular to that edge, so all limits are linear.
 */
export function stretchBeside(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  { xy, at }: Chain,
  edge: number,
  from: number,
  to: number,
  width: number,
): Interval | null {
  const length = Math.hypot(bx - ax, by - ay);
  const [qx, qy] = [xy[2 * edge]!, xy[2 * edge + 1]!];
  const other = at[edge + 1]! - at[edge]!;
  if (length === 0 || other === 0) return null;
  const [ux, uy] = [(bx - ax) / length, (by - ay) / length];
  const [vx, vy] = [(xy[2 * edge + 2]! - qx) / other, (xy[2 * edge + 3]! - qy) / other];
  const cos = ux * vx + uy * vy;
  if (Math.abs(cos) < PARALLEL_COS - 1e-12) return null;
  const ring = at[at.length - 1]!;
  // On a ring an axis stretch may run over the seam.
  const shift = at[edge + 1]! <= from ? ring : 0;
  const low = Math.max(0, from - at[edge]! - shift);
  const high = Math.min(other, to - at[edge]! - shift);
  if (high <= low) return null;
  const along = (ax - qx) * vx + (ay - qy) * vy;
  const offset = vx * (ay - qy) - vy * (ax - qx);
  const drift = vx * uy - vy * ux;
  let [start, end] = within(along, cos, low, high);
  const [near, far] = within(offset, drift, -width - EPS_M, width + EPS_M);
  start = Math.max(0, start, near);
  end = Math.min(length, end, far);
  return end - start > EPS_M ? [start, end] : null;
}

/** For which t is low ≤ at + slope · t ≤ high. */
function within(at: number, slope: number, low: number, high: number): Interval {
  if (Math.abs(slope) < 1e-12) {
    const isIn = at >= low && at <= high;
    return isIn ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] : [0, 0];
  }
  const [a, b] = [(low - at) / slope, (high - at) / slope];
  return a < b ? [a, b] : [b, a];
}

/** All edges of some chains; null without any. */
export function edgeIndex(chains: readonly Chain[], judged: readonly number[]) {
  const count = judged.reduce((sum, c) => sum + chains[c]!.source.length, 0);
  if (count === 0) return null;
  const index = new Flatbush(count);
  const owner = new Int32Array(count);
  const edgeOf = new Int32Array(count);
  let n = 0;
  for (const c of judged) {
    const { xy, source } = chains[c]!;
    for (let e = 0; e < source.length; e++) {
      const [ax, ay, bx, by] = [xy[2 * e]!, xy[2 * e + 1]!, xy[2 * e + 2]!, xy[2 * e + 3]!];
      index.add(Math.min(ax, bx), Math.min(ay, by), Math.max(ax, bx), Math.max(ay, by));
      owner[n] = c;
      edgeOf[n] = e;
      n++;
    }
  }
  index.finish();
  return {
    search(
      west: number,
      south: number,
      east: number,
      north: number,
      keep: (chain: number) => boolean,
    ): { chain: number; edge: number }[] {
      const hits = index.search(west, south, east, north, (i) => keep(owner[i]!));
      return hits.map((i) => ({ chain: owner[i]!, edge: edgeOf[i]! }));
    },
  };
}
