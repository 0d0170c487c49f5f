import { categoryTree } from "../../../domain/category.ts";
import { defaultCategories } from "../../../domain/default-categories.ts";
import type { Closing } from "../../../domain/problem.ts";
import { DAY_MS, HOUR_MS } from "../../../domain/time.ts";
import type { Random } from "../random.ts";
import type { RawReport } from "./raw-report.ts";
import {
  drawClosing,
  drawSource,
  limitHours,
  type ZoneQuality,
  zoneQualities,
} from "./report-life.ts";
import { campaignWeight, dayStartOf, hourOf, momentOfDay } from "./rhythm.ts";
import type { Spot } from "./spots.ts";

/** One episode to be played. */
export type EpisodePlay = {
  readonly spot: Spot;
  readonly copy: number;
  /** How many the spot has had before. */
  readonly episode: number;
  readonly notBefore: number;
  /** When the history ends; it decides whether the final campaign is on. */
  readonly end: number;
  readonly random: Random;
  put(report: RawReport): void;
};

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

/**
 * One episode: the first report, its duplicates and its closing. Answers the moment from which the
 * spot can return.
 */
export function playEpisode(play: EpisodePlay): number {
  const { spot, copy, episode, notBefore, end, random, put } = play;
  const { due, grace } = hoursOf.get(spot.category)!;
  const quality = zoneQualities[spot.zone]!;
  const source = sourceOf(spot, notBefore, episode, end, random);
  let reportedAt = momentOfDay(dayStartOf(notBefore), spot.problem.rhythm, source, random);
  if (reportedAt < notBefore) {
    const nextDay = dayStartOf(notBefore) + DAY_MS;
    reportedAt = momentOfDay(nextDay, spot.problem.rhythm, source, random);
  }
  const isPopular = spot.kind === "popular-once";
  const isHard = spot.kind === "once" && STRUCTURAL.has(spot.category) && random.chance(0.215);
  const limit = Math.max(limitHours(due, source), isPopular ? 120 : 0);
  const closings = isHard
    ? hardClosings(reportedAt, random)
    : drawClosings(reportedAt, limit, quality, { isPopular, end }, random);
  put({
    spot,
    copy,
    reportedAt,
    source,
    dueAt: isHard ? null : reportedAt + limit * HOUR_MS,
    closings,
    isHardDeduction: isHard,
    episode,
    isDuplicate: false,
  });
  const last = closings.at(-1)!;
  let restedAt = last.closedAt;
  const count = isHard ? 0 : random.poisson(spot.duplicates);
  for (let n = 0; n < count; n++) {
    const closedAt = putDuplicate(play, {
      since: reportedAt,
      closedAt: last.closedAt,
      dueAt: reportedAt + limit * HOUR_MS,
    });
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

/** Answers when the duplicate was closed; `first` is the report that began the episode. */
function putDuplicate(
  { spot, copy, episode, random, put }: EpisodePlay,
  first: { since: number; closedAt: number; dueAt: number },
): number {
  const { due, grace } = hoursOf.get(spot.category)!;
  const { since, closedAt } = first;
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
    dueAt: Math.max(reportedAt + limitHours(due, source) * HOUR_MS, first.dueAt),
    closings: [{ closedAt: ownClosing, reopenedAt: null }],
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
