export const SECOND_MS = 1000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** The wall clock fields of an instant, month 1–12. */
export type LocalTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
};

/** Converts between epoch milliseconds and the wall clock of one IANA time zone. */
export type CityClock = {
  readonly timezone: string;
  /** Minutes east of UTC times 60,000, at that instant. */
  offsetMsAt(epochMs: number): number;
  /** A wall clock time that a spring-forward skips is read with the offset before the gap; an ambiguous one is the first. */
  toEpoch(local: LocalTime): number;
  toLocal(epochMs: number): LocalTime;
  /** ISO 8601 with the city's offset, milliseconds only where there are any. */
  toIso(epochMs: number): string;
  /** `YYYY-MM-DD` of the city's day. */
  toDate(epochMs: number): string;
  /** Local midnight that begins the day holding the instant. */
  dayStart(epochMs: number): number;
  /**
   * Reads `YYYY-MM-DD` (local midnight) or ISO 8601 with an offset or `Z`.
   * Answers null for anything else, a date that does not exist included.
   */
  parse(text: string): number | null;
};

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO_INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/;

/** Throws a RangeError for a zone that the runtime does not know. */
export function cityClock(timezone: string): CityClock {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: timezone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  const offsetByQuarterHour = new Map<number, number>();

  function offsetMsAt(epochMs: number): number {
    const quarter = Math.floor(epochMs / 900_000);
    const known = offsetByQuarterHour.get(quarter);
    if (known !== undefined) return known;
    const fields: Record<string, number> = {};
    for (const part of format.formatToParts(quarter * 900_000)) {
      fields[part.type] = Number(part.value);
    }
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
    const offset = utcEpoch(year, month, day, hour, minute, second, 0) - quarter * 900_000;
    if (offsetByQuarterHour.size > 100_000) offsetByQuarterHour.clear();
    offsetByQuarterHour.set(quarter, offset);
    return offset;
  }

  function toEpoch(local: LocalTime): number {
    const { year, month, day, hour, minute, second, millisecond } = local;
    const wall = utcEpoch(year, month, day, hour, minute, second, millisecond);
    const before = offsetMsAt(wall - DAY_MS);
    const first = wall - before;
    if (offsetMsAt(first) === before) return first;
    const after = offsetMsAt(wall + DAY_MS);
    const second_ = wall - after;
    return offsetMsAt(second_) === after ? second_ : first;
  }

  function toLocal(epochMs: number): LocalTime {
    const shifted = new Date(epochMs + offsetMsAt(epochMs));
    return {
      year: shifted.getUTCFullYear(),
      month: shifted.getUTCMonth() + 1,
      day: shifted.getUTCDate(),
      hour: shifted.getUTCHours(),
      minute: shifted.getUTCMinutes(),
      second: shifted.getUTCSeconds(),
      millisecond: shifted.getUTCMilliseconds(),
    };
  }

  function toIso(epochMs: number): string {
    const offset = offsetMsAt(epochMs);
    const wall = new Date(epochMs + offset).toISOString();
    const body = wall.endsWith(".000Z") ? wall.slice(0, -5) : wall.slice(0, -1);
    const minutes = Math.abs(Math.round(offset / 60_000));
    const hh = String(Math.floor(minutes / 60)).padStart(2, "0");
    const mm = String(minutes % 60).padStart(2, "0");
    return `${body}${offset < 0 ? "-" : "+"}${hh}:${mm}`;
  }

  function toDate(epochMs: number): string {
    return new Date(epochMs + offsetMsAt(epochMs)).toISOString().slice(0, 10);
  }

  function dayStart(epochMs: number): number {
    const { year, month, day } = toLocal(epochMs);
    return toEpoch({ year, month, day, hour: 0, minute: 0, second: 0, millisecond: 0 });
  }

  function parse(text: string): number | null {
    const date = ISO_DATE.exec(text);
    if (date) {
      const [year, month, day] = [Number(date[1]), Number(date[2]), Number(date[3])];
      if (!isCalendarDay(year, month, day)) return null;
      return toEpoch({ year, month, day, hour: 0, minute: 0, second: 0, millisecond: 0 });
    }
    return parseIsoInstant(text);
  }

  return { timezone, offsetMsAt, toEpoch, toLocal, toIso, toDate, dayStart, parse };
}

/** Whether the proleptic Gregorian calendar has that day; years 1–9999. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(utcEpoch(year, month + 1, 0, 0, 0, 0, 0)).getUTCDate();
}

/** Reads ISO 8601 with an explicit offset; null when it is not that. */
export function parseIsoInstant(text: string): number | null {
  const match = ISO_INSTANT.exec(text);
  if (!match) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6] ?? 0)];
  if (!isCalendarDay(year, month, day) || hour > 23 || minute > 59 || second > 59) return null;
  const millisecond = match[7] ? Math.floor(Number(`0.${match[7]}`) * 1000 + 1e-6) : 0;
  const wall = utcEpoch(year, month, day, hour, minute, second, millisecond);
  const zone = match[8] ?? "Z";
  if (zone === "Z") return wall;
  const zoneHours = Number(zone.slice(1, 3));
  const zoneMinutes = Number(zone.slice(-2));
  if (zoneHours > 15 || zoneMinutes > 59) return null;
  return wall - (zone[0] === "-" ? -1 : 1) * (zoneHours * 60 + zoneMinutes) * 60_000;
}

/** `Date.UTC` without its habit of reading years 0–99 as 1900–1999. */
function utcEpoch(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
  millisecond: number,
): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  date.setUTCHours(hour, minute, second, millisecond);
  return date.getTime();
}
