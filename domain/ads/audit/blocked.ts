import Flatbush from "flatbush";
import type { AdInstance } from "../ad-instance.ts";
import type { RoadNetwork } from "../roads/road-units.ts";
import { EPS_M } from "../tolerance.ts";
import { isInRing } from "./segment-geometry.ts";
import type { Spaced, SpacingIndex } from "./spacing.ts";

/** Why a site may not be used: a rule that holds, the strongest; null for none. */
export type BlockedReason =
  | "junction"
  | `forbidden:${string}`
  | "locked-out"
  | "too-close-to-existing";

type Site = AdInstance["candidates"][number];

/** Judges sites one by one. `standing` are the ads that take up space. */
export function blockedBy(
  { rules, forbidden }: Pick<AdInstance, "rules" | "forbidden">,
  { junctions }: RoadNetwork,
  standing: SpacingIndex,
): (site: Site, itsSpace: Spaced) => BlockedReason | null {
  const isAtJunction = nearAny(junctions, rules.junctionClear);
  return (site, itsSpace) => {
    if (isAtJunction(site.x, site.y)) return "junction";
    const place = forbidden.findLast((each) => isInForbidden(site, each));
    if (place) return `forbidden:${place.id}`;
    if (site.lock === "out") return "locked-out";
    return standing.tooNear(itsSpace).length > 0 ? "too-close-to-existing" : null;
  };
}

function isInForbidden(
  { x, y }: Site,
  { x: cx, y: cy, r, polygon }: AdInstance["forbidden"][number],
): boolean {
  if (polygon && isInRing(x, y, polygon)) return true;
  if (cx === undefined || cy === undefined || r === undefined) return false;
  return Math.hypot(x - cx, y - cy) <= r + EPS_M;
}

/** Whether one of the points is nearer than `clearM`; exactly that far is far enough. */
function nearAny(points: Float64Array, clearM: number): (x: number, y: number) => boolean {
  if (points.length === 0 || clearM <= 0) return () => false;
  const index = new Flatbush(points.length / 2);
  for (let i = 0; i < points.length; i += 2) index.add(points[i]!, points[i + 1]!);
  index.finish();
  return (x, y) => {
    const isNear = (i: number) =>
      Math.hypot(points[2 * i]! - x, points[2 * i + 1]! - y) < clearM - EPS_M;
    return index.search(x - clearM, y - clearM, x + clearM, y + clearM, isNear).length > 0;
  };
}
