import type { AdInstance } from "../ad-instance.ts";
import { roadSegments } from "../roads/road-segments.ts";
import { buildRoads, type RoadNetwork } from "../roads/road-units.ts";
import { type BlockedReason, blockedBy } from "./blocked.ts";
import { type Placement, placer } from "./placement.ts";
import { auditRoads, type RoadAudit } from "./road-audit.ts";
import { type Spaced, spaced, spacingIndex } from "./spacing.ts";

/** What stands and what could, placed once; an audit and any number of plans start from it. */
export type AdSurvey = {
  /** In metres. */
  readonly instance: AdInstance;
  readonly network: RoadNetwork;
  readonly ads: readonly Placement[];
  readonly sites: readonly Placement[];
  /** What a site takes up, by position. */
  readonly siteSpaces: readonly Spaced[];
  readonly blocked: readonly (BlockedReason | null)[];
  readonly roads: readonly RoadAudit[];
  readonly areaCounts: readonly number[];
  /** Positions of standing ads that are too near each other. */
  readonly spacingPairs: readonly (readonly [number, number])[];
  /** Positions of standing ads that serve no road and no area. */
  readonly unserved: readonly number[];
};

/** The roads that the rules of an instance see. Seconds for a large city: keep it while they hold. */
export function networkOf(instance: AdInstance): RoadNetwork {
  const { rules } = instance;
  return buildRoads(roadSegments(instance), {
    dualWidthM: (group) => rules.groups[group]?.dualWidth ?? 0,
    gapTolM: rules.gapTol,
    auxiliary: rules.absorbAuxiliary ?? [],
  });
}

/** Audits an instance in metres. */
export function surveyAds(instance: AdInstance, network: RoadNetwork): AdSurvey {
  const place = placer(instance, network);
  const [ads, sites] = [instance.ads.map(place), instance.candidates.map(place)];
  return surveyPlaced(instance, network, { ads, sites });
}

/** The same where every ad and site has its place already: what a survey costs is the placing. */
export function surveyPlaced(
  instance: AdInstance,
  network: RoadNetwork,
  { ads, sites }: Pick<AdSurvey, "ads" | "sites">,
): AdSurvey {
  const { rules } = instance;
  const counts = (a: number) => rules.countStates.includes(instance.ads[a]?.state ?? "");

  const standing = [...instance.ads.keys()].filter((a) => instance.ads[a]?.state !== "removed");
  const spaces = standing.map((a) => spaced(instance.ads[a]!, ads[a]!, network, rules));
  const index = spacingIndex(spaces);
  const spacingPairs = spaces.flatMap((space, i) =>
    index
      .tooNear(space)
      .filter((j) => j > i)
      .map((j) => [standing[i]!, standing[j]!] as const),
  );
  const siteSpaces = instance.candidates.map((site, s) => spaced(site, sites[s]!, network, rules));
  const reasonOf = blockedBy(instance, network, index);
  const areaCounts = instance.areas.map(
    (_, area) => ads.filter((ad, a) => counts(a) && ad.areas.includes(area)).length,
  );
  return {
    instance,
    network,
    ads,
    sites,
    siteSpaces,
    blocked: instance.candidates.map((site, s) => reasonOf(site, siteSpaces[s]!)),
    roads: auditRoads(
      network,
      rules,
      ads.filter((_, a) => counts(a)),
    ),
    areaCounts,
    spacingPairs,
    unserved: standing.filter((a) => ads[a]!.served.length === 0 && ads[a]!.areas.length === 0),
  };
}
