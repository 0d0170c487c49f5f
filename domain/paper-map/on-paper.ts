import type { BoxMm } from "../paper/mark.ts";
import { clipLine, clipRing } from "./clip-to-box.ts";
import type { MapFrame } from "./map-frame.ts";

/** Vertices nearer than this to the one before are left out: finer than any press. */
const THINNEST_MM = 0.06;

/** A line on the page in millimetres, thinned. */
export function project(line: Float64Array, frame: MapFrame): number[] {
  const points: number[] = [];
  const last = line.length - 2;
  let [keptX, keptY] = [Number.NaN, Number.NaN];
  for (let i = 0; i <= last; i += 2) {
    const x = frame.x(line[i] ?? 0);
    const y = frame.y(line[i + 1] ?? 0);
    if (i > 0 && i < last && Math.hypot(x - keptX, y - keptY) < THINNEST_MM) continue;
    points.push(x, y);
    [keptX, keptY] = [x, y];
  }
  return points;
}

/** What of lines lies in the frame's box, widened so that no cut shows. */
export function linesOnPaper(lines: readonly Float64Array[], frame: MapFrame, aroundMm = 3) {
  const box = widened(frame.box, aroundMm);
  return lines.flatMap((line) => clipLine(project(line, frame), box));
}

/** The same for the rings of an area. */
export function ringsOnPaper(rings: readonly Float64Array[], frame: MapFrame, aroundMm = 3) {
  const box = widened(frame.box, aroundMm);
  return rings
    .map((ring) => clipRing(project(ring, frame), box))
    .filter((ring) => ring.length >= 6);
}

export function widened({ x, y, width, height }: BoxMm, by: number): BoxMm {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
