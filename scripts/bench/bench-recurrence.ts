import { ProblemId } from "../../domain/ids.ts";
import { NO_PLACE } from "../../domain/recurrence/place-anchor.ts";
import { countRecurrences } from "../../server/recurrence-index/count-recurrences.ts";
import { fitPriors } from "../../server/recurrence-index/fit-priors.ts";
import { hexDensities } from "../../server/recurrence-index/hex-densities.ts";
import { rankPlaces } from "../../server/recurrence-index/rank-places.ts";
import { anyFilter } from "./bench-filters.ts";
import { benchRandom } from "./bench-random.ts";
import type { LoadedCity } from "./loaded-city.ts";
import { quantile, rounded, timed } from "./quantiles.ts";

export type RecurrenceFigures = {
  readonly buildMs: number;
  readonly fitMs: number;
  /** Top 200 places and the cells of one resolution, any filter. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** One more report taken in: placed, indexed, its place cut anew. Median microseconds. */
  readonly eventUs: number;
  readonly eventP99Us: number;
  readonly places: number;
  readonly recurringPlaces: number;
};

const QUERIES = 300;
const EVENTS = 2000;

export async function benchRecurrence(city: LoadedCity, seed: number): Promise<RecurrenceFigures> {
  const random = benchRandom(seed);
  const { recurrence, problems, now } = city;
  const fitBegan = performance.now();
  recurrence.setPriors(await fitPriors(recurrence, now, async () => undefined));
  const fitMs = performance.now() - fitBegan;
  const query = () => {
    const rows = problems.compile(anyFilter(city, random), now);
    const counts = countRecurrences(recurrence, rows);
    rankPlaces(recurrence, counts, rows.asOf, 200);
    hexDensities(recurrence, counts, 9);
  };
  for (let i = 0; i < 30; i++) query();
  const times = Array.from({ length: QUERIES }, () => timed(query));
  const events = Array.from({ length: EVENTS }, (_, i) => takeIn(city, i));
  return {
    buildMs: Math.round(city.recurrenceMs),
    fitMs: Math.round(fitMs),
    p50Ms: rounded(quantile(times, 0.5)),
    p99Ms: rounded(quantile(times, 0.99)),
    eventUs: rounded(1000 * quantile(events, 0.5)),
    eventP99Us: rounded(1000 * quantile(events, 0.99)),
    places: recurrence.anchors.count,
    recurringPlaces: recurrence.recurring.count,
  };
}

/** A report like one that was there, a moment after the last. */
function takeIn({ problems, recurrence, sample, now }: LoadedCity, number: number): number {
  const like = sample[number % sample.length];
  if (!like) return Number.NaN;
  const { plane, categoryOrdinal } = problems.tables;
  const id = ProblemId.parse(`bench-event-${number}`);
  return timed(() => {
    const serial = problems.append({ ...like, id, reportedAt: now + number, closings: [] });
    problems.settle();
    const place = like.position
      ? recurrence.anchors.accept(
          categoryOrdinal(like.category),
          like.assetId,
          plane.x(like.position[0]),
          plane.y(like.position[1]),
        )
      : NO_PLACE;
    recurrence.attach(serial, place);
    if (place !== NO_PLACE) recurrence.refresh(place);
  });
}
