import tokens from "../app/tokens.json";

const TURN = 2 * Math.PI;
const { gapRad, minArcRad } = tokens.map.cluster;

/** Where the arcs of a ring end, radians clockwise from the top, gaps included: in time, overdue, closed. */
export type RingParts = readonly [inTimeEnd: number, overdueEnd: number, closedEnd: number];

/** Shares the turn among the parts; a part that is there at all gets the smallest visible arc. */
export function ringParts(inTime: number, overdue: number, closed: number): RingParts {
  const counts = [inTime, overdue, closed];
  const total = inTime + overdue + closed;
  const present = counts.filter((count) => count > 0).length;
  if (total === 0 || present === 0) return [0, 0, 0];
  const floor = present === 1 ? 0 : minArcRad + gapRad;
  const small = counts.map((count) => count > 0 && (count / total) * TURN < floor);
  const taken = small.filter(Boolean).length * floor;
  const restTotal = counts.reduce((sum, count, i) => (small[i] ? sum : sum + count), 0);
  const arcs = counts.map((count, i) => {
    if (count === 0) return 0;
    return small[i] ? floor : (count / restTotal) * (TURN - taken);
  });
  const [a = 0, b = 0, c = 0] = arcs;
  return [a, a + b, a + b + c];
}
