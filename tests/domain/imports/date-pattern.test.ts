import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { datePattern } from "../../../domain/imports/date-pattern.ts";

const moments = fc
  .date({
    min: new Date(Date.UTC(1970, 0, 1)),
    max: new Date(Date.UTC(2068, 11, 31)),
    noInvalidDate: true,
  })
  .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));

const two = (value: number) => String(value).padStart(2, "0");

/** Writes a moment in a pattern, letter by letter, without the code under test. */
function write(pattern: string, at: Date): string {
  const hour = at.getUTCHours();
  const values: Record<string, string> = {
    yyyy: String(at.getUTCFullYear()),
    yy: two(at.getUTCFullYear() % 100),
    MM: two(at.getUTCMonth() + 1),
    M: String(at.getUTCMonth() + 1),
    MMM: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][
      at.getUTCMonth()
    ]!,
    dd: two(at.getUTCDate()),
    d: String(at.getUTCDate()),
    HH: two(hour),
    H: String(hour),
    hh: two(hour % 12 || 12),
    h: String(hour % 12 || 12),
    mm: two(at.getUTCMinutes()),
    ss: two(at.getUTCSeconds()),
    a: hour < 12 ? "AM" : "PM",
  };
  return pattern.replace(/yyyy|yy|MMM|MM|M|dd|d|HH|H|hh|h|mm|ss|a/g, (letters) => values[letters]!);
}

const PATTERNS = [
  "MM/dd/yyyy hh:mm:ss a",
  "M/d/yyyy h:mm:ss a",
  "yyyy-MM-dd HH:mm:ss",
  "d.M.yyyy H:mm:ss",
  "dd-MMM-yy HH:mm:ss",
  "yyyyMMddHHmmss",
  "yyyy年M月d日 H时mm分ss秒",
];

describe("datePattern", () => {
  test.each(PATTERNS)("reads back what %s writes, to the second", (pattern) => {
    const read = datePattern(pattern);
    fc.assert(
      fc.property(moments, (at) => {
        const time = read(write(pattern, at));
        const { year, month, day, hour, minute, second } = time!;
        expect(Date.UTC(year, month - 1, day, hour, minute, second)).toBe(at.getTime());
      }),
    );
  });

  test.each([
    ["MM/dd/yyyy", "02/30/2024"],
    ["MM/dd/yyyy", "13/01/2024"],
    ["yyyy-MM-dd HH:mm", "2024-01-01 24:00"],
    ["yyyy-MM-dd HH:mm", "2024-01-01 10:60"],
    ["yyyy-MM-dd", "2024-01-01 10:00"],
    ["hh:mm a dd/MM/yyyy", "13:00 AM 01/01/2024"],
    ["yyyyMMdd", "2024011"],
  ])("%s refuses %s", (pattern, text) => {
    expect(datePattern(pattern)(text)).toBeNull();
  });

  test("noon and midnight are told apart in both languages", () => {
    const read = datePattern("yyyy/M/d a h:mm");
    expect(read("2024/1/1 12:05 ")).toBeNull();
    expect(read("2024/1/1 上午 12:05")).toMatchObject({ hour: 0, minute: 5 });
    expect(read("2024/1/1 下午 12:05")).toMatchObject({ hour: 12 });
    expect(read("2024/1/1 p.m. 3:05")).toMatchObject({ hour: 15 });
    expect(read("2024/1/1 下午 15:05")).toMatchObject({ hour: 15 });
  });

  test("an offset is read, and refused where no place on earth has it", () => {
    const read = datePattern("yyyy-MM-dd'T'HH:mm[:ss]XXX");
    expect(read("2024-01-01T10:00+08:00")).toMatchObject({ offsetMs: 8 * 3_600_000 });
    expect(read("2024-01-01T10:00:30-0330")).toMatchObject({ offsetMs: -3.5 * 3_600_000 });
    expect(read("2024-01-01T10:00Z")).toMatchObject({ offsetMs: 0 });
    expect(read("2024-01-01T10:00+42:00")).toBeNull();
  });

  test("a pattern that cannot be meant is refused by name", () => {
    expect(() => datePattern("YYYY-MM-dd")).toThrow(/YYYY/);
    expect(() => datePattern("HH:mm")).toThrow(/lacks the year/);
    expect(() => datePattern("yyyy-MM-dd[ HH")).toThrow(/unpaired/);
  });
});
