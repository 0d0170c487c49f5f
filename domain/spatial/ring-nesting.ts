import { type FlatRings, isShell } from "./flat-rings.ts";
import { isOn } from "./segment-meeting.ts";

/** Integer coordinates, degrees × 10⁷. */
type Place = readonly [x: number, y: number];

export type Nesting = {
  /** A vertex of each hole that does not lie in its own shell. */
  readonly holesOutside: readonly Place[];
  /** A vertex of each hole inside another hole, and of each part inside another part. */
  readonly nested: readonly Place[];
};

/**
 * Where each ring lies, told by its first vertex that is not on the other ring; rings that cross
 * are found by their crossings. Costs one pass over a ring for every ring whose box meets its own.
 */
export function findNesting(rings: FlatRings): Nesting {
  const holesOutside: Place[] = [];
  const nested: Place[] = [];
  const count = rings.ringStart.length - 1;
  const boxes = Array.from({ length: count }, (_, r) => boxOf(rings, r));
  const byPart = Map.groupBy(boxes.keys(), (r) => rings.partOfRing[r]!);
  const shells = [...byPart.values()].map((members) => members[0]!);

  for (const [shell, ...holes] of byPart.values()) {
    for (const hole of holes) {
      const outside = firstVertexThatIs("outside", rings, hole, shell!);
      if (outside) holesOutside.push(outside);
    }
    nested.push(...nestedAmong(rings, holes, boxes));
  }
  if (shells.length > 1) {
    for (const place of nestedAmong(rings, shells, boxes)) {
      if (!isInSomeHole(rings, place, boxes)) nested.push(place);
    }
  }
  return { holesOutside, nested };
}

type Box = readonly [minX: number, minY: number, maxX: number, maxY: number];

/** Sorted by west edge, so that only rings whose boxes meet are compared. */
function nestedAmong(rings: FlatRings, members: readonly number[], boxes: readonly Box[]): Place[] {
  const order = members.toSorted((r, s) => boxes[r]![0] - boxes[s]![0]);
  const places: Place[] = [];
  order.forEach((outer, i) => {
    const [, minY, maxX, maxY] = boxes[outer]!;
    for (let j = i + 1; j < order.length; j++) {
      const inner = order[j]!;
      const box = boxes[inner]!;
      if (box[0] > maxX) break;
      if (box[3] < minY || box[1] > maxY) continue;
      const place =
        firstVertexThatIs("inside", rings, inner, outer) ??
        firstVertexThatIs("inside", rings, outer, inner);
      if (place) places.push(place);
    }
  });
  return places;
}

/** An island in a lake is another part inside a hole: it nests in a shell, but rightly so. */
function isInSomeHole(rings: FlatRings, [x, y]: Place, boxes: readonly Box[]): boolean {
  return boxes.some(
    (box, r) =>
      !isShell(rings, r) &&
      x >= box[0] &&
      y >= box[1] &&
      x <= box[2] &&
      y <= box[3] &&
      sideOf(rings, r, x, y) !== "outside",
  );
}

/** The first vertex of `ring` that is not on `other`, when it lies on the wanted side of it. */
function firstVertexThatIs(
  wanted: "inside" | "outside",
  rings: FlatRings,
  ring: number,
  other: number,
): Place | null {
  const { xy, ringStart } = rings;
  for (let v = ringStart[ring]!; v < ringStart[ring + 1]! - 1; v++) {
    const [x, y] = [xy[2 * v]!, xy[2 * v + 1]!];
    const side = sideOf(rings, other, x, y);
    if (side !== "on") return side === wanted ? [x, y] : null;
  }
  return null;
}

/** By the even–odd rule, exact on integers. */
function sideOf(
  { xy, ringStart }: FlatRings,
  ring: number,
  x: number,
  y: number,
): "inside" | "outside" | "on" {
  let isInside = false;
  for (let v = ringStart[ring]!; v < ringStart[ring + 1]! - 1; v++) {
    const [ax, ay] = [xy[2 * v]!, xy[2 * v + 1]!];
    const [bx, by] = [xy[2 * v + 2]!, xy[2 * v + 3]!];
    if (isOn(ax, ay, bx, by, x, y)) return "on";
    if (ay > y === by > y) continue;
    const side = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    if (side > 0 === by > ay) isInside = !isInside;
  }
  return isInside ? "inside" : "outside";
}

function boxOf({ xy, ringStart }: FlatRings, ring: number): Box {
  const box: [number, number, number, number] = [
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
    Number.NEGATIVE_INFINITY,
  ];
  for (let v = ringStart[ring]!; v < ringStart[ring + 1]!; v++) {
    box[0] = Math.min(box[0], xy[2 * v]!);
    box[1] = Math.min(box[1], xy[2 * v + 1]!);
    box[2] = Math.max(box[2], xy[2 * v]!);
    box[3] = Math.max(box[3], xy[2 * v + 1]!);
  }
  return box;
}
