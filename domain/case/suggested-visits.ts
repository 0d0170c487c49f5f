import { DAY_MS } from "../time.ts";

/** A closed problem, as much of it as tells whether somebody should look whether it held. */
export type ClosedProblem = {
  readonly id: string;
  /** Of the closing that stands, epoch ms. */
  readonly closedAt: number;
  /** Its place of recurrence; null: none. */
  readonly placeId: number | null;
  /** Expected recurrences of its place in 30 days; null where the place never came back. */
  readonly lambda30: number | null;
};

/**
 * Closed problems worth a follow-up visit 回头看: closed within `relapseDays`, only the last closing of each place; places
 * that came back first, the highest λ30 before, then the oldest closing, whose time for a visit is over first. Ties by id.
 * What was visited is for the caller to leave out.
 */
export function suggestedVisits<P extends ClosedProblem>(
  closed: readonly P[],
  { t, relapseDays }: { readonly t: number; readonly relapseDays: number },
): P[] {
  const recent = closed.filter(
    ({ closedAt }) => closedAt <= t && closedAt > t - relapseDays * DAY_MS,
  );
  return lastOfPlaces(recent).sort(
    (a, b) =>
      (b.lambda30 ?? 0) - (a.lambda30 ?? 0) ||
      a.closedAt - b.closedAt ||
      (a.id < b.id ? -1 : Number(a.id > b.id)),
  );
}

function lastOfPlaces<P extends ClosedProblem>(closed: readonly P[]): P[] {
  const last = new Map<number | string, P>();
  for (const problem of closed) {
    const key = problem.placeId ?? problem.id;
    const known = last.get(key);
    if (known === undefined || known.closedAt < problem.closedAt) last.set(key, problem);
  }
  return [...last.values()];
}
