import type { AdSurvey } from "./audit.ts";
import { type RoadStatus, roadStatusList } from "./road-status.ts";

/**
 * Sums over some roads: required − existing + surplus = shortage. An ad that counts for two roads
 * exists on both.
 */
export type SummaryRow = {
  /** What the roads are grouped by; null: those that belong to none. */
  readonly id: string | null;
  readonly roads: number;
  readonly lengthM: number;
  readonly required: number;
  readonly existing: number;
  readonly shortage: number;
  readonly surplus: number;
} & Readonly<Record<RoadStatus, number>>;

/** One row for each key of `groupOf`, a key for each road, in order of first appearance; null last. */
export function summarise(
  survey: AdSurvey,
  statuses: readonly RoadStatus[],
  groupOf: readonly (string | null)[],
): SummaryRow[] {
  const groups = Map.groupBy(survey.roads.keys(), (road) => groupOf[road] ?? null);
  const unowned = groups.get(null);
  groups.delete(null);
  const rows = [...groups].map(([id, own]) => rowOf(survey, statuses, id, own));
  return unowned ? [...rows, rowOf(survey, statuses, null, unowned)] : rows;
}

/** All roads as one row. */
export function summariseAll(survey: AdSurvey, statuses: readonly RoadStatus[]): SummaryRow {
  return rowOf(survey, statuses, null, [...survey.roads.keys()]);
}

function rowOf(
  { network, roads }: AdSurvey,
  statuses: readonly RoadStatus[],
  id: string | null,
  own: readonly number[],
): SummaryRow {
  const sum = (of: (road: number) => number) => own.reduce((total, road) => total + of(road), 0);
  const withStatus = (status: RoadStatus) => sum((road) => (statuses[road] === status ? 1 : 0));
  const counts = Object.fromEntries(roadStatusList.map((each) => [each, withStatus(each)]));
  return {
    id,
    roads: own.length,
    lengthM: sum((road) => network.roads[road]!.lengthM),
    required: sum((road) => roads[road]!.required),
    existing: sum((road) => roads[road]!.count),
    shortage: sum((road) => roads[road]!.shortage),
    surplus: sum((road) => Math.max(0, roads[road]!.count - roads[road]!.required)),
    ...(counts as Record<RoadStatus, number>),
  };
}
