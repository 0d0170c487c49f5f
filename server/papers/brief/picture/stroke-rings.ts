import type { PixelRing } from "./fill-polygons.ts";

const CORNERS = 8;

/** A line as rings to be filled by the non-zero rule: a box a segment, a disc where segments meet, and at round ends. */
export function strokeRings(
  points: ArrayLike<number>,
  isClosed: boolean,
  width: number,
  hasRoundEnds: boolean,
): PixelRing[] {
  const count = points.length / 2;
  const half = width / 2;
  const rings: PixelRing[] = [];
  const segments = isClosed ? count : count - 1;
  for (let i = 0; i < segments; i++) {
    const j = (i + 1) % count;
    const ring = segmentBox(
      points[2 * i] ?? 0,
      points[2 * i + 1] ?? 0,
      points[2 * j] ?? 0,
      points[2 * j + 1] ?? 0,
      half,
    );
    if (ring) rings.push(ring);
  }
  for (let i = 0; i < count; i++) {
    const isEnd = !isClosed && (i === 0 || i === count - 1);
    if (!isEnd || hasRoundEnds)
      rings.push(discRing(points[2 * i] ?? 0, points[2 * i + 1] ?? 0, half, CORNERS));
  }
  return rings;
}

export function discRing(x: number, y: number, radius: number, corners: number): PixelRing {
  return Array.from({ length: corners }, (_, i) => {
    const angle = (2 * Math.PI * i) / corners;
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
  }).flat();
}

/** Turns the same way round as a disc, so that where both lie nothing cancels. */
function segmentBox(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  half: number,
): PixelRing | null {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return null;
  const [nx, ny] = [(-(by - ay) * half) / length, ((bx - ax) * half) / length];
  return [ax - nx, ay - ny, bx - nx, by - ny, bx + nx, by + ny, ax + nx, ay + ny];
}
