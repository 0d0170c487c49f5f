import { STATUS } from "../../domain/problem.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { RowFilter } from "./row-filter.ts";

/** Per zone ordinal of the sheet that holds at `asOf`, what lies in its communities and cells included. */
export type ZoneCounts = {
  readonly total: Uint32Array;
  readonly open: Uint32Array;
  readonly overdue: Uint32Array;
};

/** One pass over the rows, then one over the territories. */
export function countByZone(index: ProblemIndex, filter: RowFilter): ZoneCounts {
  const sheet = index.tables.registry.zones.at(filter.asOf);
  const zoneCount = sheet.zones.length;
  const territories = index.territories.list;
  const perTerritory = new Uint32Array(3 * territories.length);
  const matches = index.match(filter);
  for (let i = 0; i < matches.count; i++) {
    perTerritory[3 * index.columns.territory[matches.rows[i]!]! + matches.status[i]!]!++;
  }
  const counts = {
    total: new Uint32Array(zoneCount),
    open: new Uint32Array(zoneCount),
    overdue: new Uint32Array(zoneCount),
  };
  territories.forEach((each, territory) => {
    const open = perTerritory[3 * territory + STATUS.open]!;
    const overdue = perTerritory[3 * territory + STATUS.overdue]!;
    const closed = perTerritory[3 * territory + STATUS.closed]!;
    for (const ordinal of index.territories.chainOf(each, sheet.number)) {
      counts.total[ordinal]! += open + overdue + closed;
      counts.open[ordinal]! += open + overdue;
      counts.overdue[ordinal]! += overdue;
    }
  });
  return counts;
}
