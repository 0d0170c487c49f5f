/** Pixels as red, green and blue, opaque. */
export type Canvas = {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
};

/** x, y, x, y … in pixels, closed. */
export type PixelRing = readonly number[];

export type FillRule = "even-odd" | "non-zero";

export type PixelBox = {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
};

type Paint = {
  readonly rule: FillRule;
  readonly colour: readonly [number, number, number];
  /** 0–1. */
  readonly opacity: number;
  readonly clip: PixelBox;
};

/** Lines a pixel is sampled on; across it the coverage is exact. */
const SAMPLES = 4;

type Edge = {
  readonly top: number;
  readonly bottom: number;
  /** x at y = 0 and how it grows with y. */
  readonly x: number;
  readonly slope: number;
  readonly winding: 1 | -1;
};

/** Fills rings, smoothed at their edges. O(edges log edges + pixels). */
export function fillPolygons(canvas: Canvas, rings: readonly PixelRing[], paint: Paint): void {
  const { clip } = paint;
  const edges = edgesOf(rings).sort((a, b) => a.top - b.top);
  if (edges.length === 0) return;
  const bottom = edges.reduce((most, edge) => Math.max(most, edge.bottom), 0);
  const [first, last] = [
    Math.max(0, clip.top, Math.floor(edges[0]?.top ?? 0)),
    Math.min(canvas.height, clip.bottom, Math.ceil(bottom)),
  ];
  const [left, right] = columnsOf(rings, canvas.width);
  const cover = new Float32Array(canvas.width);
  let next = 0;
  let active: Edge[] = [];
  for (let y = Math.floor(first); y < last; y++) {
    while (next < edges.length && (edges[next]?.top ?? 0) < y + 1) {
      const edge = edges[next++];
      if (edge) active.push(edge);
    }
    active = active.filter((edge) => edge.bottom > y);
    if (active.length === 0) continue;
    active.sort((a, b) => a.x + a.slope * y - (b.x + b.slope * y));
    cover.fill(0, left, right);
    for (let s = 0; s < SAMPLES; s++) coverLine(cover, active, y + (s + 0.5) / SAMPLES, paint);
    blendRow(canvas, cover, y, left, right, paint);
  }
}

/** Where the line at y crosses edges, and which way; scratch of one line at a time. */
let crossingX = new Float64Array(1024);
let crossingWinding = new Int8Array(1024);

function coverLine(cover: Float32Array, active: readonly Edge[], y: number, paint: Paint): void {
  const count = cross(active, y);
  let winding = 0;
  for (let i = 0; i < count; i++) {
    const x = crossingX[i] ?? 0;
    const wasInside = paint.rule === "even-odd" ? i % 2 === 1 : winding !== 0;
    if (wasInside) coverSpan(cover, crossingX[i - 1] ?? 0, x, paint.clip);
    winding += crossingWinding[i] ?? 0;
  }
}

/** Crossings from left to right; by insertion, for from line to line the order of edges hardly changes. */
function cross(active: readonly Edge[], y: number): number {
  if (active.length > crossingX.length) {
    crossingX = new Float64Array(2 * active.length);
    crossingWinding = new Int8Array(2 * active.length);
  }
  let count = 0;
  for (const { top, bottom, x: origin, slope, winding } of active) {
    if (top > y || y >= bottom) continue;
    const x = origin + slope * y;
    let at = count++;
    while (at > 0 && (crossingX[at - 1] ?? 0) > x) {
      crossingX[at] = crossingX[at - 1] ?? 0;
      crossingWinding[at] = crossingWinding[at - 1] ?? 0;
      at--;
    }
    crossingX[at] = x;
    crossingWinding[at] = winding;
  }
  return count;
}

function coverSpan(cover: Float32Array, x0: number, x1: number, { left, right }: PixelBox): void {
  const from = Math.max(x0, left, 0);
  const to = Math.min(x1, right, cover.length);
  for (let x = Math.floor(from); x < to; x++) {
    const share = Math.min(to, x + 1) - Math.max(from, x);
    cover[x] = (cover[x] ?? 0) + share / SAMPLES;
  }
}

function blendRow(
  { data, width }: Canvas,
  cover: Float32Array,
  y: number,
  left: number,
  right: number,
  { colour: [red, green, blue], opacity }: Paint,
): void {
  for (let x = left; x < right; x++) {
    const share = Math.min(1, cover[x] ?? 0) * opacity;
    if (share <= 0) continue;
    const at = 3 * (y * width + x);
    data[at] = Math.round((data[at] ?? 0) * (1 - share) + red * share);
    data[at + 1] = Math.round((data[at + 1] ?? 0) * (1 - share) + green * share);
    data[at + 2] = Math.round((data[at + 2] ?? 0) * (1 - share) + blue * share);
  }
}

/** First column that rings reach, and the first after them. */
function columnsOf(rings: readonly PixelRing[], width: number): readonly [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const x = ring[i] ?? 0;
      if (x < least) least = x;
      if (x > most) most = x;
    }
  }
  return [Math.max(0, Math.floor(least)), Math.min(width, Math.ceil(most) + 1)];
}

function edgesOf(rings: readonly PixelRing[]): Edge[] {
  const edges: Edge[] = [];
  for (const ring of rings) {
    const count = ring.length / 2;
    for (let i = 0; i < count; i++) {
      const j = (i + 1) % count;
      const [ax = 0, ay = 0, bx = 0, by = 0] = [
        ring[2 * i],
        ring[2 * i + 1],
        ring[2 * j],
        ring[2 * j + 1],
      ];
      if (ay === by) continue;
      const slope = (bx - ax) / (by - ay);
      edges.push({
        top: Math.min(ay, by),
        bottom: Math.max(ay, by),
        x: ax - slope * ay,
        slope,
        winding: by > ay ? 1 : -1,
      });
    }
  }
  return edges;
}
