import { type ClosedProblem, suggestedVisits } from "../../domain/case/suggested-visits.ts";
import type { StoredProblem } from "../../domain/problem.ts";
import { DAY_MS } from "../../domain/time.ts";
import type { City } from "../city/city.ts";
import type { Sight } from "../problem-index/sight.ts";
import { type ClosedReport, closedSince, isPlaceOpen } from "../recurrence-index/closed-reports.ts";
import { returnsOf } from "../recurrence-index/places-of.ts";

/** A closed problem that somebody should look at again. */
export type VisitSuggestion = ClosedProblem & {
  readonly problem: StoredProblem;
  readonly returns: number;
};

/** Problems read at once while those that were visited are left out. */
const BATCH = 200;

/**
 * The first `limit` closed problems worth a visit, see `suggestedVisits`; those are left out for which one is planned or
 * was recorded since their closing, and those whose place has an open report again. O(reports) for the pass.
 */
export async function suggestVisits(
  city: City,
  sight: Sight | null,
  limit: number,
): Promise<VisitSuggestion[]> {
  const t = city.now();
  const { relapseDays } = city.recurrence.settings;
  const wanted = suggestedVisits(closedSince(city.recurrence, sight, t - relapseDays * DAY_MS, t), {
    t,
    relapseDays,
  }).filter(({ placeId }) => placeId === null || !isPlaceOpen(city.recurrence, placeId, t));
  const found: VisitSuggestion[] = [];
  for (let at = 0; at < wanted.length && found.length < limit; at += BATCH) {
    found.push(...(await unvisited(city, wanted.slice(at, at + BATCH))));
  }
  return found.slice(0, limit);
}

/** Times that a place came back within the window of the measure. */
export function returnsAt({ recurrence, now }: City, placeId: number | null): number {
  const rank = placeId === null ? -1 : recurrence.rankOf(placeId);
  const from = now() - recurrence.settings.windowDays * DAY_MS;
  return rank < 0 ? 0 : returnsOf(recurrence, rank, from, now()).length;
}

async function unvisited(
  city: City,
  candidates: readonly ClosedReport[],
): Promise<VisitSuggestion[]> {
  const stored = await city.storage.problemsBySeq(candidates.map(({ seq }) => seq));
  const bySeq = new Map(stored.map((problem) => [problem.seq, problem]));
  const steps = await city.storage.caseSteps(stored.map(({ id }) => id));
  const visits = steps.filter(({ act }) => act === "plan-visit" || act === "record-visit");
  const visited = new Map(visits.map(({ problemId, at }) => [problemId as string, at]));
  return candidates.flatMap((candidate) => {
    const problem = bySeq.get(candidate.seq);
    if (!problem || (visited.get(problem.id) ?? -Infinity) >= candidate.closedAt) return [];
    return [{ ...candidate, problem, returns: returnsAt(city, candidate.placeId) }];
  });
}
