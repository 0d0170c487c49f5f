import type { Viewer } from "../../domain/account.ts";
import type {
  ScreenHours,
  ScreenRecent,
  ScreenStandings,
} from "../../domain/contract/screen-reads.ts";
import { holdsAt } from "../../domain/duty.ts";
import { rankOf, scoreOf, TREND_DAYS, TREND_MS } from "../../domain/my-score.ts";
import type { City } from "../city/city.ts";
import { inSlices } from "../city/in-slices.ts";
import { hourCounts } from "../problem-index/hour-counts.ts";
import { recentEvents } from "../problem-index/recent-events.ts";
import type { RowFilter } from "../problem-index/row-filter.ts";
import { topZones } from "../problem-index/top-zones.ts";
import { zoneTrends } from "../problem-index/zone-trends.ts";
import { zoneScoreSlices } from "../recurrence-index/zone-scores.ts";
import { problemFeature } from "./problem-feature.ts";

/** Counts of one moment at once, scores in slices after them. */
export async function standingsBody(city: City, rows: RowFilter): Promise<ScreenStandings> {
  const { problems, clock } = city;
  const t = rows.asOf;
  const { zones } = topZones(problems, t);
  const trends = new Map(
    zoneTrends(problems, rows, clock, TREND_DAYS).map((each) => [each.zone, each] as const),
  );
  const now = await zoneScores(city, t, rows);
  const before = await zoneScores(city, t - TREND_MS, rows);
  const rankIn = (scores: ReadonlyMap<string, number | null>, id: string) =>
    rankOf(scores.get(id) ?? null, [...scores.values()]);
  return {
    asOf: clock.toIso(t),
    peers: [...now.values()].filter((score) => score !== null).length,
    zones: zones.map(({ id, name }) => {
      const counts = trends.get(id);
      return {
        id,
        name,
        leads: leadsOf(city, id, t),
        score: now.get(id) ?? null,
        rank: rankIn(now, id).rank,
        rankBefore: rankIn(before, id).rank,
        open: counts?.open ?? 0,
        overdue: counts?.overdue ?? 0,
        trend: [...(counts?.trend ?? [])],
      };
    }),
  };
}

async function zoneScores({ problems, recurrence }: City, t: number, { sight }: RowFilter) {
  const parts = await inSlices(problems, () => zoneScoreSlices(recurrence, t, sight));
  return new Map([...parts].map(([id, each]) => [id, scoreOf(each)] as const));
}

function leadsOf({ tables }: City, zone: string, t: number): string[] {
  return tables.registry
    .dutiesOf("zone", zone)
    .filter((duty) => duty.role === "zone-lead" && holdsAt(duty, t))
    .flatMap(({ person }) => person ?? []);
}

export async function recentBody(
  city: City,
  rows: RowFilter,
  { limit, viewer }: { readonly limit: number; readonly viewer: Viewer },
): Promise<ScreenRecent> {
  const { problems, storage, clock } = city;
  const events = recentEvents(problems, rows, limit).map(({ at, what, row }) => ({
    at,
    what,
    seq: (problems.columns.serial[row] ?? 0) + 1,
  }));
  const stored = await storage.problemsBySeq([...new Set(events.map(({ seq }) => seq))]);
  const bySeq = new Map(
    stored.map((problem) => [problem.seq, problemFeature(city, problem, { t: rows.asOf, viewer })]),
  );
  return {
    asOf: clock.toIso(rows.asOf),
    events: events.flatMap(({ at, what, seq }) => {
      const feature = bySeq.get(seq);
      if (!feature?.geometry) return [];
      const { id, category, source, address, dueAt, zone } = feature.properties;
      const [lng = 0, lat = 0] = feature.geometry.coordinates;
      const position: [number, number] = [lng, lat];
      const problem = { id, category, source, address, dueAt, zone, position };
      return [{ at: clock.toIso(at), what, problem }];
    }),
  };
}

export function hoursBody({ problems, clock }: City, rows: RowFilter): ScreenHours {
  const { today, usual } = hourCounts(problems, rows, clock);
  return {
    asOf: clock.toIso(rows.asOf),
    hours: Array.from({ length: 24 }, (_, hour) => ({
      hour,
      reported: today.reported[hour] ?? 0,
      closed: today.closed[hour] ?? 0,
      usualReported: usual.reported[hour] ?? 0,
      usualClosed: usual.closed[hour] ?? 0,
    })),
  };
}
