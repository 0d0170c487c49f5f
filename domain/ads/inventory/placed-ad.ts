import type { AdInstance } from "../ad-instance.ts";
import type { AdRules } from "../ad-rules.ts";
import { placer } from "../audit/placement.ts";
import { type AdObject, type Served, servingIndex } from "../audit/serving.ts";
import { type Spaced, spaced } from "../audit/spacing.ts";
import type { RoadNetwork } from "../roads/road-units.ts";

/** A road as something stands by it; metres. */
export type RoadAt = {
  readonly key: string;
  readonly name: string | null;
  readonly group: string;
  readonly lengthM: number;
  readonly distanceM: number;
  readonly chainageM: number;
  /** +1 left, −1 right of the drawing direction, 0 in the middle. */
  readonly side: -1 | 0 | 1;
};

/** Why something serves no road though there is one; `withinM`: from where on it would. */
export type RoadMissed = RoadAt & {
  readonly why: "too-far" | "faces-away";
  readonly withinM: number;
};

export type PlacedAd = {
  /** Its host; null: it serves none. */
  readonly road: RoadAt | null;
  /** Areas that it stands in. */
  readonly areas: readonly string[];
  /** The nearest road where it serves none. */
  readonly missed: RoadMissed | null;
  /** What it takes up, in the plane of the network. */
  readonly space: Spaced;
};

/** A road further away than this is not spoken of. */
const NEAREST_M = 150;

/** Places single objects under the rules of an instance, both in metres. */
export function adPlacer(
  instance: Pick<AdInstance, "rules" | "areas">,
  network: RoadNetwork,
): (object: AdObject) => PlacedAd {
  const { rules } = instance;
  const place = placer(instance, network);
  let wide: ReturnType<typeof servingIndex> | null = null;
  const nearest = (object: AdObject) => {
    wide ??= servingIndex(network, reachingFar(rules));
    return wide.servedBy({ x: object.x, y: object.y })[0];
  };
  return function placeAd(object) {
    const placement = place(object);
    const [host] = placement.served;
    const missed = host ? undefined : nearest(object);
    return {
      road: host ? roadAt(network, host) : null,
      areas: placement.areas.map((a) => instance.areas[a]!.id),
      missed: missed ? missedRoad(network, rules, missed) : null,
      space: spaced(object, placement, network, rules),
    };
  };
}

function reachingFar(rules: AdRules): AdRules {
  const groups = Object.entries(rules.groups).map(([group, rule]) => [
    group,
    { ...rule, serveDist: Math.max(NEAREST_M, rule.serveDist) },
  ]);
  return { ...rules, groups: Object.fromEntries(groups) };
}

function missedRoad(network: RoadNetwork, { groups }: AdRules, served: Served): RoadMissed {
  const road = roadAt(network, served);
  const withinM = groups[road.group]!.serveDist;
  return { ...road, why: road.distanceM > withinM ? "too-far" : "faces-away", withinM };
}

function roadAt({ roads, segments }: RoadNetwork, served: Served): RoadAt {
  const { key, group, lengthM, segments: own } = roads[served.road]!;
  return {
    key,
    name: segments[own[0]!]!.name,
    group,
    lengthM: rounded(lengthM),
    distanceM: rounded(served.distanceM),
    chainageM: rounded(served.t),
    side: served.side,
  };
}

/** To the centimetre. */
function rounded(metres: number): number {
  return Math.round(metres * 100) / 100;
}
