import { rowFlags } from "../../domain/columns/problem-columns.ts";
import type { Closing } from "../../domain/problem.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { RowFilter } from "./row-filter.ts";

/** What happened to a report that everybody can see from outside. */
export const recentKinds = ["reported", "closed", "overdue"] as const;
export type RecentKind = (typeof recentKinds)[number];

export type RecentEvent = {
  /** Epoch ms. */
  readonly at: number;
  readonly what: RecentKind;
  readonly row: number;
};

/**
 * The newest events up to T of the reports that pass, newest first, then those accepted later. A report runs out of time
 * when it is open past its limit, and again when it is reopened past it. One pass over the rows; `limit` events are kept.
 */
export function recentEvents(index: ProblemIndex, filter: RowFilter, limit: number): RecentEvent[] {
  const { reportedAt, dueAt, closedAt, flags, serial } = index.columns;
  const t = filter.asOf;
  const newest = new NewestEvents(limit, serial);
  const matches = index.match(filter);
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    newest.offer(reportedAt[row]!, "reported", row);
    if ((flags[row]! & rowFlags.hasHistory) !== 0) {
      offerHistory(newest, row, reportedAt[row]!, index.closingsOf(serial[row]!));
      continue;
    }
    if (closedAt[row]! <= t) newest.offer(closedAt[row]!, "closed", row);
    offerOverdue(newest, row, reportedAt[row]!, closedAt[row]!);
  }
  return newest.sorted();

  function offerHistory(
    newest: NewestEvents,
    row: number,
    reported: number,
    closings: readonly Closing[],
  ): void {
    let openFrom = reported;
    for (const { closedAt, reopenedAt } of closings) {
      if (closedAt <= t) newest.offer(closedAt, "closed", row);
      offerOverdue(newest, row, openFrom, closedAt);
      openFrom = reopenedAt ?? Number.POSITIVE_INFINITY;
    }
    offerOverdue(newest, row, openFrom, Number.POSITIVE_INFINITY);
  }

  /** Of a time that it was open. */
  function offerOverdue(newest: NewestEvents, row: number, from: number, to: number): void {
    const due = dueAt[row]!;
    const at = Math.max(due, from);
    if (due < t && at <= t && at < to) newest.offer(at, "overdue", row);
  }
}

/** Keeps a few more than asked for and drops the oldest of them in batches. */
class NewestEvents {
  readonly #limit: number;
  readonly #serials: Uint32Array;
  #events: RecentEvent[] = [];
  /** The last of those that are kept for certain; what comes after it is not among the newest. */
  #last: RecentEvent | null = null;
  #lastAt = Number.NEGATIVE_INFINITY;

  constructor(limit: number, serials: Uint32Array) {
    this.#limit = limit;
    this.#serials = serials;
  }

  offer(at: number, what: RecentKind, row: number): void {
    if (at < this.#lastAt) return;
    const event = { at, what, row };
    if (this.#last && this.#order(event, this.#last) > 0) return;
    this.#events.push(event);
    if (this.#events.length >= 8 * this.#limit + 256) this.#cut();
  }

  sorted(): RecentEvent[] {
    this.#cut();
    return this.#events;
  }

  #cut(): void {
    this.#events = this.#events.sort((a, b) => this.#order(a, b)).slice(0, this.#limit);
    if (this.#events.length < this.#limit) return;
    this.#last = this.#events.at(-1) ?? null;
    this.#lastAt = this.#last?.at ?? this.#lastAt;
  }

  #order(a: RecentEvent, b: RecentEvent): number {
    if (a.at !== b.at) return b.at - a.at;
    if (a.row !== b.row) return this.#serials[b.row]! - this.#serials[a.row]!;
    return recentKinds.indexOf(b.what) - recentKinds.indexOf(a.what);
  }
}
