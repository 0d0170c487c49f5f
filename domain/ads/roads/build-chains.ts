import { type Chain, ChainBuilder, deflection, inwards } from "./chain.ts";
import { type EndNodes, NODE_M } from "./end-nodes.ts";
import type { RoadSegment } from "./road-segments.ts";

const STRAIGHT_ON = (45 * Math.PI) / 180 + 1e-9;

/** Chains, and which segments each has, as positions; in the order of their first-listed segments. */
export type Chains = { readonly chains: readonly Chain[]; readonly members: readonly number[][] };

/**
 * Follows segments of one street through the nodes: at each node the two ends with the least
 * deflection, 45° at most, continue each other, then the next two; of a named street also two ends
 * that are alone. `street` numbers what may be joined at all.
 */
export function buildChains(
  segments: readonly RoadSegment[],
  { nodeOfEnd }: EndNodes,
  street: Int32Array,
): Chains {
  const mate = matesOf(segments, nodeOfEnd, street);
  const isTaken = new Uint8Array(segments.length);
  const chains: Chain[] = [];
  const members: number[][] = [];
  for (let s = 0; s < segments.length; s++) {
    if (isTaken[s] === 1) continue;
    const { start, isClosed } = startOf(mate, 2 * s);
    const builder = new ChainBuilder();
    const own: number[] = [];
    for (let end = start; end >= 0; ) {
      const segment = end >> 1;
      if (isTaken[segment] === 1) break;
      isTaken[segment] = 1;
      own.push(segment);
      addSegment(builder, segments[segment]!.xy, segment, end & 1);
      end = mate[end ^ 1]!;
    }
    chains.push(builder.build(isClosed));
    members.push(own);
  }
  return { chains, members };
}

function addSegment(builder: ChainBuilder, xy: Float64Array, source: number, backwards: number) {
  const points = xy.length / 2;
  for (let i = 0; i < points; i++) {
    const point = backwards === 1 ? points - 1 - i : i;
    builder.add(xy[2 * point]!, xy[2 * point + 1]!, source, backwards);
  }
}

/** Walks back to an end that nothing continues; on a ring stays where it began. */
function startOf(mate: Int32Array, end: number): { start: number; isClosed: boolean } {
  let start = end;
  while (mate[start]! >= 0) {
    start = mate[start]! ^ 1;
    if (start === end) return { start, isClosed: true };
  }
  return { start, isClosed: false };
}

/** Which end each end goes on to, -1 for none. */
function matesOf(
  segments: readonly RoadSegment[],
  nodeOfEnd: Int32Array,
  street: Int32Array,
): Int32Array {
  const mate = new Int32Array(nodeOfEnd.length).fill(-1);
  const order = Int32Array.from(nodeOfEnd.keys()).sort(
    (a, b) => nodeOfEnd[a]! - nodeOfEnd[b]! || street[a >> 1]! - street[b >> 1]! || a - b,
  );
  for (let from = 0; from < order.length; ) {
    const first = order[from]!;
    let to = from + 1;
    while (
      to < order.length &&
      nodeOfEnd[order[to]!] === nodeOfEnd[first] &&
      street[order[to]! >> 1] === street[first >> 1]
    ) {
      to++;
    }
    if (to - from > 1) pairEnds(order.subarray(from, to), segments, mate);
    from = to;
  }
  return mate;
}

function pairEnds(ends: Int32Array, segments: readonly RoadSegment[], mate: Int32Array): void {
  const isNamed = segments[ends[0]! >> 1]!.name !== null;
  const isOwnEnd = (a: number, b: number) => a === (b ^ 1) && !isLoop(segments[a >> 1]!.xy);
  if (isNamed && ends.length === 2) {
    if (isOwnEnd(ends[0]!, ends[1]!)) return;
    mate[ends[0]!] = ends[1]!;
    mate[ends[1]!] = ends[0]!;
    return;
  }
  const pairs: { a: number; b: number; angle: number }[] = [];
  ends.forEach((a, i) => {
    const [ax, ay] = inwards(segments[a >> 1]!.xy, a & 1);
    for (const b of ends.subarray(i + 1)) {
      if (isOwnEnd(a, b)) continue;
      const [bx, by] = inwards(segments[b >> 1]!.xy, b & 1);
      const angle = deflection(-ax, -ay, bx, by);
      if (angle <= STRAIGHT_ON) pairs.push({ a, b, angle });
    }
  });
  pairs.sort((p, q) => p.angle - q.angle || p.a - q.a || p.b - q.b);
  for (const { a, b } of pairs) {
    if (mate[a]! >= 0 || mate[b]! >= 0) continue;
    mate[a] = b;
    mate[b] = a;
  }
}

/** A line whose ends are one node goes round, unless it is shorter than a node is wide. */
function isLoop(xy: Float64Array): boolean {
  let length = 0;
  for (let i = 2; i < xy.length; i += 2) {
    length += Math.hypot(xy[i]! - xy[i - 2]!, xy[i + 1]! - xy[i - 1]!);
  }
  return length > 2 * NODE_M;
}
