/** `touch`: one common point, an end of at least one of them; `overlap`: a common stretch. */
export type SegmentMeeting = "apart" | "touch" | "cross" | "overlap";

/**
 * How segments ab and cd meet. Coordinates are integers (degrees × 10⁷): exact as long as the
 * four ends lie within 6.7° of each other, beyond that near-collinear cases may err.
 */
export function meetSegments(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): SegmentMeeting {
  const c = turn(ax, ay, bx, by, cx, cy);
  const d = turn(ax, ay, bx, by, dx, dy);
  if ((c > 0 && d > 0) || (c < 0 && d < 0)) return "apart";
  if (c === 0 && d === 0) return meetOnLine(ax, ay, bx, by, cx, cy, dx, dy);
  const a = turn(cx, cy, dx, dy, ax, ay);
  const b = turn(cx, cy, dx, dy, bx, by);
  if ((a > 0 && b > 0) || (a < 0 && b < 0)) return "apart";
  return a !== 0 && b !== 0 && c !== 0 && d !== 0 ? "cross" : "touch";
}

/** Twice the signed area of abc: > 0 for a left turn, 0 on one line. */
export function turn(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
): number {
  return (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
}

/** A common point of two segments that meet: the crossing, or an end of one that lies on the other. */
export function meetingPoint(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): [x: number, y: number] {
  if (isOn(ax, ay, bx, by, cx, cy)) return [cx, cy];
  if (isOn(ax, ay, bx, by, dx, dy)) return [dx, dy];
  if (isOn(cx, cy, dx, dy, ax, ay)) return [ax, ay];
  if (isOn(cx, cy, dx, dy, bx, by)) return [bx, by];
  const c = turn(ax, ay, bx, by, cx, cy);
  const t = c / (c - turn(ax, ay, bx, by, dx, dy));
  return [cx + t * (dx - cx), cy + t * (dy - cy)];
}

/** Whether p lies on the segment ab, ends included. */
export function isOn(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  px: number,
  py: number,
): boolean {
  if (px < Math.min(ax, bx) || px > Math.max(ax, bx)) return false;
  if (py < Math.min(ay, by) || py > Math.max(ay, by)) return false;
  return turn(ax, ay, bx, by, px, py) === 0;
}

function meetOnLine(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): SegmentMeeting {
  const alongX = Math.abs(bx - ax) + Math.abs(dx - cx) >= Math.abs(by - ay) + Math.abs(dy - cy);
  const [a, b, c, d] = alongX ? [ax, bx, cx, dx] : [ay, by, cy, dy];
  const from = Math.max(Math.min(a, b), Math.min(c, d));
  const to = Math.min(Math.max(a, b), Math.max(c, d));
  if (from > to) return "apart";
  return from === to ? "touch" : "overlap";
}
