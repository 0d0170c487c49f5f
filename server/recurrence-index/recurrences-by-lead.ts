import type { RowFilter } from "../problem-index/row-filter.ts";
import { eachRecurrence } from "./count-recurrences.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

export type LeadSums = { readonly person: string; readonly places: number; readonly k: number };

type Lead = {
  readonly person: string;
  readonly from: number;
  readonly to: number;
  /** Null: any. */
  readonly categories: Uint8Array | null;
};

/**
 * Recurrences of the window that pass, by the zone lead of the day of each, most first; one with two leads counts for both.
 * One pass over the recurrences, one over the territories.
 */
export function recurrencesByLead(index: RecurrenceIndex, rows: RowFilter): LeadSums[] {
  const { recurring, measureRules } = index;
  const leads = leadsByTerritory(index);
  const sums = new Map<string, { places: number; k: number; lastRank: number }>();
  eachRecurrence(index, rows, rows.asOf - measureRules.windowMs + 1, (rank, episode) => {
    const t = recurring.start[episode]!;
    const category = recurring.category[rank]!;
    for (const { person, from, to, categories } of leads[recurring.territory[rank]!] ?? []) {
      if (t < from || t >= to || categories?.[category] === 0) continue;
      const sum = sums.get(person) ?? { places: 0, k: 0, lastRank: -1 };
      sum.k++;
      if (sum.lastRank !== rank) sum.places++;
      sum.lastRank = rank;
      sums.set(person, sum);
    }
  });
  return [...sums]
    .map(([person, { places, k }]) => ({ person, places, k }))
    .sort((a, b) => b.k - a.k || (a.person < b.person ? -1 : 1));
}

/** Zone leads of every territory, with their time. */
function leadsByTerritory({ problems }: RecurrenceIndex): (Lead[] | undefined)[] {
  const { territories, tables } = problems;
  const leads = new Array<Lead[] | undefined>(territories.list.length);
  for (const duty of tables.registry.duties) {
    const { role, person } = duty;
    if (role !== "zone-lead" || person === null) continue;
    const limit = tables.registry.categoryLimit(duty);
    const categories = limit === null ? null : tables.tree.subtreeMask([limit]);
    for (const { grounds, from, to } of tables.registry.holdingsOf(duty)) {
      for (const number of territories.onAll(grounds) ?? []) {
        const here = leads[number] ?? [];
        here.push({ person, from, to, categories });
        leads[number] = here;
      }
    }
  }
  return leads;
}
