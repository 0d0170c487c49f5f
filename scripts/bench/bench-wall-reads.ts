import { TREND_DAYS, TREND_MS } from "../../domain/my-score.ts";
import { noFilter } from "../../domain/problem-filter.ts";
import { cityClock } from "../../domain/time.ts";
import { hourCounts } from "../../server/problem-index/hour-counts.ts";
import { recentEvents } from "../../server/problem-index/recent-events.ts";
import { zoneTrends } from "../../server/problem-index/zone-trends.ts";
import { zoneScoreSlices } from "../../server/recurrence-index/zone-scores.ts";
import type { LoadedCity } from "./loaded-city.ts";
import { quantile, rounded, timed } from "./quantiles.ts";

/** Medians, milliseconds; what a wall asks every few seconds and is kept until something is written. */
export type WallReadFigures = {
  readonly standingsMs: number;
  readonly recentMs: number;
  readonly hoursMs: number;
  /** The longest that nothing else had its turn. */
  readonly heldUpMs: number;
};

const ROUNDS = 15;

export function benchWallReads({ pack, problems, recurrence, now }: LoadedCity): WallReadFigures {
  const clock = cityClock(pack.manifest.timezone);
  const rows = problems.compile(noFilter, now);
  let heldUpMs = 0;
  const held = (make: () => unknown): number => {
    const ms = timed(make);
    heldUpMs = Math.max(heldUpMs, ms);
    return ms;
  };
  const scores = (t: number): number => {
    const slices = zoneScoreSlices(recurrence, t, null);
    let sum = 0;
    for (let isDone = false; !isDone; ) {
      sum += held(() => {
        isDone = slices.next().done === true;
      });
    }
    return sum;
  };
  const standings = () =>
    held(() => zoneTrends(problems, rows, clock, TREND_DAYS)) +
    scores(now) +
    scores(now - TREND_MS);
  const recent = () => held(() => recentEvents(problems, rows, 20));
  const hours = () => held(() => hourCounts(problems, rows, clock));
  for (let i = 0; i < 3; i++) [standings, recent, hours].map((each) => each());
  heldUpMs = 0;
  const median = (ask: () => number) => rounded(quantile(Array.from({ length: ROUNDS }, ask), 0.5));
  const [standingsMs, recentMs, hoursMs] = [median(standings), median(recent), median(hours)];
  return { standingsMs, recentMs, hoursMs, heldUpMs: rounded(heldUpMs) };
}
