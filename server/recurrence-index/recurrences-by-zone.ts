import { NO_ZONE } from "../../domain/spatial/zone-locator.ts";
import type { RowFilter } from "../problem-index/row-filter.ts";
import { countRecurrences } from "./count-recurrences.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

/** Recurrences that pass, per zone ordinal of the place's anchor and of everything it lies in. */
export function recurrencesByZone(index: RecurrenceIndex, filter: RowFilter): Uint32Array {
  const { problems, recurring } = index;
  const byZone = new Uint32Array(problems.tables.zoneOrdinals.size);
  const counts = countRecurrences(index, filter);
  for (let i = 0; i < counts.count; i++) {
    const territory = problems.territories.list[recurring.territory[counts.rank[i]!]!]!;
    if (territory.zone === NO_ZONE) continue;
    for (const zone of problems.tables.registry.zones.chainOf(territory.zone)) {
      byZone[zone]! += counts.k[i]!;
    }
  }
  return byZone;
}
