import type { AdSurvey } from "./audit.ts";

/**
 * 不足, 过密, 达标, 不作要求, the first that holds: `short` lacks ads, a side or has too long an empty stretch; `dense` hosts
 * an ad that stands too near another; `unneeded` is asked for nothing.
 */
export const roadStatusList = ["short", "dense", "met", "unneeded"] as const;
export type RoadStatus = (typeof roadStatusList)[number];

/** The status of every road, in the order of the roads. */
export function roadStatuses(survey: AdSurvey): RoadStatus[] {
  const isDense = new Set<number | undefined>();
  for (const pair of survey.spacingPairs) {
    for (const ad of pair) isDense.add(survey.ads[ad]!.served[0]?.road);
  }
  return survey.roads.map(({ required, shortage, gapOk, sideShort }, road): RoadStatus => {
    if (shortage > 0 || !gapOk || sideShort > 0) return "short";
    if (isDense.has(road)) return "dense";
    return required === 0 ? "unneeded" : "met";
  });
}
