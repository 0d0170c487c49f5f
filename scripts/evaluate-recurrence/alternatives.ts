import { fitPrior, PriorSums } from "../../domain/recurrence/fit-prior.ts";
import { lambda30Of, type Prior } from "../../domain/recurrence/place-rate.ts";
import { cityAt, FOLLOW_UP_DAYS, type PlaceAt } from "./city-at.ts";
import { dates, HALF_LIFE_DAYS, type Precision } from "./evaluate.ts";
import { quietOutlook } from "./open-outlook.ts";
import { PlaceHistory } from "./place-history.ts";
import { isRecurring, precisionOf } from "./rankings.ts";
import type { StreetReport } from "./read-reports.ts";
import { type Placing, placesBy } from "./street-places.ts";

/** What a score may look at beside the place itself. */
type City = {
  readonly places: readonly PlaceAt[];
  quietDaysAhead(place: PlaceAt): number;
};
type Score = (place: PlaceAt) => number;
type Alternative = {
  readonly name: string;
  readonly halfLifeDays: number;
  scoreIn(city: City): Score;
};

const byLambda30 = () => (place: PlaceAt) => place.lambda30;

/** Rankings beside λ30 that were thought of; which is better is judged on all dates but the last. */
const alternatives: readonly Alternative[] = [
  { name: "λ30", halfLifeDays: HALF_LIFE_DAYS, scoreIn: byLambda30 },
  ...[45, 60, 120, 180].map((halfLifeDays) => ({
    name: `λ30, half-life ${halfLifeDays} d`,
    halfLifeDays,
    scoreIn: byLambda30,
  })),
  { name: "λ30, one prior for all types", halfLifeDays: HALF_LIFE_DAYS, scoreIn: byOnePrior },
  {
    name: "P(return in 90 d)",
    halfLifeDays: HALF_LIFE_DAYS,
    scoreIn: () => (place) => returnP(place, FOLLOW_UP_DAYS),
  },
  {
    name: "P(return in the days closed ahead)",
    halfLifeDays: HALF_LIFE_DAYS,
    scoreIn: (city) => (place) => returnP(place, city.quietDaysAhead(place)),
  },
  {
    name: "λ30 × days closed ahead",
    halfLifeDays: HALF_LIFE_DAYS,
    scoreIn: (city) => (place) => place.lambda30 * city.quietDaysAhead(place),
  },
  {
    name: "λ30 at today's level of the type",
    halfLifeDays: HALF_LIFE_DAYS,
    scoreIn: byPresentLevel,
  },
  {
    name: "λ30 at today's level × days closed ahead",
    halfLifeDays: HALF_LIFE_DAYS,
    scoreIn(city) {
      const lambda30 = byPresentLevel(city);
      return (place) => lambda30(place) * city.quietDaysAhead(place);
    },
  },
];

/**
 * Precision of each alternative among places with a recurrence, λ30 as it stands first. About two
 * seconds.
 */
export function compareAlternatives(
  reports: readonly StreetReport[],
  placing: Placing,
): Precision[] {
  const places = placesBy[placing](reports);
  const first = new PlaceHistory(HALF_LIFE_DAYS);
  const recurrences = places.map((place) => first.recurrencesOf(place));
  const moments = dates.map((date) => {
    const t = Date.parse(date);
    return { t, quietDaysAhead: quietOutlook(places, t, first) };
  });
  const found = new Map<Alternative, number[]>(alternatives.map((each) => [each, []]));
  for (const halfLifeDays of new Set(alternatives.map((each) => each.halfLifeDays))) {
    const history = new PlaceHistory(halfLifeDays);
    const matching = alternatives.filter((each) => each.halfLifeDays === halfLifeDays);
    for (const { t, quietDaysAhead } of moments) {
      const measured = cityAt(places, recurrences, t, history);
      for (const each of matching) {
        const scoreOf = each.scoreIn({ places: measured, quietDaysAhead });
        const ranking = { name: each.name, scoreOf, ranks: isRecurring };
        found.get(each)?.push(precisionOf(measured, ranking));
      }
    }
  }
  return [...found].map(([{ name }, byDate]) => ({ name, byDate }));
}

/** P(≥ 1 recurrence in so many quiet days) under Gamma(α + S, β + A). */
function returnP({ measures, prior }: PlaceAt, days: number): number {
  const rate = prior.betaDays + measures.A;
  return 1 - (rate / (rate + days)) ** (prior.alpha + measures.S);
}

function byOnePrior({ places }: City): Score {
  const sums = new PriorSums();
  for (const { measures } of places) sums.add(measures.k, measures.A0 + measures.quietDaysInWindow);
  const shared = fitPrior(sums);
  return ({ measures, prior }) => lambda30Of(measures, shared ?? prior);
}

/**
 * α as fitted, β so that the mean is the discounted rate of all places that share the prior: ΣS/ΣA.
 */
function byPresentLevel({ places }: City): Score {
  const sums = new Map<Prior, { S: number; A: number }>();
  for (const { measures, prior } of places) {
    const sum = sums.get(prior) ?? { S: 0, A: 0 };
    sum.S += measures.S;
    sum.A += measures.A;
    sums.set(prior, sum);
  }
  return ({ measures, prior }) => {
    const { S, A } = sums.get(prior) ?? { S: 0, A: 0 };
    if (S === 0) return lambda30Of(measures, prior);
    return lambda30Of(measures, { alpha: prior.alpha, betaDays: (prior.alpha * A) / S });
  };
}
