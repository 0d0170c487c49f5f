import { noFilter } from "../../domain/problem-filter.ts";
import { fromE7 } from "../../domain/spatial/lng-lat.ts";
import { countRecurrences } from "../recurrence-index/count-recurrences.ts";
import type { City } from "./city.ts";

/** Where something came back: longitude, latitude, recurrences in 30 days of each place, over the whole city today. */
export function recurringSpots(city: City): Float64Array {
  const { recurring } = city.recurrence;
  const counts = countRecurrences(city.recurrence, city.problems.compile(noFilter, city.now()));
  const spots = new Float64Array(3 * counts.count);
  for (let i = 0; i < counts.count; i++) {
    const rank = counts.rank[i] ?? 0;
    spots[3 * i] = fromE7(recurring.lngE7[rank] ?? 0);
    spots[3 * i + 1] = fromE7(recurring.latE7[rank] ?? 0);
    spots[3 * i + 2] = counts.rate30[i] ?? 0;
  }
  return spots;
}
