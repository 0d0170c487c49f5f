import { type BriefGap, isKnown, type WeekCount } from "../../../domain/brief.ts";
import type { Week } from "../../../domain/brief-week.ts";
import { type DutyRole, holdsAt } from "../../../domain/duty.ts";
import { emptyParts, rankOf, scoreOf } from "../../../domain/my-score.ts";
import { noFilter } from "../../../domain/problem-filter.ts";
import type { PlaceClass } from "../../../domain/recurrence/place-class.ts";
import type { City } from "../../city/city.ts";
import { reportedSpan } from "../../problem-index/reported-span.ts";
import type { Sight } from "../../problem-index/sight.ts";
import { type WeekCounts, weekCounts } from "../../problem-index/week-counts.ts";
import { eachRecurrence } from "../../recurrence-index/count-recurrences.ts";
import { placesByClass } from "../../recurrence-index/places-by-class.ts";
import { type HeldAreas, heldWithin } from "./held-areas.ts";
import type { PeerScores } from "./peer-scores.ts";

/** One week of a person, read off the indexes; what a gap takes away is not to be shown. */
export type WeekReading = {
  readonly gap: BriefGap | null;
  /** What the person answers for at the end of the week; null: everything. */
  readonly ground: Sight | null;
  readonly counts: WeekCounts;
  readonly classes: ReadonlyMap<PlaceClass, number>;
  readonly score: number | null;
  readonly rank: number | null;
  readonly peers: number | null;
};

export function readWeek(
  city: City,
  person: string,
  held: HeldAreas,
  week: Week,
  role: DutyRole | null,
  peers: PeerScores,
): WeekReading {
  const { problems, recurrence } = city;
  const gap = gapOf(city, held, week);
  const ground = problems.sightOf(held.duties, week.at);
  const counts = weekCounts(problems, held.holders, held.areas.length + held.parts.length, week);
  addReturns(city, held, week, counts);
  const scores = role === null || !isKnown(gap, "standing") ? null : peers.at(role, week.at);
  const score = scores && scoreOf(scores.get(person) ?? emptyParts());
  const standing = scores && rankOf(score, [...scores.values()].map(scoreOf));
  return {
    gap,
    ground,
    counts,
    classes: placesByClass(recurrence, ground, week.at),
    score,
    rank: standing?.rank ?? null,
    peers: standing?.peers ?? null,
  };
}

function gapOf({ problems }: City, { duties }: HeldAreas, week: Week): BriefGap | null {
  if (!hasHistory({ problems }, week)) return "no-history";
  if (!duties.some((duty) => heldWithin(duty, week))) return "not-in-office";
  return duties.some((duty) => holdsAt(duty, week.at)) ? null : "left";
}

/** Whether there was a report by the end of the week. */
export function hasHistory({ problems }: Pick<City, "problems">, { at }: Week): boolean {
  const span = reportedSpan(problems);
  return span !== null && span.first <= at;
}

/** Recurrences that began in the week, for who answered when they did. */
function addReturns(
  { problems, recurrence }: City,
  { holders }: HeldAreas,
  { from, to, at }: Week,
  { all, of }: { readonly all: WeekCount; readonly of: readonly WeekCount[] },
): void {
  const { recurring } = recurrence;
  const rows = problems.compile({ ...noFilter, from, to, asOf: at }, at);
  eachRecurrence(recurrence, rows, from, (rank, episode) => {
    const [territory, category] = [recurring.territory[rank] ?? 0, recurring.category[rank] ?? 0];
    const found = holders(territory, category, recurring.start[episode] ?? 0);
    for (const number of found) {
      const count = of[number];
      if (count) count.returns++;
    }
    if (found.length > 0) all.returns++;
  });
}
