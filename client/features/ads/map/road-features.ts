import type { Feature, FeatureCollection } from "geojson";
import type { AdAudit, AdRoad, AdRoads } from "../../../../domain/contract/ads.ts";
import type { AdRulesBody } from "../../../../domain/contract/ads-rules.ts";

/** What the map knows of a road: the audit's word of it, and what its group's rules ask. */
export type RoadProperties = {
  readonly key: string;
  readonly name: string;
  readonly group: string;
  readonly status: AdRoad["status"];
  /** Of the group, px at 8 m to a pixel. */
  readonly width: number;
  readonly shortage: number;
  readonly longestGapM: number;
  /** Whether its longest empty stretch is asked about, and short enough. */
  readonly gap: "none" | "ok" | "long";
  readonly left: SideState;
  readonly right: SideState;
};
type SideState = "none" | "ok" | "short";

/** Which roads are shown; undefined: all. */
export type RoadFilter = {
  readonly group?: string | undefined;
  readonly status?: string | undefined;
};

type ActiveRules = AdRulesBody["active"];

const WIDTHS: Readonly<Record<string, number>> = {
  arterial: 5,
  main: 5,
  secondary: 4.2,
  branch: 3.2,
  lane: 2.4,
};
const OTHER_WIDTH = 3.6;

export function isShown({ group, status }: AdRoad, filter: RoadFilter): boolean {
  const isOfGroup = filter.group === undefined || filter.group === group;
  return isOfGroup && (filter.status === undefined || filter.status === status);
}

/** Axes with what the audit says of each; a road that the audit leaves out is not shown. */
export function roadFeatures(
  roads: AdRoads,
  audit: Pick<AdAudit, "roads">,
  rules: ActiveRules | undefined,
  filter: RoadFilter = {},
): FeatureCollection {
  const byKey = new Map(audit.roads.map((road) => [road.key, road]));
  const features = roads.features.flatMap(({ geometry, properties }): Feature[] => {
    const road = byKey.get(properties.key);
    if (!road || !isShown(road, filter)) return [];
    return [{ type: "Feature", geometry, properties: propertiesOf(road, rules) }];
  });
  return { type: "FeatureCollection", features };
}

function propertiesOf(road: AdRoad, rules: ActiveRules | undefined): RoadProperties {
  const rule = rules?.groups[road.group];
  const need = sideNeed(road.required, rule?.perSideShare);
  const side = (count: number): SideState => (need === 0 ? "none" : count < need ? "short" : "ok");
  return {
    key: road.key,
    name: road.name ?? "",
    group: road.group,
    status: road.status,
    width: WIDTHS[road.group] ?? OTHER_WIDTH,
    shortage: road.shortage,
    longestGapM: road.longestGap,
    gap: rule?.maxGap == null ? "none" : road.gapOk ? "ok" : "long",
    left: side(road.left),
    right: side(road.right),
  };
}

/** What each side needs of a road's number; rounded to six decimals before it is cut, as the audit does. */
export function sideNeed(required: number, share: number | null | undefined): number {
  return Math.floor(Number((required * (share ?? 0)).toFixed(6)));
}

/** Of the maps of empty stretches and sides: how many roads fall short, hold, are not asked. */
export function modeCounts(roads: readonly AdRoad[], rules: ActiveRules | undefined) {
  const counts = {
    gaps: { short: 0, ok: 0, none: 0 },
    sides: { short: 0, ok: 0, none: 0 },
  };
  for (const road of roads) {
    const { gap, left, right } = propertiesOf(road, rules);
    counts.gaps[gap === "long" ? "short" : gap]++;
    const isShort = left === "short" || right === "short";
    counts.sides[left === "none" ? "none" : isShort ? "short" : "ok"]++;
  }
  return counts;
}
