import { categoryTree } from "../../domain/category.ts";
import { defaultCategories } from "../../domain/default-categories.ts";
import type { Closing } from "../../domain/problem.ts";
import { DAY_MS, HOUR_MS } from "../../domain/time.ts";
import type { Random } from "./random.ts";
import {
  drawClosing,
  drawSource,
  jitterM,
  limitHours,
  type ZoneQuality,
  zoneQualities,
} from "./report-life.ts";
import { campaignWeight, dayStartOf, hourOf, momentOfDay } from "./rhythm.ts";
import { meanGapDays, type Spot } from "./spots.ts";

/** One report before it has an id and words. Times are epoch milliseconds, whole seconds. */
export type RawReport = {
  readonly spot: Spot;
  /** Which copy of the city it belongs to. */
  readonly copy: number;
  readonly reportedAt: number;
  readonly source: string;
  /** Where it was placed on the map, metres from the truth. */
  readonly offsetX: number;
  readonly offsetY: number;
  readonly dueAt: number | null;
  readonly closings: readonly Closing[];
  readonly isHardDeduction: boolean;
  /** 0 for the first episode of the spot. */
  readonly episode: number;
  /** A further report of an episode that has begun. */
  readonly isDuplicate: boolean;
};

export type History = { readonly start: number; readonly end: number };

const WEEK_MS = 7 * DAY_MS;

/** Reports of an open problem are placed within this, metres. */
const FARTHEST_M = 25;

/**
 * Plays every spot of every copy from start to end and hands over each week's reports in order of time, so the whole
 * is in order. Memory: 16 bytes a spot and copy, and the reports of the weeks that are open. `emitWeek` may keep nothing
 * of the array, which is used again. What it answers is ignored, except `false`, which ends the play.
 */
export function playSpots(
  spots: readonly Spot[],
  copies: number,
  history: History,
  random: Random,
  emitWeek: (reports: RawReport[]) => boolean | undefined,
): void {
  const { start, end } = history;
  const weeks = Math.floor((end - start) / WEEK_MS) + 1;
  const slots = spots.length * copies;
  const notBefore = new Float64Array(slots);
  const episodes = new Uint16Array(slots);
  const nextInWeek = new Int32Array(slots).fill(-1);
  const firstInWeek = new Int32Array(weeks).fill(-1);
  const pending: RawReport[][] = Array.from({ length: weeks }, () => []);

  function schedule(slot: number, at: number): void {
    if (at > end) return;
    const week = Math.max(0, Math.floor((at - start) / WEEK_MS));
    notBefore[slot] = at;
    nextInWeek[slot] = firstInWeek[week]!;
    firstInWeek[week] = slot;
  }

  for (let slot = slots - 1; slot >= 0; slot--) {
    const spot = spots[slot % spots.length]!;
    const shift = slot < spots.length ? 0 : random.between(-12, 12) * DAY_MS;
    schedule(slot, Math.max(start, spot.firstAt + shift));
  }
  for (let week = 0; week < weeks; week++) {
    for (let slot = firstInWeek[week]!; slot >= 0; slot = firstInWeek[week]!) {
      firstInWeek[week] = nextInWeek[slot]!;
      const spot = spots[slot % spots.length]!;
      const copy = Math.floor(slot / spots.length);
      const restedAt = playEpisode(
        spot,
        copy,
        notBefore[slot]!,
        episodes[slot]!,
        random,
        (report) => {
          if (report.reportedAt > end || report.reportedAt < start) return;
          pending[Math.floor((report.reportedAt - start) / WEEK_MS)]!.push(report);
        },
        end,
      );
      episodes[slot]! += 1;
      if (episodes[slot]! >= spot.mostEpisodes) continue;
      const gap = random.gamma(spot.regularity, meanGapDays(spot, restedAt, start, end)) * DAY_MS;
      const next = restedAt + gap + 0.02 * DAY_MS;
      if (next < spot.activeUntil) schedule(slot, next);
    }
    const reports = pending[week]!;
    reports.sort((a, b) => a.reportedAt - b.reportedAt);
    if (emitWeek(reports) === false) return;
    pending[week] = [];
  }
}

const tree = categoryTree(defaultCategories);
const hoursOf = new Map(
  tree.list.map(({ code, dueHours, graceHours }) => [
    code,
    { due: dueHours ?? 24, grace: graceHours ?? 24 },
  ]),
);

/** Problems of these categories are now and then of the sort that cannot be mended soon. */
const STRUCTURAL: ReadonlySet<string> = new Set([
  "E0101",
  "E0110",
  "E0119",
  "E0205",
  "P0215",
  "P0213",
  "P0402",
]);

