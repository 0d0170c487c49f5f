import type { RowFilter } from "../problem-index/row-filter.ts";
import { countRecurrences } from "./count-recurrences.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

/** Recurrences that pass, per zone ordinal of the sheet that holds at `asOf`: of the place's anchor and of everything it lies in. */
export function recurrencesByZone(index: RecurrenceIndex, filter: RowFilter): Uint32Array {
  const { problems, recurring } = index;
  const sheet = problems.tables.registry.zones.at(filter.asOf);
  const byZone = new Uint32Array(sheet.zones.length);
  const counts = countRecurrences(index, filter);
  for (let i = 0; i < counts.count; i++) {
    const territory = problems.territories.list[recurring.territory[counts.rank[i]!]!]!;
    for (const zone of problems.territories.chainOf(territory, sheet.number)) {
      byZone[zone]! += counts.k[i]!;
    }
  }
  return byZone;
}
