import { ringsContain } from "./ring-contains.ts";

type Box = { readonly width: number; readonly height: number };

/** A label that must find a place: its polygon's rings in px, where it would like to be, and its box. */
export type LabelRequest = {
  readonly rings: readonly (readonly (readonly [number, number])[])[];
  /** Pole of inaccessibility, px. */
  readonly anchor: readonly [number, number];
  /** The box of each form that the label can take, the fullest first. */
  readonly forms: readonly Box[];
};

/** Where a label goes, and in which of its forms. */
export type LabelSpot = { readonly at: readonly [number, number]; readonly form: number };

/** Something a label should not cover. */
export type Obstacle = { readonly x: number; readonly y: number; readonly radius: number };

export type LabelBounds = readonly [left: number, top: number, right: number, bottom: number];

const STEP = 8;
/** How far from its anchor a label may wander, px. */
const REACH = 160;
/** Where a label may go from its anchor, px, the nearest first: beyond the cheapest one found there is none to look at. */
const offsets = offsetsWithin(REACH, STEP);
/** What covering anything costs at least. */
const COVERING = 30;
/** What lying on another label costs. */
const OVERLAPPING = 400;
/** A label that costs so much is left out. */
const MOST_COST = 260;
/** What hiding the number in a ring costs, or the middle of a mark: there is rather no name. */
const HIDING = MOST_COST;
/** The part of a ring's radius that its number takes. */
const NUMBER_PART = 0.5;

/**
 * Places every label inside its polygon at the cheapest position of an 8-px raster: covering a ring costs most, then
 * another label, then distance from the anchor. A label that would cover something takes a shorter form. Null where no
 * position lies inside polygon and window without hiding a number. Larger polygons choose first. Marks never move for
 * labels.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  obstacles: readonly Obstacle[],
  window: LabelBounds,
): (LabelSpot | null)[] {
  const placed: LabelBounds[] = [];
  const order = requests.map((_, i) => i).sort((a, b) => areaOf(requests[b]) - areaOf(requests[a]));
  const answers: (LabelSpot | null)[] = requests.map(() => null);
  for (const i of order) {
    const request = requests[i];
    if (!request) continue;
    let least: (LabelSpot & Found & { box: Box }) | null = null;
    for (const [form, box] of request.forms.entries()) {
      const found = cheapest(request, box, obstacles, placed, window);
      if (found && (least === null || found.covering < least.covering))
        least = { ...found, form, box };
      if (least?.covering === 0) break;
    }
    if (least === null) continue;
    answers[i] = { at: least.at, form: least.form };
    placed.push(boxAt(least.at, least.box));
  }
  return answers;
}

type Offset = { readonly dx: number; readonly dy: number; readonly cost: number };

function offsetsWithin(reach: number, step: number): readonly Offset[] {
  const all: Offset[] = [];
  for (let dy = -reach; dy <= reach; dy += step) {
    for (let dx = -reach; dx <= reach; dx += step) {
      all.push({ dx, dy, cost: Math.hypot(dx, dy) * 0.25 });
    }
  }
  return all.sort((a, b) => a.cost - b.cost);
}

type Found = { readonly at: readonly [number, number]; readonly covering: number };

function cheapest(
  { rings, anchor }: LabelRequest,
  size: Box,
  obstacles: readonly Obstacle[],
  placed: readonly LabelBounds[],
  window: LabelBounds,
): Found | null {
  let best: Found | null = null;
  let bestCost = MOST_COST;
  const room = within(window, boundsOf(rings));
  const start = intoWindow(anchor, size, window);
  const near = obstacles.filter(
    ({ x, y, radius }) =>
      Math.abs(x - start[0]) < REACH + size.width + radius &&
      Math.abs(y - start[1]) < REACH + size.height + radius,
  );
  for (const { dx, dy, cost } of offsets) {
    if (cost >= bestCost) break;
    const at = [start[0] + dx, start[1] + dy] as const;
    const box = boxAt(at, size);
    if (!isInside(box, room)) continue;
    const covering = coveredBy(box, near, placed, bestCost - cost);
    // Last: of all that is asked here it takes longest, and most boxes cost too much anyway.
    if (cost + covering < bestCost && holdsBox(rings, box)) {
      bestCost = cost + covering;
      best = { at, covering };
    }
  }
  return best;
}

/** What a box costs for what it covers; no longer added up once it is too much. */
function coveredBy(
  box: LabelBounds,
  obstacles: readonly Obstacle[],
  placed: readonly LabelBounds[],
  tooMuch: number,
): number {
  let covering = 0;
  for (const other of placed) if (overlaps(box, other)) covering += OVERLAPPING;
  for (const obstacle of obstacles) {
    if (covering >= tooMuch) return covering;
    covering += coveredCost(box, obstacle);
  }
  return covering;
}

/** The anchor, or where the window's middle lies when the anchor is out of sight. */
function intoWindow(
  anchor: LabelRequest["anchor"],
  { width, height }: Box,
  window: LabelBounds,
): [number, number] {
  const [left, top, right, bottom] = window;
  const clamp = (v: number, low: number, high: number) => Math.max(low, Math.min(high, v));
  return [
    clamp(anchor[0], left + width / 2, right - width / 2),
    clamp(anchor[1], top + height / 2, bottom - height / 2),
  ];
}

function coveredCost([left, top, right, bottom]: LabelBounds, { x, y, radius }: Obstacle): number {
  const dx = Math.max(left - x, 0, x - right);
  const dy = Math.max(top - y, 0, y - bottom);
  const away = Math.hypot(dx, dy);
  if (away < radius * NUMBER_PART) return HIDING;
  const gap = away - radius;
  return gap >= 2 ? 0 : COVERING + Math.min(radius, 2 - gap) * 3;
}

function boxAt([x, y]: readonly [number, number], { width, height }: Box): LabelBounds {
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

function boundsOf([outer = []]: LabelRequest["rings"]): LabelBounds {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of outer) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}

function within(a: LabelBounds, b: LabelBounds): LabelBounds {
  return [Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])];
}

function isInside(box: LabelBounds, window: LabelBounds): boolean {
  return box[0] >= window[0] && box[1] >= window[1] && box[2] <= window[2] && box[3] <= window[3];
}

function overlaps(a: LabelBounds, b: LabelBounds): boolean {
  return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
}

function holdsBox(rings: LabelRequest["rings"], [left, top, right, bottom]: LabelBounds): boolean {
  const middle = (top + bottom) / 2;
  return (
    ringsContain(rings, left, top) &&
    ringsContain(rings, right, top) &&
    ringsContain(rings, left, bottom) &&
    ringsContain(rings, right, bottom) &&
    ringsContain(rings, (left + right) / 2, middle)
  );
}

function areaOf(request: LabelRequest | undefined): number {
  const ring = request?.rings[0] ?? [];
  let area = 0;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [ax = 0, ay = 0] = ring[i] ?? [];
    const [bx = 0, by = 0] = ring[j] ?? [];
    area += ax * by - bx * ay;
  }
  return Math.abs(area) / 2;
}
