import { ProblemId } from "../../../domain/ids.ts";
import type { Closing, Problem, ProblemState } from "../../../domain/problem.ts";
import { lngLat } from "../../../domain/spatial/lng-lat.ts";
import { HOUR_MS } from "../../../domain/time.ts";
import { position } from "../files/geo-json.ts";
import type { Random } from "../random.ts";
import type { RawReport } from "./raw-report.ts";
import { drawOffset, knownAt } from "./report-life.ts";
import { type History, playSpots } from "./report-stream.ts";
import { wordsFor } from "./report-words.ts";
import { dayKey } from "./rhythm.ts";
import type { Spot } from "./spots.ts";

/** Where a careless geocoder puts addresses it does not know: the middle of the city. */
export const defaultPosition = lngLat(114.3, 30.6);

const STACKED_ADDRESSES = 20;
const STACKED_REPORTS = 40;
const UNPLACED_REPORTS = 150;
const DROPPED_REPORTS = 60;

/** All reports of the demo city, reportedAt ascending, and beside each what it was made from. */
export function makeProblems(
  spots: readonly Spot[],
  history: History,
  random: Random,
): { problems: Problem[]; reports: RawReport[] } {
  const raw: RawReport[] = [];
  playSpots(spots, spots.length, history, random.fork("play"), (reports) => {
    raw.push(...reports);
  });
  const words = random.fork("words");
  const numbers = new Map<string, number>();
  const problems = raw.map((report): Problem => {
    const day = dayKey(report.reportedAt);
    const n = (numbers.get(day) ?? 0) + 1;
    numbers.set(day, n);
    return problemOf(report, `YZ${day}-${String(n).padStart(4, "0")}`, words, history.end);
  });
  spoil(problems, raw, random.fork("spoil"));
  return { problems, reports: raw };
}

function problemOf(report: RawReport, id: string, words: Random, end: number): Problem {
  const { spot } = report;
  const [east, north] = drawOffset(report.source, words);
  const [lng, lat] = position([spot.at[0] + east, spot.at[1] + north]);
  const closings = knownAt(report.closings, end);
  return {
    id: ProblemId.parse(id),
    category: spot.category,
    position: lngLat(lng!, lat!),
    reportedAt: report.reportedAt,
    dueAt: report.dueAt,
    closings,
    source: report.source,
    state: stateOf(report, closings, end, words),
    description: wordsFor(report, words),
    address: spot.address,
    assetId: spot.assetId,
    isHardDeduction: report.isHardDeduction,
    assignedUnitId: null,
    photos: [],
  };
}

/** How far an open problem has come, by its age and limit. */
export function stateOf(
  report: RawReport,
  closings: readonly Closing[],
  end: number,
  random: Random,
): ProblemState {
  if (closings.at(-1)?.reopenedAt === null) return "closed";
  if (report.isHardDeduction) return "suspended";
  const ageHours = (end - report.reportedAt) / HOUR_MS;
  if (ageHours < 1.5) return "reported";
  if (ageHours < 5) return "accepted";
  return random.chance(0.18) ? "rectified" : "dispatched";
}

/**
 * What goes wrong with reports: no position, taken back or refused, and addresses that a geocoder
 * put in one spot.
 */
function spoil(problems: Problem[], raw: readonly RawReport[], random: Random): void {
  const singles = raw.flatMap(({ spot, source, isHardDeduction }, i) => {
    const isSpoken = source === "hotline" || source === "citizen";
    return spot.kind === "once" && isSpoken && !isHardDeduction && spot.assetId === null ? [i] : [];
  });
  random.shuffle(singles);
  const take = (count: number): number[] => singles.splice(0, count);

  const stacked = take(STACKED_REPORTS);
  const addresses = stacked.slice(0, STACKED_ADDRESSES).map((i) => problems[i]!.address);
  stacked.forEach((i, n) => {
    const address = addresses[n % STACKED_ADDRESSES]!;
    problems[i] = { ...problems[i]!, source: "hotline", position: defaultPosition, address };
  });
  for (const i of take(UNPLACED_REPORTS)) problems[i] = { ...problems[i]!, position: null };
  for (const i of take(DROPPED_REPORTS)) {
    const state: ProblemState = random.chance(0.6) ? "rejected" : "withdrawn";
    problems[i] = { ...problems[i]!, state, closings: [] };
  }
}
