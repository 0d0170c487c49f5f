import fc from "fast-check";
import { expect, test } from "vitest";
import { cityClock, parseIsoInstant } from "../../domain/time.ts";

const shanghai = cityClock("Asia/Shanghai");
const newYork = cityClock("America/New_York");

test("a bare day is local midnight of the city, in summer and winter", () => {
  expect(shanghai.parse("2026-11-21")).toBe(Date.UTC(2026, 10, 20, 16));
  expect(newYork.parse("2015-01-15")).toBe(Date.UTC(2015, 0, 15, 5));
  expect(newYork.parse("2015-07-15")).toBe(Date.UTC(2015, 6, 15, 4));
});

test("reads ISO 8601 with an offset and nothing that lacks one", () => {
  expect(parseIsoInstant("2026-11-21T10:42:00+08:00")).toBe(Date.UTC(2026, 10, 21, 2, 42));
  expect(parseIsoInstant("2026-11-21T02:42:00.250Z")).toBe(Date.UTC(2026, 10, 21, 2, 42, 0, 250));
  for (const text of [
    "2026-11-21T10:42:00",
    "2026-02-30",
    "2026-13-01",
    "2026-11-21 10:42:00+08:00",
    "20261121",
    "2026-11-21T24:00:00Z",
    "2026-11-21T10:60:00Z",
    "2026-11-21T10:42:00+25:00",
    "",
    "now",
    "1e12",
  ]) {
    expect(shanghai.parse(text), text).toBeNull();
  }
});

test("what it writes it reads back, to the millisecond, across daylight saving", () => {
  const instants = fc.integer({ min: Date.UTC(1971, 0, 1), max: Date.UTC(2060, 0, 1) });
  fc.assert(
    fc.property(instants, (t) => {
      expect(newYork.parse(newYork.toIso(t))).toBe(t);
      expect(shanghai.parse(shanghai.toIso(t))).toBe(t);
    }),
  );
});

test("local midnight begins the day that holds an instant, also on the days when clocks change", () => {
  for (const day of ["2015-03-08", "2015-11-01", "2015-06-30"]) {
    const start = newYork.parse(day) ?? Number.NaN;
    for (let hour = 0; hour < 23; hour++) {
      expect(newYork.dayStart(start + hour * 3_600_000), `${day} +${hour} h`).toBe(start);
      expect(newYork.toDate(start + hour * 3_600_000)).toBe(day);
    }
  }
});

test("a wall clock time that is skipped in spring is read with the offset before the gap; an ambiguous one is the first", () => {
  const at = (month: number, day: number, hour: number, minute: number) =>
    newYork.toEpoch({ year: 2015, month, day, hour, minute, second: 0, millisecond: 0 });
  expect(at(3, 8, 2, 30)).toBe(Date.UTC(2015, 2, 8, 7, 30));
  expect(at(11, 1, 1, 30)).toBe(Date.UTC(2015, 10, 1, 5, 30));
});