/** One episode: the first report, its duplicates and its closing. Answers the moment from which the spot can return. */
function playEpisode(
  spot: Spot,
  copy: number,
  notBefore: number,
  episode: number,
  random: Random,
  put: (report: RawReport) => void,
  end: number,
): number {
  const { due, grace } = hoursOf.get(spot.category)!;
  const quality = zoneQualities[spot.zone]!;
  const source = sourceOf(spot, notBefore, episode, end, random);
  let reportedAt = momentOfDay(dayStartOf(notBefore), spot.problem.rhythm, source, random);
  if (reportedAt < notBefore) {
    const nextDay = dayStartOf(notBefore) + DAY_MS;
    reportedAt = momentOfDay(nextDay, spot.problem.rhythm, source, random);
  }
  const isPopular = spot.kind === "popular-once";
  const isHard = spot.kind === "once" && STRUCTURAL.has(spot.category) && random.chance(0.27);
  const limit = Math.max(limitHours(due, source), isPopular ? 120 : 0);
  const closings = isHard
    ? hardClosings(reportedAt, random)
    : drawClosings(reportedAt, limit, quality, { isPopular, end }, random);
  put({
    spot,
    copy,
    reportedAt,
    source,
    ...blur(source, random),
    dueAt: isHard ? null : reportedAt + limit * HOUR_MS,
    closings: upTo(closings, end),
    isHardDeduction: isHard,
    episode,
    isDuplicate: false,
  });
  const last = closings.at(-1)!;
  let restedAt = last.closedAt;
  const count = isHard ? 0 : random.poisson(spot.duplicates);
  for (let n = 0; n < count; n++) {
    const closedAt = putDuplicate(
      spot,
      copy,
      reportedAt,
      last.closedAt,
      reportedAt + limit * HOUR_MS,
      episode,
      random,
      put,
      end,
    );
    if (closedAt > restedAt) restedAt = closedAt;
  }
  return restedAt + grace * HOUR_MS;
}

function sourceOf(
  spot: Spot,
  notBefore: number,
  episode: number,
  end: number,
  random: Random,
): string {
  const day = dayStartOf(notBefore);
  if (episode > 0 && random.chance(0.07)) return "follow-up";
  if (campaignWeight(day, end) > 1 && random.chance(0.14)) {
    return random.chance(0.75) ? "inspection" : "undercover";
  }
  return drawSource(spot.problem, day, random);
}

/** Answers when the duplicate was closed. */
function putDuplicate(
  spot: Spot,
  copy: number,
  since: number,
  closedAt: number,
  firstDueAt: number,
  episode: number,
  random: Random,
  put: (report: RawReport) => void,
  end: number,
): number {
  const { due, grace } = hoursOf.get(spot.category)!;
  const source = random.pick(DUPLICATE_SOURCES);
  const isLate = random.chance(0.1);
  const raw = isLate
    ? closedAt + random.between(0.03, 0.7) * grace * HOUR_MS
    : since + random.next() ** 1.4 * (closedAt - since);
  const reportedAt = Math.max(since + 60_000, atWakingHours(raw, isLate ? raw : closedAt));
  const ownClosing = isLate
    ? reportedAt + Math.floor(random.between(600, 9_000)) * 1000
    : Math.max(closedAt, reportedAt + 60_000);
  put({
    spot,
    copy,
    reportedAt,
    source,
    ...blur(source, random),
    dueAt: Math.max(reportedAt + limitHours(due, source) * HOUR_MS, firstDueAt),
    closings: upTo([{ closedAt: ownClosing, reopenedAt: null }], end),
    isHardDeduction: false,
    episode,
    isDuplicate: true,
  });
  return ownClosing;
}

const DUPLICATE_SOURCES = [
  "hotline",
  "hotline",
  "hotline",
  "citizen",
  "citizen",
  "citizen",
  "grid-worker",
  "inspection",
] as const;

/** People sleep: reports of the small hours come in the morning, unless it is closed by then. */
function atWakingHours(t: number, before: number): number {
  const second = Math.floor(t / 1000) * 1000;
  if (hourOf(second) >= 6) return second;
  const morning = second + 6 * HOUR_MS;
  return morning < before ? morning : second;
}

/** About one in eighty is opened again when somebody looks after it, and closed a second time. */
function drawClosings(
  reportedAt: number,
  limit: number,
  quality: ZoneQuality,
  { isPopular, end }: { isPopular: boolean; end: number },
  random: Random,
): Closing[] {
  const rush = campaignWeight(dayStartOf(reportedAt), end);
  const closedAt = isPopular
    ? reportedAt + Math.floor(limit * random.between(0.6, 0.95) * 3600) * 1000
    : drawClosing(reportedAt, limit, quality, rush, random);
  if (!random.chance(0.0125)) return [{ closedAt, reopenedAt: null }];
  const reopenedAt = closedAt + Math.floor(random.between(10, 70) * 3600) * 1000;
  const again = drawClosing(reopenedAt, Math.max(24, limit * 0.7), quality, rush, random);
  return [
    { closedAt, reopenedAt },
    { closedAt: again, reopenedAt: null },
  ];
}

/** One in four is mended after one to five months, the others not within two years. */
function hardClosings(reportedAt: number, random: Random): Closing[] {
  const days = random.chance(0.25) ? random.between(30, 150) : random.between(700, 900);
  return [{ closedAt: reportedAt + Math.floor(days * 86_400) * 1000, reopenedAt: null }];
}

/** What is known at `end`. */
function upTo(closings: readonly Closing[], end: number): readonly Closing[] {
  if (closings.at(-1)!.closedAt <= end) return closings;
  return closings
    .filter(({ closedAt }) => closedAt <= end)
    .map(({ closedAt, reopenedAt }) => ({
      closedAt,
      reopenedAt: reopenedAt !== null && reopenedAt <= end ? reopenedAt : null,
    }));
}

function blur(source: string, random: Random): { offsetX: number; offsetY: number } {
  const sigma = jitterM[source] ?? 4;
  const [x, y] = [sigma * random.normal(), sigma * random.normal()];
  const far = Math.sqrt(x * x + y * y);
  const shrink = far > FARTHEST_M ? FARTHEST_M / far : 1;
  return { offsetX: x * shrink, offsetY: y * shrink };
}
