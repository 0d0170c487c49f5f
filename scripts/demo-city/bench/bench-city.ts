import type { CityPack } from "../../../domain/city-pack.ts";
import type { ProblemId } from "../../../domain/ids.ts";
import type { Problem } from "../../../domain/problem.ts";
import { lngLat } from "../../../domain/spatial/lng-lat.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { makeCity } from "../city.ts";
import { position } from "../files/geo-json.ts";
import { type Random, seededRandom } from "../random.ts";
import { placeSpots, type SpotPlan } from "../reports/place-spots.ts";
import { stateOf } from "../reports/problems.ts";
import type { RawReport } from "../reports/raw-report.ts";
import { drawOffset, knownAt } from "../reports/report-life.ts";
import { type History, playSpots } from "../reports/report-stream.ts";
import { dataEnd, dayKey, dayStartOf } from "../reports/rhythm.ts";
import type { Spot } from "../reports/spots.ts";
import { type Copy, copiesOf, packOfCopies } from "./bench-copies.ts";

export type BenchCity = {
  readonly pack: CityPack;
  /**
   * Hands over exactly `rows` problems, reportedAt ascending; the same ones at every call. Memory
   * does not grow with the rows that have been handed over.
   */
  emitProblems(emit: (problem: Problem) => void): void;
};

/** Three years. */
const history: History = { start: dataEnd - 1096 * DAY_MS, end: dataEnd };

/** About 110,000 reports in three years; the kinds keep the proportions of the shipped city. */
const benchSpotPlan: SpotPlan = {
  ...history,
  counts: {
    chronic: 120,
    "quiet-chronic": 45,
    cured: 95,
    easing: 80,
    worsening: 62,
    new: 95,
    sporadic: 1500,
    once: 55_000,
    "popular-once": 150,
  },
};

/**
 * A city of any size without files: copies of the made city side by side, as many as the rows need,
 * the last one partly filled. Throws a RangeError for less than one row.
 */
export function makeBenchCity({ rows, seed }: { rows: number; seed: number }): BenchCity {
  if (!(rows >= 1)) throw new RangeError(`A city needs at least one report: rows = ${rows}`);
  const city = makeCity(seed, { withHouses: false });
  const spots = seededRandom(seed)
    .fork("bench order")
    .shuffle(placeSpots(city.pool, benchSpotPlan, seededRandom(seed).fork("bench spots")));
  const { slots, total } = enoughSlots(spots, rows, seed);
  const copies = copiesOf(Math.ceil(slots / spots.length));
  return {
    pack: packOfCopies(city, copies, history),
    emitProblems(emit) {
      emitExactly(rows, total, spots, slots, copies, seed, emit);
    },
  };
}

/** Counts by playing: how many spots it takes for `rows` reports, and how many they give. */
function enoughSlots(
  spots: readonly Spot[],
  rows: number,
  seed: number,
): { slots: number; total: number } {
  const sample = Math.min(spots.length, 20_000);
  const perSpot = countReports(spots, sample, seed) / sample;
  for (
    let slots = Math.ceil((rows / perSpot) * 1.01) + 20;
    ;
    slots = Math.ceil(slots * 1.02) + 20
  ) {
    const total = countReports(spots, slots, seed);
    if (total >= rows) return { slots, total };
  }
}

function countReports(spots: readonly Spot[], slots: number, seed: number): number {
  let count = 0;
  playSpots(spots, slots, history, playRandom(seed), (reports) => {
    count += reports.length;
  });
  return count;
}

function playRandom(seed: number): Random {
  return seededRandom(seed).fork("bench play");
}

/** The few reports too many are left out evenly over time. */
function emitExactly(
  rows: number,
  total: number,
  spots: readonly Spot[],
  slots: number,
  copies: readonly Copy[],
  seed: number,
  emit: (problem: Problem) => void,
): void {
  const dice = seededRandom(seed).fork("bench words");
  const numbers = new Uint32Array(copies.length);
  let left = total;
  let wanted = rows;
  let day = 0;
  let key = "";
  playSpots(spots, slots, history, playRandom(seed), (reports) => {
    for (const report of reports) {
      const isTaken = dice.next() * left < wanted;
      left--;
      if (!isTaken) continue;
      wanted--;
      const today = dayStartOf(report.reportedAt);
      if (today !== day) {
        day = today;
        key = dayKey(today);
        numbers.fill(0);
      }
      numbers[report.copy]! += 1;
      const number = String(numbers[report.copy]!).padStart(4, "0");
      emit(problemOf(report, copies[report.copy]!, `YZ${key}-${number}`, dice));
    }
  });
}

function problemOf(report: RawReport, copy: Copy, number: string, dice: Random): Problem {
  const { spot } = report;
  const [east, north] = drawOffset(report.source, dice);
  const [lng, lat] = position([spot.at[0] + east, spot.at[1] + north]);
  const closings = knownAt(report.closings, history.end);
  return {
    id: `${copy.prefix}${number}` as ProblemId,
    category: spot.category,
    position: lngLat(lng! + copy.lng, lat! + copy.lat),
    reportedAt: report.reportedAt,
    dueAt: report.dueAt,
    closings,
    source: report.source,
    state: stateOf(report, closings, history.end, dice),
    description: spot.problem.texts[0]!,
    address: spot.address,
    assetId: spot.assetId === null ? null : `${copy.prefix}${spot.assetId}`,
    isHardDeduction: report.isHardDeduction,
    assignedUnitId: null,
    photos: [],
  };
}
