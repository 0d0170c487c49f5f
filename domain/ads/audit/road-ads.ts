import type { AdState } from "../ad.ts";
import type { PlannedSurvey } from "../plan/planned-survey.ts";
import { EPS_M } from "../tolerance.ts";
import type { AdSurvey } from "./audit.ts";
import { axisPosition } from "./axis-position.ts";
import { nearestShare } from "./segment-geometry.ts";

/** Why an ad by a road does not count for it, the first that holds. */
export type NotCounted = "removed" | "state" | "facing-away" | "shared-elsewhere";

/** An ad within reach of a road, and where along it. Metres. */
export type RoadAd = {
  readonly id: string;
  readonly carrier: string | null;
  readonly theme: string | null;
  readonly state: AdState;
  readonly piece: number;
  readonly t: number;
  readonly side: -1 | 0 | 1;
  readonly distanceM: number;
  readonly counts: boolean;
  readonly whyNot: NotCounted | null;
  /** Key of the road that it counts for instead, or that its spacing is measured by. */
  readonly host: string | null;
  /** What a plan has to do with it. */
  readonly plan: "new" | "repair" | null;
};

/** Every ad that stands within reach of a road, along it; those that face away from it too. */
export function roadAds(survey: AdSurvey | PlannedSurvey, r: number): RoadAd[] {
  const { instance, ads, network } = survey;
  const { countStates, sharing } = instance.rules;
  const found = instance.ads.flatMap((ad, a): RoadAd[] => {
    const served = ads[a]!.served;
    const own = served.find(({ road }) => road === r);
    const place = own ?? placeBeside(survey, r, ad);
    if (!place) return [];
    const whyNot = ((): NotCounted | null => {
      if (!countStates.includes(ad.state)) return ad.state === "removed" ? "removed" : "state";
      if (!own) return "facing-away";
      return sharing === "nearest" && served[0] !== own ? "shared-elsewhere" : null;
    })();
    const host = served[0] ? network.roads[served[0].road]!.key : null;
    const { piece, t, side, distanceM } = place;
    const { id, state } = ad;
    const words = { id, carrier: ad.carrier ?? null, theme: ad.theme ?? null, state };
    const isCounted = whyNot === null;
    const plan = plannedAs(survey, a);
    return [{ ...words, piece, t, side, distanceM, counts: isCounted, whyNot, host, plan }];
  });
  return found.sort((p, q) => p.piece - q.piece || p.t - q.t);
}

function plannedAs(survey: AdSurvey | PlannedSurvey, ad: number): RoadAd["plan"] {
  if (!("firstNew" in survey)) return null;
  if (ad >= survey.firstNew) return "new";
  return survey.repaired.has(ad) ? "repair" : null;
}

/** Where along a road something stands that is near enough but faces away. */
function placeBeside(
  { network, instance }: AdSurvey,
  r: number,
  { x, y, facing }: AdSurvey["instance"]["ads"][number],
) {
  if (facing === null || facing === undefined) return null;
  const road = network.roads[r]!;
  const { serveDist, dualWidth } = instance.rules.groups[road.group]!;
  const reach = serveDist + EPS_M;
  let distanceM = Number.POSITIVE_INFINITY;
  for (const s of road.segments) {
    const { xy } = network.segments[s]!;
    for (let i = 2; i < xy.length; i += 2) {
      const [ax, ay, bx, by] = [xy[i - 2]!, xy[i - 1]!, xy[i]!, xy[i + 1]!];
      if (Math.min(ax, bx) > x + reach || Math.max(ax, bx) < x - reach) continue;
      if (Math.min(ay, by) > y + reach || Math.max(ay, by) < y - reach) continue;
      const share = nearestShare(x, y, ax, ay, bx, by);
      const away = Math.hypot(ax + share * (bx - ax) - x, ay + share * (by - ay) - y);
      distanceM = Math.min(distanceM, away);
    }
  }
  return distanceM > reach ? null : { ...axisPosition(road, dualWidth, x, y), distanceM };
}
