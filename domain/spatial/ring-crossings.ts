import Flatbush from "flatbush";
import type { FlatRings } from "./flat-rings.ts";
import { meetingPoint, meetSegments, type SegmentMeeting } from "./segment-meeting.ts";

/** Below this many edges every pair is looked at: building an index would cost more. */
const INDEX_FROM_EDGES = 40;
/** Where boundaries are this tangled, the first places say enough. */
const PLACES_MAX = 1000;
const PAIRS_MAX = 20_000_000;

/** Integer coordinates, degrees × 10⁷. */
type Place = readonly [x: number, y: number];

/**
 * Places where boundaries meet that must not: a ring that crosses, touches or runs back along
 * itself; two rings that cross or share a stretch; two rings of one part that touch at more than
 * one point, which cuts the inside in two. Each place once, in the order of the edges, at most
 * 1,000 of them. O(n log n) for n edges of ordinary polygons; stops after 20 million pairs.
 */
export function findCrossings(rings: FlatRings): Place[] {
  const edges = edgesOf(rings);
  const places = new Map<string, Place>();
  const touches = new Map<string, Map<string, Place>>();
  let pairs = 0;

  function look(e: number, f: number): boolean {
    pairs++;
    const meeting = meetEdges(rings, edges, e, f);
    if (meeting === "apart") return true;
    const place = placeOf(rings, edges, e, f);
    const key = `${Math.round(place[0])},${Math.round(place[1])}`;
    const [r, s] = [edges.ring[e]!, edges.ring[f]!];
    if (r === s || meeting !== "touch") places.set(key, place);
    else if (rings.partOfRing[r] === rings.partOfRing[s]) {
      const pair = touches.get(`${r},${s}`) ?? new Map<string, Place>();
      touches.set(`${r},${s}`, pair.set(key, place));
    }
    return places.size < PLACES_MAX && pairs < PAIRS_MAX;
  }

  visitPairs(rings, edges, look);
  for (const pair of touches.values()) {
    if (pair.size > 1) for (const [key, place] of pair) places.set(key, place);
  }
  return [...places.values()];
}

/** First vertex and ring of each edge; an edge ends at the vertex after its first. */
type Edges = { readonly vertex: Uint32Array; readonly ring: Uint32Array };

function edgesOf({ ringStart }: FlatRings): Edges {
  const ringCount = ringStart.length - 1;
  const count = ringStart[ringCount]! - ringCount;
  const vertex = new Uint32Array(count);
  const ring = new Uint32Array(count);
  let edge = 0;
  for (let r = 0; r < ringCount; r++) {
    for (let v = ringStart[r]!; v < ringStart[r + 1]! - 1; v++) {
      vertex[edge] = v;
      ring[edge++] = r;
    }
  }
  return { vertex, ring };
}

/** Calls `look` with e < f for every two edges whose boxes meet, until it answers false. */
function visitPairs(
  { xy }: FlatRings,
  { vertex }: Edges,
  look: (e: number, f: number) => boolean,
): void {
  const count = vertex.length;
  const box = (e: number) => {
    const v = 2 * vertex[e]!;
    return [
      Math.min(xy[v]!, xy[v + 2]!),
      Math.min(xy[v + 1]!, xy[v + 3]!),
      Math.max(xy[v]!, xy[v + 2]!),
      Math.max(xy[v + 1]!, xy[v + 3]!),
    ] as const;
  };
  if (count < INDEX_FROM_EDGES) {
    for (let e = 0; e < count; e++) {
      for (let f = e + 1; f < count; f++) if (!look(e, f)) return;
    }
    return;
  }
  const index = new Flatbush(count);
  for (let e = 0; e < count; e++) index.add(...box(e));
  index.finish();
  let goOn = true;
  for (let e = 0; e < count && goOn; e++) {
    index.search(...box(e), (f) => {
      if (goOn && f > e) goOn = look(e, f);
      return false;
    });
  }
}

function meetEdges(
  { xy, ringStart }: FlatRings,
  edges: Edges,
  e: number,
  f: number,
): SegmentMeeting {
  const [v, w] = [2 * edges.vertex[e]!, 2 * edges.vertex[f]!];
  const meeting = meetSegments(
    xy[v]!,
    xy[v + 1]!,
    xy[v + 2]!,
    xy[v + 3]!,
    xy[w]!,
    xy[w + 1]!,
    xy[w + 2]!,
    xy[w + 3]!,
  );
  if (meeting !== "touch" || edges.ring[e] !== edges.ring[f]) return meeting;
  const ring = edges.ring[e]!;
  const isNext = f === e + 1;
  const isRound =
    edges.vertex[e] === ringStart[ring] && edges.vertex[f] === ringStart[ring + 1]! - 2;
  return isNext || isRound ? "apart" : meeting;
}

function placeOf({ xy }: FlatRings, { vertex }: Edges, e: number, f: number): Place {
  const [v, w] = [2 * vertex[e]!, 2 * vertex[f]!];
  return meetingPoint(
    xy[v]!,
    xy[v + 1]!,
    xy[v + 2]!,
    xy[v + 3]!,
    xy[w]!,
    xy[w + 1]!,
    xy[w + 2]!,
    xy[w + 3]!,
  );
}
