import { expect, test } from "vitest";
import { timelineAxis } from "../../../../../client/features/workbench/evidence/timeline-axis.ts";
import { cityClock } from "../../../../../domain/time.ts";
import { anEpisode } from "../../../state/evidence-builder.ts";

const clock = cityClock("Asia/Shanghai");
const format = {
  date: (ms: number) => clock.toDate(ms),
  instant: (text: string) => clock.parse(text) ?? Number.NaN,
};
const asOf = Date.parse("2026-11-21T10:42:00+08:00");
const axisFrom = (...days: string[]) =>
  timelineAxis(
    days.map((day) => anEpisode(day, { reports: ["recurrence"] })),
    asOf,
    format,
  );

test("every episode lies on the axis, in the order of time, and T at its end", () => {
  const days = ["2026-06-24", "2026-08-26", "2026-11-15"];
  const axis = axisFrom(...days);
  const at = days.map((day) => axis.position(Date.parse(`${day}T08:00:00+08:00`)));
  expect(at).toEqual(at.toSorted((a, b) => a - b));
  expect(at[0]).toBeGreaterThan(0);
  expect(axis.position(asOf)).toBe(1);
  expect(axis.position(asOf + 1e10)).toBe(1);
  expect(axis.position(0)).toBe(0);
});

test("ticks are firsts of months by the city's clock, at most five, across a new year too", () => {
  const short = axisFrom("2026-09-05").ticks;
  expect(short.map(({ month }) => month)).toEqual([9, 10, 11]);
  for (const { at } of short) expect(clock.toIso(at)).toMatch(/-01T00:00:00\+08:00$/);
  const long = axisFrom("2025-10-02").ticks;
  expect(long.length).toBeLessThanOrEqual(5);
  expect(long.at(-1)?.month).toBe(11);
});

test("a single report of this very moment has an axis as well", () => {
  const axis = timelineAxis([], asOf, format);
  expect(axis.since).toBeLessThan(asOf);
  expect(axis.ticks).toEqual([]);
});
