import { expect, test } from "vitest";
import { compared, isKnown } from "../../domain/brief.ts";
import { lastCompleteWeek, weekAround, weekBefore, weekNumber } from "../../domain/brief-week.ts";
import { cityClock, DAY_MS, HOUR_MS } from "../../domain/time.ts";
import { seeded } from "../support/random.ts";

const clock = cityClock("Asia/Shanghai");
const at = (text: string) => clock.parse(text) ?? Number.NaN;

test("a week goes from Monday to Sunday of the city", () => {
  for (const day of ["2026-11-16", "2026-11-19T12:00:00+08:00", "2026-11-22T23:59:59.999+08:00"]) {
    const week = weekAround(clock, at(day), at("2026-12-01"));
    expect(week).toEqual({
      from: at("2026-11-16"),
      to: at("2026-11-23"),
      at: at("2026-11-23") - 1,
      isComplete: true,
    });
  }
  // Sunday evening in London is Monday in Shanghai.
  expect(weekAround(clock, at("2026-11-22T17:00:00Z"), at("2026-12-01"))?.from).toBe(
    at("2026-11-23"),
  );
});

test("a running week ends with asOf, one that has not begun is none", () => {
  const asOf = at("2026-11-18T10:00:00+08:00");
  expect(weekAround(clock, asOf, asOf)).toMatchObject({ at: asOf, isComplete: false });
  expect(weekAround(clock, at("2026-11-23"), asOf)).toBeNull();
  expect(lastCompleteWeek(clock, asOf)).toMatchObject({ from: at("2026-11-09"), isComplete: true });
  expect(lastCompleteWeek(clock, at("2026-11-16")).to).toBe(at("2026-11-16"));
});

test("weeks follow one another without gap, also where a day has 23 or 25 hours", () => {
  const berlin = cityClock("Europe/Berlin");
  const random = seeded(4);
  for (let i = 0; i < 300; i++) {
    const t = Date.UTC(2020, 0, 1) + random.below(365 * 24 * 8) * HOUR_MS;
    const week = weekAround(berlin, t, t + 30 * DAY_MS);
    if (!week) throw new Error("no week");
    const before = weekBefore(berlin, week);
    expect(before.to).toBe(week.from);
    expect(week.from <= t && t < week.to).toBe(true);
    for (const edge of [before.from, week.from, week.to]) {
      const { hour, minute, year, month, day } = berlin.toLocal(edge);
      expect([hour, minute, new Date(Date.UTC(year, month - 1, day)).getUTCDay()]).toEqual([
        0, 0, 1,
      ]);
    }
  }
});

test("weeks are numbered by their Thursday", () => {
  const numberOf = (day: string) => {
    const week = weekAround(clock, at(day), at("2030-01-01"));
    return week && weekNumber(clock, week);
  };
  expect(numberOf("2026-11-16")).toBe(47);
  expect(numberOf("2027-01-03")).toBe(53);
  expect(numberOf("2027-01-04")).toBe(1);
  expect(numberOf("2024-12-31")).toBe(1);
});

test("what is not known is neither zero nor compared", () => {
  expect(compared(5, 7)).toEqual({ value: 5, before: 7, change: -2 });
  expect(compared(0, null)).toEqual({ value: 0, before: null, change: null });
  expect(compared(null, 3).change).toBeNull();
  expect([isKnown("left", "flow"), isKnown("left", "standing")]).toEqual([true, false]);
  expect(isKnown("no-history", "flow")).toBe(false);
});
