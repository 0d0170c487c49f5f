import { rate30PerWeight } from "../../domain/recurrence/measures.ts";
import { DAY_MS } from "../../domain/time.ts";
import { isHeld, type RowFilter } from "../problem-index/row-filter.ts";
import { placeStands } from "./place-status.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";
import { episodeFlags } from "./recurring-places.ts";

/** Places with at least one recurrence that passes, in rank order. Scratch: read it before the next count. */
export type RecurrenceCounts = {
  count: number;
  rank: Uint32Array;
  /** Recurrences that pass. */
  k: Uint32Array;
  /** Their recurrences per 30 days. */
  rate30: Float64Array;
};

/** Degrees × 10⁷: west, south, east, north. */
export type AreaE7 = readonly [number, number, number, number];

const scratch: RecurrenceCounts = {
  count: 0,
  rank: new Uint32Array(0),
  k: new Uint32Array(0),
  rate30: new Float64Array(0),
};

/**
 * Recurrences at T = filter.asOf in the window (T − W, T]. A filter selects among the recurrences that exist and never
 * redefines them: category, ground and bbox ask about the place, dates, sources and holders about the return itself,
 * status about the place at T. One pass over the episodes of recurring places; milliseconds for a million reports.
 *
 * @param area Places outside are passed over, beside what the filter says.
 */
export function countRecurrences(
  index: RecurrenceIndex,
  filter: RowFilter,
  area: AreaE7 | null = null,
): RecurrenceCounts {
  const { recurring, settings, historyStartAt } = index;
  const out = withCapacity(recurring.count);
  const t = filter.asOf;
  const historyDays = (t - historyStartAt) / DAY_MS;
  if (historyDays <= 0) return out;
  const perWeight =
    recurring.weightFactorAt(t) *
    rate30PerWeight(settings.halfLifeDays, settings.windowDays, historyDays);
  const first = Math.max(filter.from, nextAfter(t - settings.windowDays * DAY_MS));
  const { categories, territories, sourceMask, statusMask, holders, bboxE7, to } = filter;
  const asksStatus = (statusMask & 0b111) !== 0b111;

  for (let rank = 0; rank < recurring.count; rank++) {
    const category = recurring.category[rank]!;
    if (categories !== null && categories[category] === 0) continue;
    const territory = recurring.territory[rank]!;
    if (territories !== null && territories[territory] === 0) continue;
    if (bboxE7 !== null && !isInside(bboxE7, recurring.lngE7[rank]!, recurring.latE7[rank]!))
      continue;
    if (area !== null && !isInside(area, recurring.lngE7[rank]!, recurring.latE7[rank]!)) continue;
    let k = 0;
    let weight = 0;
    const begin = recurring.episodeStart[rank]!;
    const end = begin + recurring.episodeCount[rank]!;
    for (let e = begin; e < end; e++) {
      const start = recurring.start[e]!;
      if (start > t) break;
      if (start < first || start >= to) continue;
      if ((recurring.flags[e]! & episodeFlags.recurrence) === 0) continue;
      if ((recurring.sourceMask[e]! & sourceMask) === 0) continue;
      if (holders.length > 0 && !isHeld(holders, territory, category, start)) continue;
      k++;
      weight += recurring.weight[e]!;
    }
    if (k === 0) continue;
    if (asksStatus && !placeStands(index, rank, statusMask, t)) continue;
    out.rank[out.count] = rank;
    out.k[out.count] = k;
    out.rate30[out.count] = weight * perWeight;
    out.count++;
  }
  return out;
}

function withCapacity(capacity: number): RecurrenceCounts {
  if (scratch.rank.length < capacity) {
    scratch.rank = new Uint32Array(capacity + 1024);
    scratch.k = new Uint32Array(capacity + 1024);
    scratch.rate30 = new Float64Array(capacity + 1024);
  }
  scratch.count = 0;
  return scratch;
}

function isInside([west, south, east, north]: AreaE7, lng: number, lat: number): boolean {
  return lng >= west && lat >= south && lng <= east && lat <= north;
}

/** The window (T − W, T] is open at its start; times are whole milliseconds. */
function nextAfter(ms: number): number {
  return Math.floor(ms) + 1;
}
