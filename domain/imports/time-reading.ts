import { type CityClock, cityClock, DAY_MS, isCalendarDay, type LocalTime } from "../time.ts";
import { datePattern, type PatternTime } from "./date-pattern.ts";
import type { FieldValue } from "./foreign-record.ts";

/** Names that stand for a way of writing time; any other name is a pattern, see `datePattern`. */
export const namedTimeFormats = ["iso", "epoch-s", "epoch-ms", "excel"] as const;

/**
 * Day 0 of a workbook's serial dates: 1899-12-30 (with the 29 February 1900 that never was), or
 * 1904-01-01.
 */
export type SerialEpoch = 1900 | 1904;

export type TimeReading = {
  readonly epochMs: number;
  /** The wall clock showed this time twice, or skipped it, on that day. */
  readonly isAmbiguous: boolean;
};

export type TimeReader = {
  /** Null for what is no time in any of the formats. */
  readonly read: (value: FieldValue) => TimeReading | null;
  /** The formats, for a note about what they do not fit. */
  readonly expects: string;
};

/** ISO 8601, with or without offset and `T`. */
const ISO = [
  "yyyy-M-d",
  "yyyy-M-d'T'H:m[:s[.S]][ ][XXX]",
  "yyyy-M-d [a][ ]H:m[:s[.S]][ ][XXX]",
].map(datePattern);

/**
 * Year first, so that day and month cannot be mistaken: 2026/3/1 8:30, 2026年3月1日 下午3时5分,
 * 20260301083000.
 */
const YEAR_FIRST = [
  ...ISO,
  ...[
    "yyyy/M/d[ [a][ ]H:m[:s[.S]]]",
    "yyyy.M.d[ [a][ ]H:m[:s]]",
    "yyyy年M月d日[ ][a][ ][H时[m分[s秒]]]",
    "yyyy年M月d日[ ][a][ ][H点[m分[s秒]]]",
    "yyyy年M月d日[ ][a][ ][H:m[:s]]",
    "yyyyMMdd[HHmm[ss]]",
  ].map(datePattern),
];

/**
 * Reads times in the given formats, tried in order; without any, every year-first form. ISO 8601 is
 * always understood as well, and so are numbers of a workbook as serial dates. A time without
 * offset is wall time of `clock`. Throws a RangeError for a format that is no pattern.
 */
export function timeReader(
  formats: readonly string[],
  clock: CityClock,
  serialEpoch: SerialEpoch | null,
): TimeReader {
  const patterns = formats.filter((format) => !isNamed(format)).map(datePattern);
  const texts = [...patterns, ...(formats.length === 0 ? YEAR_FIRST : ISO)];
  const unit = formats.includes("epoch-ms") ? 1 : formats.includes("epoch-s") ? 1000 : null;
  const serials = formats.includes("excel") ? (serialEpoch ?? 1900) : null;

  function readNumber(value: number): TimeReading | null {
    if (unit !== null) return exact(Math.round(value * unit));
    const epoch = serials ?? serialEpoch;
    if (epoch !== null && value < 2_958_466) {
      const local = serialTime(value, epoch);
      return local && onClock(local, clock);
    }
    return readText(String(value));
  }

  function readText(text: string): TimeReading | null {
    for (const read of texts) {
      const time = read(text);
      if (time) return time.offsetMs === null ? onClock(time, clock) : exact(withOffset(time));
    }
    return null;
  }

  function read(value: FieldValue): TimeReading | null {
    if (typeof value === "number") return readNumber(value);
    if (typeof value !== "string") return null;
    const isNumeric = (unit !== null || serials !== null) && /^\s*-?\d+(\.\d+)?\s*$/.test(value);
    return isNumeric ? readNumber(Number(value)) : readText(value);
  }

  return { read, expects: formats.join(" | ") || "date" };
}

/** Whether `format` can be read with; the reason when it cannot. */
export function timeFormatProblem(format: string): string | null {
  if (isNamed(format)) return null;
  try {
    datePattern(format);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * Wall time of a workbook's serial date, to the millisecond; null below day 1 and for 29 February
 * 1900.
 */
export function serialTime(serial: number, epoch: SerialEpoch): LocalTime | null {
  if (!Number.isFinite(serial) || serial < (epoch === 1900 ? 1 : 0)) return null;
  if (epoch === 1900 && serial >= 60 && serial < 61) return null;
  const dayOf1970 = epoch === 1904 ? 24_107 : serial < 60 ? 25_568 : 25_569;
  const date = new Date(Math.round((serial - dayOf1970) * DAY_MS));
  const year = date.getUTCFullYear();
  if (!isCalendarDay(year, date.getUTCMonth() + 1, date.getUTCDate())) return null;
  return {
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
  };
}

/** The clock of `timezone`, one object a zone. */
export function clockOf(timezone: string | undefined, fallback: CityClock): CityClock {
  return timezone === undefined || timezone === fallback.timezone ? fallback : cityClock(timezone);
}

function isNamed(format: string): boolean {
  return (namedTimeFormats as readonly string[]).includes(format);
}

function exact(epochMs: number): TimeReading | null {
  return Math.abs(epochMs) <= 8.64e15 ? { epochMs, isAmbiguous: false } : null;
}

function withOffset(time: PatternTime): number {
  return wallMs(time) - (time.offsetMs ?? 0);
}

function onClock(local: LocalTime, clock: CityClock): TimeReading {
  const wall = wallMs(local);
  const before = clock.offsetMsAt(wall - DAY_MS);
  const after = clock.offsetMsAt(wall + DAY_MS);
  if (before === after) return { epochMs: clock.toEpoch(local), isAmbiguous: false };
  const isFirst = clock.offsetMsAt(wall - before) === before;
  const isSecond = clock.offsetMsAt(wall - after) === after;
  return { epochMs: clock.toEpoch(local), isAmbiguous: isFirst === isSecond };
}

function wallMs(local: LocalTime): number {
  const { year, month, day, hour, minute, second, millisecond } = local;
  return Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
}
