import type { Closing } from "../../../domain/problem.ts";
import { DAY_MS, HOUR_MS } from "../../../domain/time.ts";
import type { Random } from "../random.ts";
import type { ProblemKind } from "./problem-kinds.ts";
import { dayStartOf, hourOf, weekdayOf } from "./rhythm.ts";

/** How well a zone works. */
export type ZoneQuality = {
  /** Share of all problems, relative. */
  readonly load: number;
  /** Share of problems that are closed late, 0–1. */
  readonly late: number;
  /** Median share of the time limit that a closing takes. */
  readonly pace: number;
};

/** In the order of the zones. */
export const zoneQualities: readonly ZoneQuality[] = [
  { load: 0.6, late: 0.02, pace: 0.42 },
  { load: 0.85, late: 0.04, pace: 0.52 },
  { load: 0.95, late: 0.025, pace: 0.46 },
  { load: 0.45, late: 0.005, pace: 0.4 },
  { load: 0.8, late: 0.03, pace: 0.48 },
  { load: 1.0, late: 0.035, pace: 0.5 },
  { load: 1.45, late: 0.1, pace: 0.62 },
  { load: 1.2, late: 0.035, pace: 0.5 },
  { load: 1.2, late: 0.095, pace: 0.6 },
  { load: 1.5, late: 0.06, pace: 0.56 },
  { load: 1.65, late: 0.13, pace: 0.66 },
  { load: 1.45, late: 0.11, pace: 0.63 },
];

const SOURCE_CODES = [
  "inspection",
  "undercover",
  "hotline",
  "citizen",
  "grid-worker",
  "video",
  "follow-up",
] as const;

const SOURCE_SHARES = [11, 4, 27, 16, 34, 8, 0];

/** Offset of a reported position from the true one: standard deviation in metres an axis. */
const jitterM: Readonly<Record<string, number>> = {
  inspection: 2.6,
  undercover: 4,
  hotline: 7.5,
  citizen: 7,
  "grid-worker": 3.4,
  video: 2.2,
  "follow-up": 2.6,
};

const sharesByKind = new WeakMap<ProblemKind, readonly number[]>();

/** On Saturdays and Sundays hardly anybody inspects. */
export function drawSource(kind: ProblemKind, dayStart: number, random: Random): string {
  let shares = sharesByKind.get(kind);
  if (!shares) {
    shares = SOURCE_CODES.map((code, i) => SOURCE_SHARES[i]! * (kind.sources[code] ?? 1));
    sharesByKind.set(kind, shares);
  }
  const isWeekend = weekdayOf(dayStart) > 4;
  const picked = SOURCE_CODES[random.weighted(shares)]!;
  if (isWeekend && (picked === "inspection" || picked === "undercover") && random.chance(0.75)) {
    return random.chance(0.5) ? "citizen" : "grid-worker";
  }
  return picked;
}

/**
 * Hours until it must be closed: the category's limit, or what the way in allows if that is more:
 * five working days for a hotline ticket, three for an order after an inspection, two days for a
 * citizen's photo.
 */
export function limitHours(categoryHours: number, source: string): number {
  return Math.max(categoryHours, LIMIT_OF_SOURCE[source] ?? 0);
}

const LIMIT_OF_SOURCE: Readonly<Record<string, number>> = {
  hotline: 168,
  inspection: 120,
  undercover: 120,
  citizen: 48,
};

/**
 * When it is closed: mostly well before the limit, in working hours; some late, by a day to two
 * weeks. `rush` says how many times the usual number of reports are coming in: the more, the later.
 */
export function drawClosing(
  reportedAt: number,
  limit: number,
  quality: ZoneQuality,
  rush: number,
  random: Random,
): number {
  if (random.chance(Math.min(0.5, quality.late * rush ** 0.46))) {
    const overMs = (6 + random.exponential(105)) * HOUR_MS;
    return toWorkingHours(reportedAt + limit * HOUR_MS + overMs, random);
  }
  const pace = quality.pace * rush ** 0.15;
  const share = Math.min(0.97, pace * Math.exp(0.55 * random.normal()));
  const dueAt = reportedAt + limit * HOUR_MS;
  const closed = toWorkingHours(reportedAt + Math.max(0.4, limit * share) * HOUR_MS, random);
  return closed <= dueAt ? closed : dueAt - Math.floor(random.between(60, 1500)) * 1000;
}

/** Nobody closes between ten in the evening and seven in the morning. */
function toWorkingHours(t: number, random: Random): number {
  const hour = hourOf(t);
  const second = Math.floor(t / 1000) * 1000;
  if (hour >= 7 && hour < 22) return second;
  const day = dayStartOf(t) + (hour >= 22 ? DAY_MS : 0);
  return day + Math.floor((7.5 + 3 * random.next()) * 3600) * 1000;
}

/** Reports are placed within this of the spot, metres. */
const FARTHEST_M = 25;

/** How far off a report of the source is placed, metres east and north. */
export function drawOffset(source: string, random: Random): readonly [number, number] {
  const sigma = jitterM[source] ?? 4;
  const [x, y] = [sigma * random.normal(), sigma * random.normal()];
  const far = Math.sqrt(x * x + y * y);
  const shrink = far > FARTHEST_M ? FARTHEST_M / far : 1;
  return [x * shrink, y * shrink];
}

/** What is known at `end`. */
export function knownAt(closings: readonly Closing[], end: number): readonly Closing[] {
  if (closings.at(-1)!.closedAt <= end) return closings;
  return closings
    .filter(({ closedAt }) => closedAt <= end)
    .map(({ closedAt, reopenedAt }) => ({
      closedAt,
      reopenedAt: reopenedAt !== null && reopenedAt <= end ? reopenedAt : null,
    }));
}
