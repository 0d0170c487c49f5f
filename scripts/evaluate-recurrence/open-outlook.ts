import { episodeFlags } from "../../domain/recurrence/place-measures.ts";
import { DAY_MS } from "../../domain/time.ts";
import { FOLLOW_UP_DAYS, type PlaceAt } from "./city-at.ts";
import type { PlaceHistory } from "./place-history.ts";
import type { StreetPlace } from "./street-places.ts";

/** Ages at which open places begin to be closed at another pace, days. */
const AGES = [7, 30, 90];

/**
 * How many of the 90 days after T a place can be expected to spend closed, so that its problem can
 * come back at all: what places that were open 90 days earlier, equally long, spent closed until T.
 * A stale place cannot recur before it is reported and closed anew: 0.
 */
export function quietOutlook(
  places: readonly StreetPlace[],
  t: number,
  history: PlaceHistory,
): (place: PlaceAt) => number {
  const { episodes, rules } = history;
  const from = t - FOLLOW_UP_DAYS * DAY_MS;
  const byAge = Array.from({ length: AGES.length + 1 }, () => ({ places: 0, quietDays: 0 }));
  for (const place of places) {
    if (!history.cut(place, from) || episodes.range().lastEnd <= from) continue;
    const last = episodes.count - 1;
    const ageDays = (from - (episodes.start[last] ?? from)) / DAY_MS;
    history.cut(place, t);
    // Episodes that began by then are cut alike at both times; only their ends have become known.
    const isClosed = ((episodes.flags[last] ?? 0) & episodeFlags.endAssumed) === 0;
    const quietMs = isClosed ? t - ((episodes.end[last] ?? t) + rules.graceMs) : 0;
    const group = byAge[ageGroup(ageDays)];
    if (!group) continue;
    group.places++;
    group.quietDays += Math.max(0, quietMs) / DAY_MS;
  }
  return ({ measures, ageDays }) => {
    if (!measures.isOpen) return FOLLOW_UP_DAYS;
    const group = byAge[ageGroup(ageDays)];
    return measures.isStale || !group?.places ? 0 : group.quietDays / group.places;
  };
}

function ageGroup(ageDays: number): number {
  return AGES.filter((least) => ageDays >= least).length;
}
