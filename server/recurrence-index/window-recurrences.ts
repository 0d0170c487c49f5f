import { DAY_MS } from "../../domain/time.ts";
import type { RowFilter } from "../problem-index/row-filter.ts";
import { eachRecurrence } from "./count-recurrences.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

/** Tells of each recurrence that `countRecurrences` counts: whose ground it is on, of which kind, and when. */
export function windowRecurrences(
  index: RecurrenceIndex,
  filter: RowFilter,
  visit: (territory: number, category: number, t: number) => void,
): void {
  const { recurring, settings, historyStartAt } = index;
  if (filter.asOf <= historyStartAt) return;
  const first = Math.floor(filter.asOf - settings.windowDays * DAY_MS) + 1;
  eachRecurrence(index, filter, first, (rank, episode) => {
    visit(recurring.territory[rank]!, recurring.category[rank]!, recurring.start[episode]!);
  });
}
