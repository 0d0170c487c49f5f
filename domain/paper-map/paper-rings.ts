import type { Mark } from "../paper/mark.ts";

/** Problems that are printed as one mark, millimetres. `overdue` is part of `open`. */
export type PaperRing = {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly open: number;
  readonly overdue: number;
};

export type PaperSpot = { readonly x: number; readonly y: number; readonly isOverdue: boolean };

/** From this count on, the radius in millimetres on an A3 sheet: steps, never continuous. */
const STEPS = [
  [1, 0.8],
  [2, 2],
  [10, 2.6],
  [25, 3.2],
  [60, 3.9],
  [120, 4.6],
] as const;
const GAP_MM = 0.4;

/**
 * Problems gathered where they would print over each other: cells of a raster, then rings that meet become one at their
 * common middle, the largest first, until none meets. Every spot is in exactly one ring, so the counts add up. Cost:
 * O(spots + rings²) with at most a few hundred rings a sheet.
 */
export function gatherRings(
  spots: readonly PaperSpot[],
  { mergeMm, scale }: { readonly mergeMm: number; readonly scale: number },
): PaperRing[] {
  const cells = Map.groupBy(
    spots,
    ({ x, y }) => `${Math.floor(x / mergeMm)} ${Math.floor(y / mergeMm)}`,
  );
  let rings = [...cells.values()].map((members) => ({
    x: members.reduce((sum, { x }) => sum + x, 0) / members.length,
    y: members.reduce((sum, { y }) => sum + y, 0) / members.length,
    open: members.length,
    overdue: members.filter(({ isOverdue }) => isOverdue).length,
  }));
  for (;;) {
    rings.sort((a, b) => b.open - a.open || a.x - b.x || a.y - b.y);
    const joined = joinMeeting(rings, scale);
    if (joined.length === rings.length) break;
    rings = joined;
  }
  return rings.map((ring) => ({ ...ring, radius: radiusOf(ring.open) * scale }));
}

type Sum = { x: number; y: number; open: number; overdue: number };

function joinMeeting(rings: readonly Sum[], scale: number): Sum[] {
  const kept: Sum[] = [];
  for (const ring of rings) {
    const near = kept.find((other) => {
      const reach = (radiusOf(other.open) + radiusOf(ring.open) + GAP_MM) * scale;
      return Math.hypot(other.x - ring.x, other.y - ring.y) < reach;
    });
    if (!near) {
      kept.push({ ...ring });
      continue;
    }
    const open = near.open + ring.open;
    near.x = (near.x * near.open + ring.x * ring.open) / open;
    near.y = (near.y * near.open + ring.y * ring.open) / open;
    near.open = open;
    near.overdue += ring.overdue;
  }
  return kept;
}

function radiusOf(count: number): number {
  return STEPS.findLast(([from]) => count >= from)?.[1] ?? STEPS[0][1];
}

const OPEN = "#1f66c1";
const OVERDUE = "#b3480a";
const INK = "#18212f";

/** A ring with its number, split open / overdue clockwise from the top; a single one is a dot, or a triangle when overdue. */
export function ringMarks(ring: PaperRing): Mark[] {
  const { x, y, radius, open, overdue } = ring;
  if (open === 1) return singleMark(ring, overdue === 1);
  const widthMm = 0.3 * radius;
  const middle = radius - widthMm / 2;
  const split = (overdue / open) * 2 * Math.PI;
  const gap = overdue > 0 && overdue < open ? 0.14 : 0;
  const arcs: readonly (readonly [string, number, number])[] = [
    [OPEN, split + gap / 2, 2 * Math.PI - gap / 2],
    [OVERDUE, gap / 2, split - gap / 2],
  ];
  const sizeMm = Math.min(1.1 * radius, (1.95 * radius) / String(open).length);
  return [
    { kind: "circle", x, y, radius: radius + 0.12 * radius, fill: "#ffffff" },
    ...arcs.flatMap(([colour, from, to]): Mark[] =>
      to - from > 0.01
        ? [
            {
              kind: "path",
              parts: [{ points: arc(x, y, middle, from, to), isClosed: false }],
              stroke: { colour, widthMm, cap: "butt" },
            },
          ]
        : [],
    ),
    {
      kind: "text",
      text: String(open),
      x,
      y: y + 0.36 * sizeMm,
      sizeMm,
      weight: "bold",
      colour: INK,
      align: "middle",
    },
  ];
}

function singleMark({ x, y, radius }: PaperRing, isOverdue: boolean): Mark[] {
  const stroke = { colour: "#ffffff", widthMm: 0.3 * radius };
  if (!isOverdue) return [{ kind: "circle", x, y, radius, fill: OPEN, stroke }];
  const r = 1.3 * radius;
  const points = [x, y - r, x + 0.9 * r, y + 0.6 * r, x - 0.9 * r, y + 0.6 * r];
  return [{ kind: "path", parts: [{ points, isClosed: true }], fill: OVERDUE, stroke }];
}

/** Radians clockwise from the top. */
function arc(x: number, y: number, radius: number, from: number, to: number): number[] {
  const steps = Math.max(3, Math.ceil((to - from) / 0.12));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = from + ((to - from) * i) / steps;
    return [x + radius * Math.sin(angle), y - radius * Math.cos(angle)];
  }).flat();
}
