import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { serialTime, timeReader } from "../../../domain/imports/time-reading.ts";
import { cityClock } from "../../../domain/time.ts";

const shanghai = cityClock("Asia/Shanghai");
const boston = cityClock("America/New_York");
const at = (iso: string) => ({ epochMs: Date.parse(iso), isAmbiguous: false });

describe("times without a given format", () => {
  const { read } = timeReader([], shanghai, null);

  test.each([
    ["2026-03-01", "2026-03-01T00:00:00+08:00"],
    ["2026-03-01T08:30:00+08:00", "2026-03-01T08:30:00+08:00"],
    ["2026-03-01T00:30:00Z", "2026-03-01T08:30:00+08:00"],
    ["2026-03-01 08:30:15.250", "2026-03-01T08:30:15.250+08:00"],
    ["2026/3/1 8:30", "2026-03-01T08:30:00+08:00"],
    ["2026/3/1 下午 3:05", "2026-03-01T15:05:00+08:00"],
    ["2026.3.1", "2026-03-01T00:00:00+08:00"],
    ["2026年3月1日", "2026-03-01T00:00:00+08:00"],
    ["2026年3月1日 下午3时5分", "2026-03-01T15:05:00+08:00"],
    ["20260301083015", "2026-03-01T08:30:15+08:00"],
    ["  2026-03-01  ", "2026-03-01T00:00:00+08:00"],
  ])("%s is the city's wall time", (text, iso) => {
    expect(read(text)).toEqual(at(iso));
  });

  test.each(["01/03/2026", "3/1/2026 8:30", "", "昨天", "45352.5", "2026-02-29", "1740787200"])(
    "%s is not guessed at",
    (text) => expect(read(text)).toBeNull(),
  );
});

describe("times in a given format", () => {
  test("epochs are read as numbers and as text", () => {
    expect(timeReader(["epoch-s"], shanghai, null).read(1_740_787_200)).toEqual(
      at("2025-03-01T00:00:00Z"),
    );
    expect(timeReader(["epoch-ms"], shanghai, null).read("1740787200123")).toEqual(
      at("2025-03-01T00:00:00.123Z"),
    );
  });

  test("formats are tried in order, and ISO is understood besides", () => {
    const { read, expects } = timeReader(["dd/MM/yyyy", "MM-dd-yyyy"], shanghai, null);
    expect(read("02/01/2026")).toEqual(at("2026-01-02T00:00:00+08:00"));
    expect(read("02-01-2026")).toEqual(at("2026-02-01T00:00:00+08:00"));
    expect(read("2026-02-01")).toEqual(at("2026-02-01T00:00:00+08:00"));
    expect(read("2026年2月1日")).toBeNull();
    expect(expects).toBe("dd/MM/yyyy | MM-dd-yyyy");
  });

  test("a wall time that summer time shows twice or skips is marked, others are not", () => {
    const { read } = timeReader(["MM/dd/yyyy hh:mm:ss a"], boston, null);
    expect(read("11/01/2015 01:16:00 AM")).toEqual({
      ...at("2015-11-01T01:16:00-04:00"),
      isAmbiguous: true,
    });
    expect(read("03/08/2015 02:30:00 AM")?.isAmbiguous).toBe(true);
    expect(read("11/01/2015 02:00:00 AM")).toEqual(at("2015-11-01T02:00:00-05:00"));
    expect(read("03/08/2015 03:00:00 AM")).toEqual(at("2015-03-08T03:00:00-04:00"));
  });

  test("any instant of a year, written on New York's clock, is read back unless the clock shows it twice", () => {
    const { read } = timeReader([], boston, null);
    const year = { min: Date.UTC(2015, 0, 2), max: Date.UTC(2015, 11, 30) };
    fc.assert(
      fc.property(fc.integer(year), (epochMs) => {
        const time = read(boston.toIso(epochMs).slice(0, -6));
        if (!time?.isAmbiguous) expect(time?.epochMs).toBe(epochMs);
        else expect(Math.abs(time.epochMs - epochMs)).toBeLessThanOrEqual(3_600_000);
      }),
      { numRuns: 500 },
    );
  });
});

describe("serial dates of workbooks", () => {
  test.each([
    [1900, 1, "1900-01-01"],
    [1900, 59, "1900-02-28"],
    [1900, 61, "1900-03-01"],
    [1900, 45352, "2024-03-01"],
    [1904, 43890, "2024-03-01"],
    [1904, 0, "1904-01-01"],
  ] as const)("mode %i, day %d is %s", (epoch, serial, iso) => {
    const { year, month, day } = serialTime(serial, epoch)!;
    expect(new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10)).toBe(iso);
  });

  test("the day that Excel made up, and what lies before the first, is no date", () => {
    expect(serialTime(60, 1900)).toBeNull();
    expect(serialTime(0.5, 1900)).toBeNull();
    expect(serialTime(Number.NaN, 1904)).toBeNull();
  });

  test("a time of day survives the fraction to the second", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 61, max: 60_000 }),
        fc.integer({ min: 0, max: 86_399 }),
        (day, s) => {
          const { hour, minute, second, millisecond } = serialTime(day + s / 86_400, 1900)!;
          expect([hour * 3600 + minute * 60 + second, millisecond]).toEqual([s, 0]);
        },
      ),
    );
  });

  test("numbers are dates in a workbook and nowhere else, unless the mapping says so", () => {
    expect(timeReader([], shanghai, 1900).read(45352.5)).toEqual(at("2024-03-01T12:00:00+08:00"));
    expect(timeReader([], shanghai, null).read(45352.5)).toBeNull();
    expect(timeReader(["excel"], shanghai, null).read("45352.5")).toEqual(
      at("2024-03-01T12:00:00+08:00"),
    );
    expect(timeReader([], shanghai, 1900).read(20_260_301)).toEqual(
      at("2026-03-01T00:00:00+08:00"),
    );
  });
});
