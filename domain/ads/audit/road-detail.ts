import type { PlannedSurvey } from "../plan/planned-survey.ts";
import { lengthOf } from "../roads/chain.ts";
import { EPS_M, rounded6 } from "../tolerance.ts";
import type { AdSurvey } from "./audit.ts";
import { emptyStretches } from "./empty-stretches.ts";
import { requiredCount, requiredPerSide } from "./required-count.ts";
import { type RoadAd, roadAds } from "./road-ads.ts";
import { type RoadStatus, roadStatuses } from "./road-status.ts";

/** The arithmetic of one road, step by step; metres. */
export type RoadDetail = {
  readonly key: string;
  readonly group: string;
  readonly status: RoadStatus;
  readonly length: {
    readonly lengthM: number;
    /** All lines as drawn. */
    readonly rawLengthM: number;
    readonly pieces: readonly { readonly lengthM: number; readonly isClosed: boolean }[];
  };
  readonly required: {
    readonly perKm: number;
    /** perKm · length / 1000, to 6 decimals. */
    readonly exact: number;
    readonly rounding: "ceil" | "round" | "floor";
    readonly rounded: number;
    readonly minLengthM: number;
    /** Below `minLengthM` nothing is asked. */
    readonly isTooShort: boolean;
    readonly minCount: number;
    readonly required: number;
  };
  readonly count: number;
  readonly shortage: number;
  readonly surplus: number;
  readonly densityPerKm: number;
  readonly ads: readonly RoadAd[];
  readonly stretches: readonly RoadStretch[];
  readonly longestGapM: number;
  readonly maxGapM: number | null;
  readonly sides: {
    readonly share: number | null;
    readonly need: number;
    readonly left: number;
    readonly right: number;
    readonly short: number;
  };
  /** Pairs that are too near each other, at least one of them hosted here. */
  readonly conflicts: readonly SpacingConflict[];
};

export type RoadStretch = {
  readonly piece: number;
  readonly fromM: number;
  readonly toM: number;
  readonly lengthM: number;
  readonly isTooLong: boolean;
};

export type SpacingConflict = {
  readonly ids: readonly [string, string];
  readonly distanceM: number;
  readonly requiredM: number;
};

/** Null for a key that no road has. The numbers are those of the audit. */
export function roadDetail(survey: AdSurvey | PlannedSurvey, key: string): RoadDetail | null {
  const { network, instance, roads } = survey;
  const r = network.roads.findIndex((road) => road.key === key);
  const road = network.roads[r];
  if (!road) return null;
  const audit = roads[r]!;
  const rule = instance.rules.groups[road.group]!;
  const ads = roadAds(survey, r);
  return {
    key,
    group: road.group,
    status: roadStatuses(survey)[r]!,
    length: {
      lengthM: road.lengthM,
      rawLengthM: road.rawLengthM,
      pieces: road.axis.map((piece) => ({ lengthM: lengthOf(piece), isClosed: piece.isClosed })),
    },
    required: {
      perKm: rule.perKm,
      exact: rounded6((rule.perKm * road.lengthM) / 1000),
      rounding: rule.rounding,
      rounded: requiredCount({ ...rule, minLength: 0, minCount: 0 }, road.lengthM),
      minLengthM: rule.minLength,
      isTooShort: road.lengthM < rule.minLength - EPS_M,
      minCount: rule.minCount,
      required: audit.required,
    },
    count: audit.count,
    shortage: audit.shortage,
    surplus: Math.max(0, audit.count - audit.required),
    densityPerKm: audit.density,
    ads,
    stretches: stretchesOf(survey, r, ads),
    longestGapM: audit.longestGap,
    maxGapM: rule.maxGap ?? null,
    sides: {
      share: rule.perSideShare ?? null,
      need: requiredPerSide(rule, audit.required),
      left: audit.left,
      right: audit.right,
      short: audit.sideShort,
    },
    conflicts: conflictsOf(survey, r),
  };
}

function stretchesOf(
  { network, instance }: AdSurvey,
  r: number,
  ads: readonly RoadAd[],
): RoadStretch[] {
  const { axis, group } = network.roads[r]!;
  const most = (instance.rules.groups[group]!.maxGap ?? Number.POSITIVE_INFINITY) + EPS_M;
  return axis.flatMap((chain, piece) => {
    const ts = ads.filter((ad) => ad.counts && ad.piece === piece).map(({ t }) => t);
    return emptyStretches(ts, lengthOf(chain), chain.isClosed).map((stretch) => {
      return { piece, ...stretch, isTooLong: stretch.lengthM > most };
    });
  });
}

function conflictsOf(survey: AdSurvey, r: number): SpacingConflict[] {
  const { instance, ads, spacingPairs, network } = survey;
  const { groups, areaSpacing } = instance.rules;
  const spacingOf = (ad: number) => {
    const host = ads[ad]!.served[0];
    return host ? groups[network.roads[host.road]!.group]!.minSpacing : areaSpacing;
  };
  return spacingPairs.flatMap(([a, b]): SpacingConflict[] => {
    if (![a, b].some((ad) => ads[ad]!.served[0]?.road === r)) return [];
    const [p, q] = [instance.ads[a]!, instance.ads[b]!];
    const distanceM = Math.hypot(p.x - q.x, p.y - q.y);
    return [{ ids: [p.id, q.id], distanceM, requiredM: Math.min(spacingOf(a), spacingOf(b)) }];
  });
}
