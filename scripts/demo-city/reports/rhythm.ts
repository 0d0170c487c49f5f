import { DAY_MS, HOUR_MS } from "../../../domain/time.ts";
import type { Random } from "../random.ts";
import type { Rhythm } from "./problem-kinds.ts";

/** The city's clock is eight hours ahead of UTC on every day. */
const OFFSET_MS = 8 * HOUR_MS;

/** The moment the demo data end, and the day they begin. */
export const dataEnd = Date.UTC(2026, 10, 21, 2, 42);
export const dataStart = Date.UTC(2025, 8, 20, 16);

/** Local midnight that begins the day of an instant. */
export function dayStartOf(t: number): number {
  return Math.floor((t + OFFSET_MS) / DAY_MS) * DAY_MS - OFFSET_MS;
}

/** 0 Monday … 6 Sunday. */
export function weekdayOf(t: number): number {
  return (Math.floor((t + OFFSET_MS) / DAY_MS) + 3) % 7;
}

export function hourOf(t: number): number {
  return Math.floor(((t + OFFSET_MS) % DAY_MS) / HOUR_MS);
}

/** `YYYYMMDD` of the local day. */
export function dayKey(t: number): string {
  return new Date(t + OFFSET_MS).toISOString().slice(0, 10).replaceAll("-", "");
}

/** Local time with its offset, whole seconds. */
export function isoTime(t: number): string {
  return `${new Date(t + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/** Weight of each hour of the day, by what people and cameras see when. */
const HOURS: Readonly<Record<Rhythm, readonly number[]>> = {
  day: [0, 0, 0, 0, 0, 1, 3, 8, 14, 16, 15, 11, 6, 6, 12, 14, 13, 10, 6, 3, 2, 1, 0, 0],
  evening: [1, 0, 0, 0, 0, 1, 2, 3, 4, 4, 4, 5, 5, 4, 4, 4, 6, 10, 14, 16, 13, 8, 4, 2],
  school: [0, 0, 0, 0, 0, 0, 4, 22, 8, 2, 1, 6, 6, 2, 2, 6, 20, 12, 4, 2, 1, 0, 0, 0],
  "all-day": [1, 1, 0, 0, 0, 2, 5, 11, 12, 12, 10, 8, 7, 7, 9, 10, 10, 10, 8, 6, 5, 3, 2, 1],
  night: [9, 5, 3, 2, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 3, 8, 14, 18, 20, 17, 13],
};

/** Hours in which a source reports; the rest of the day it is silent. */
const SHIFTS: Readonly<Record<string, readonly [number, number]>> = {
  inspection: [8, 18],
  undercover: [8, 22],
  "grid-worker": [7, 19],
  "follow-up": [8, 18],
  hotline: [6, 23],
  citizen: [5, 24],
  video: [0, 24],
};

/** A moment of the day that begins at `dayStart`, fit for the rhythm and the source. */
export function momentOfDay(
  dayStart: number,
  rhythm: Rhythm,
  source: string,
  random: Random,
): number {
  const [from, to] = SHIFTS[source] ?? [0, 24];
  const weights = HOURS[rhythm];
  let sum = 0;
  for (let h = from; h < to; h++) sum += weights[h]! + 0.05;
  let rest = random.next() * sum;
  let hour = from;
  for (; hour < to - 1; hour++) {
    rest -= weights[hour]! + 0.05;
    if (rest < 0) break;
  }
  return dayStart + hour * HOUR_MS + Math.floor(random.next() * 3600) * 1000;
}

/**
 * How many reports a day brings, about 1: weekday, season, festivals, rain; `end` is the last day's
 * campaign.
 */
export function dayWeight(dayStart: number, end: number): number {
  const weekday = weekdayOf(dayStart);
  const week = weekday < 5 ? 1.08 : weekday === 5 ? 0.86 : 0.74;
  const dayOfYear = ((dayStart + OFFSET_MS) / DAY_MS) % 365.25;
  const season = 1 + 0.16 * Math.cos(((dayOfYear - 205) / 365.25) * 2 * Math.PI);
  return week * season * festivalWeight(dayStart) * campaignWeight(dayStart, end);
}

/**
 * Daily reports grow about fivefold in the eleven days before the assessment that ends the data.
 */
export function campaignWeight(dayStart: number, end: number): number {
  const before = (dayStartOf(end) - dayStart) / DAY_MS;
  if (before > 10 || before < 0) return 1;
  return before > 8 ? 3 : 5.7;
}

const FESTIVALS: readonly (readonly [number, number])[] = [
  [Date.UTC(2023, 11, 31), 3],
  [Date.UTC(2024, 1, 9), 8],
  [Date.UTC(2024, 9, 1), 7],
  [Date.UTC(2025, 0, 28), 8],
  [Date.UTC(2025, 9, 1), 8],
  [Date.UTC(2026, 0, 1), 3],
  [Date.UTC(2026, 1, 15), 9],
  [Date.UTC(2026, 4, 1), 5],
  [Date.UTC(2026, 9, 1), 7],
];

function festivalWeight(dayStart: number): number {
  const day = dayStart + OFFSET_MS;
  const isFestival = FESTIVALS.some(([from, days]) => day >= from && day < from + days * DAY_MS);
  return isFestival ? 0.6 : 1;
}

/**
 * Heavy rain falls about every eighteen days, more often in summer; the same days for the same
 * year.
 */
export function isRainy(dayStart: number): boolean {
  const day = Math.floor((dayStart + OFFSET_MS) / DAY_MS);
  const dayOfYear = day % 365.25;
  const summer = Math.exp(-(((dayOfYear - 180) / 55) ** 2));
  const dice = ((Math.imul(Math.floor(day / 2), 2654435761) >>> 8) % 1000) / 1000;
  return dice < 0.05 + 0.16 * summer;
}

/** Two cold spells with snow each winter. */
export function isSnowy(dayStart: number): boolean {
  const dayOfYear = Math.floor(((dayStart + OFFSET_MS) / DAY_MS) % 365.25);
  return (dayOfYear >= 19 && dayOfYear <= 21) || (dayOfYear >= 344 && dayOfYear <= 345);
}
