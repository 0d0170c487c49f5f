import { heldBy, type RowFilter } from "../problem-index/row-filter.ts";
import { countRecurrences } from "./count-recurrences.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

export type LeadSums = { readonly person: string; readonly places: number; readonly k: number };

/**
 * Recurrences that pass and came about while a zone lead answered for the spot, most first: they stay with the lead of
 * that day. One pass a lead.
 */
export function recurrencesByLead(index: RecurrenceIndex, rows: RowFilter): LeadSums[] {
  const { problems } = index;
  const { duties } = problems.tables.registry;
  const leads = new Set(
    duties.flatMap(({ role, person }) => (role === "zone-lead" && person !== null ? [person] : [])),
  );
  return [...leads]
    .map((person) => {
      const held = heldBy(rows, problems.filterTables, (duty) => {
        return duty.role === "zone-lead" && duty.person === person;
      });
      const counts = countRecurrences(index, held);
      let k = 0;
      for (let i = 0; i < counts.count; i++) k += counts.k[i]!;
      return { person, places: counts.count, k };
    })
    .filter(({ k }) => k > 0)
    .sort((a, b) => b.k - a.k);
}
