import { rate30PerWeight } from "../../domain/recurrence/measures.ts";
import { episodeFlags } from "../../domain/recurrence/place-measures.ts";
import { DAY_MS } from "../../domain/time.ts";
import { isHeld, type RowFilter } from "../problem-index/row-filter.ts";
import { isSeen } from "../problem-index/sight.ts";
import { hasReportLike, placeStands } from "./place-status.ts";
import type { RecurrenceIndex } from "./recurrence-index.ts";

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
 * status about the place at T, stage and assignee about one of its reports. One pass over the episodes of recurring places; milliseconds for a million reports.
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
    index.scale.factorAt(t) *
    rate30PerWeight(settings.halfLifeDays, settings.windowDays, historyDays);
  const first = Math.max(filter.from, nextAfter(t - settings.windowDays * DAY_MS));
  const asksStatus = asksForStatus(filter);
  const asksReports = asksForReports(filter);

  for (let rank = 0; rank < recurring.count; rank++) {
    if (!isPlaceWanted(index, filter, area, rank)) continue;
    let k = 0;
    let weight = 0;
    const begin = recurring.episodeStart[rank]!;
    const end = begin + recurring.episodeCount[rank]!;
    for (let e = begin; e < end; e++) {
      if (recurring.start[e]! > t) break;
      if (recurring.start[e]! < first || !isReturnWanted(index, filter, rank, e)) continue;
      k++;
      weight += recurring.weight[e]!;
    }
    if (k === 0) continue;
    if (asksStatus && !placeStands(index, rank, filter.statusMask, t)) continue;
    if (asksReports && !hasReportLike(index, rank, filter)) continue;
    out.rank[out.count] = rank;
    out.k[out.count] = k;
    out.rate30[out.count] = weight * perWeight;
    out.count++;
  }
  return out;
}

/**
 * Tells of every recurrence at or before T that passes the filter, from `from` on (inclusive, epoch ms), whatever the
 * window of the measure: the place's rank and the episode's number in the pool.
 */
export function eachRecurrence(
  index: RecurrenceIndex,
  filter: RowFilter,
  from: number,
  visit: (rank: number, episode: number) => void,
): void {
  const { recurring } = index;
  const first = Math.max(filter.from, from);
  const asksStatus = asksForStatus(filter);
  const asksReports = asksForReports(filter);
  for (let rank = 0; rank < recurring.count; rank++) {
    if (!isPlaceWanted(index, filter, null, rank)) continue;
    if (asksStatus && !placeStands(index, rank, filter.statusMask, filter.asOf)) continue;
    if (asksReports && !hasReportLike(index, rank, filter)) continue;
    const begin = recurring.episodeStart[rank]!;
    const end = begin + recurring.episodeCount[rank]!;
    for (let e = begin; e < end; e++) {
      if (recurring.start[e]! > filter.asOf) break;
      if (recurring.start[e]! >= first && isReturnWanted(index, filter, rank, e)) visit(rank, e);
    }
  }
}

function isPlaceWanted(
  { recurring }: RecurrenceIndex,
  { categories, territories, sight, bboxE7 }: RowFilter,
  area: AreaE7 | null,
  rank: number,
): boolean {
  if (categories !== null && categories[recurring.category[rank]!] === 0) return false;
  if (territories !== null && territories[recurring.territory[rank]!] === 0) return false;
  if (sight !== null && !isSeen(sight, recurring.territory[rank]!, recurring.category[rank]!, 0)) {
    return false;
  }
  const [lng, lat] = [recurring.lngE7[rank]!, recurring.latE7[rank]!];
  return (
    (bboxE7 === null || isInside(bboxE7, lng, lat)) && (area === null || isInside(area, lng, lat))
  );
}

function isReturnWanted(
  { recurring }: RecurrenceIndex,
  { sourceMask, holders, to }: RowFilter,
  rank: number,
  episode: number,
): boolean {
  const start = recurring.start[episode]!;
  if (start >= to) return false;
  if ((recurring.flags[episode]! & episodeFlags.recurrence) === 0) return false;
  if ((recurring.sourceMask[episode]! & sourceMask) === 0) return false;
  if (holders.length === 0) return true;
  return isHeld(holders, recurring.territory[rank]!, recurring.category[rank]!, start);
}

function asksForStatus({ statusMask }: RowFilter): boolean {
  return (statusMask & 0b111) !== 0b111;
}

function asksForReports({ stateMask, assignees, dueBefore }: RowFilter): boolean {
  return stateMask !== -1 || assignees !== null || dueBefore !== null;
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

/** What passed at one recurring place; zeros where nothing did, or it never recurred (rank −1). */
export function countAtRank(
  counts: RecurrenceCounts,
  rank: number,
): { readonly k: number; readonly rate30: number } {
  const at = rank < 0 ? -1 : counts.rank.subarray(0, counts.count).indexOf(rank);
  return at < 0 ? { k: 0, rate30: 0 } : { k: counts.k[at]!, rate30: counts.rate30[at]! };
}
