import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chinaCalendar, chinaHolidays } from "../../../domain/case/china-holidays.ts";
import { TimeLimit } from "../../../domain/case/time-limit.ts";
import { dateOfDay, dayNumber, WorkCalendar } from "../../../domain/case/work-calendar.ts";
import { workTime } from "../../../domain/case/work-time.ts";
import { type CityClock, cityClock } from "../../../domain/time.ts";

const MINUTE = 60_000;
const clocks = [
  "Asia/Shanghai",
  "Asia/Kathmandu",
  "America/New_York",
  "Europe/London",
  "Australia/Lord_Howe",
  "Africa/Cairo",
].map(cityClock);
const [shanghai, , newYork] = clocks as [CityClock, CityClock, CityClock];

const hourText = (minute: number) =>
  `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
const firstDay = dayNumber("2026-02-20");
const aDate = fc.integer({ min: 0, max: 80 }).map((day) => dateOfDay(firstDay + day));

/** Periods begin after 04:00, where no clock is changed, so that a minute of the wall clock is one minute. */
const aCalendar = fc
  .record({
    edges: fc.uniqueArray(fc.integer({ min: 240, max: 1440 }), { minLength: 2, maxLength: 6 }),
    weekend: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 5 }),
    holidays: fc.array(aDate, { maxLength: 12 }),
    makeUpDays: fc.array(aDate, { maxLength: 6 }),
  })
  .map(({ edges, ...rest }) => {
    const sorted = edges.sort((a, b) => a - b).map(hourText);
    const periods = sorted.flatMap((from, i) => {
      const to = sorted[i + 1];
      return i % 2 === 0 && to !== undefined ? [[from, to] as [string, string]] : [];
    });
    return WorkCalendar.parse({ ...rest, periods });
  });

const anInstant = fc
  .integer({ min: 0, max: 70 * 1440 })
  .map((m) => firstDay * 86_400_000 + m * MINUTE);
const aClock = fc.constantFrom(...clocks);

/** Whether the minute that begins at `t` is worked, read off the wall clock and nothing else. */
function isWorked(calendar: WorkCalendar, clock: CityClock, t: number): boolean {
  const { hour, minute } = clock.toLocal(t);
  const date = clock.toDate(t);
  const now = hourText(hour * 60 + minute);
  if (!calendar.periods.some(([from, to]) => from <= now && now < to)) return false;
  if (calendar.makeUpDays.includes(date)) return true;
  const isHoliday = calendar.holidays.some((entry) =>
    typeof entry === "string" ? entry === date : entry[0] <= date && date <= entry[1],
  );
  const dayOfWeek = new Date(`${date}T00:00:00Z`).getUTCDay() || 7;
  return !isHoliday && !calendar.weekend.includes(dayOfWeek);
}

describe("work time", () => {
  test("between two moments is the minutes worked, counted one by one", () => {
    const span = fc.integer({ min: 0, max: 8 * 1440 });
    fc.assert(
      fc.property(aCalendar, aClock, anInstant, span, (calendar, clock, a, minutes) => {
        const time = workTime(calendar, clock);
        let worked = 0;
        for (let m = 0; m < minutes; m++) if (isWorked(calendar, clock, a + m * MINUTE)) worked++;
        const b = a + minutes * MINUTE;
        expect(time.workMsBetween(a, b)).toBe(worked * MINUTE);
        expect(time.workMsBetween(b, a)).toBe(0 - worked * MINUTE);
      }),
      { numRuns: 100 },
    );
  });

  test("added is the first minute after which so many are worked", () => {
    fc.assert(
      fc.property(
        aCalendar,
        aClock,
        anInstant,
        fc.integer({ min: 1, max: 1000 }),
        (calendar, clock, from, minutes) => {
          let t = from;
          for (let left = minutes; left > 0; t += MINUTE) if (isWorked(calendar, clock, t)) left--;
          expect(workTime(calendar, clock).addWorkMs(from, minutes * MINUTE)).toBe(t);
        },
      ),
      { numRuns: 100 },
    );
  });

  test("that is added can be measured again, forwards and backwards, to the millisecond", () => {
    const amount = fc.integer({ min: -4e8, max: 4e8 });
    const ms = fc.integer({ min: 0, max: 59_999 });
    fc.assert(
      fc.property(aCalendar, aClock, anInstant, ms, amount, (calendar, clock, minute, ms, x) => {
        const time = workTime(calendar, clock);
        const t = minute + ms;
        const end = time.addWorkMs(t, x);
        expect(time.workMsBetween(t, end)).toBe(x);
        expect(Math.sign(end - t)).toBe(Math.sign(x));
      }),
    );
  });

  test("adds up over any moment in between", () => {
    fc.assert(
      fc.property(
        aCalendar,
        aClock,
        anInstant,
        anInstant,
        anInstant,
        (calendar, clock, a, b, c) => {
          const { workMsBetween } = workTime(calendar, clock);
          expect(workMsBetween(a, b) + workMsBetween(b, c)).toBe(workMsBetween(a, c));
        },
      ),
    );
  });

  test("is all time where every hour of every day is worked, also when clocks are changed", () => {
    const always = WorkCalendar.parse({ periods: [["00:00", "24:00"]], weekend: [] });
    fc.assert(
      fc.property(aClock, anInstant, anInstant, (clock, a, b) => {
        const time = workTime(always, clock);
        expect(time.workMsBetween(a, b)).toBe(b - a);
        expect(time.addWorkMs(a, b - a)).toBe(b);
      }),
    );
  });

  test("is as much shorter as the clock change cuts out of a period", () => {
    const nights = WorkCalendar.parse({ periods: [["01:00", "04:00"]], weekend: [] });
    const hours = (clock: CityClock, from: string, to: string) => {
      const at = (date: string) => clock.parse(date) ?? Number.NaN;
      return workTime(nights, clock).workMsBetween(at(from), at(to)) / 3_600_000;
    };
    expect(hours(newYork, "2026-03-08", "2026-03-09")).toBe(2);
    expect(hours(newYork, "2026-11-01", "2026-11-02")).toBe(4);
    expect(hours(shanghai, "2026-03-08", "2026-03-09")).toBe(3);
  });

  test("of no sensible amount is refused rather than walked", () => {
    const { addWorkMs } = workTime(WorkCalendar.parse({}), shanghai);
    for (const ms of [Number.NaN, Number.POSITIVE_INFINITY, 1e15, -1e15]) {
      expect(() => addWorkMs(0, ms)).toThrow(RangeError);
    }
  });
});

describe("limits", () => {
  const time = workTime(WorkCalendar.parse(chinaCalendar()), shanghai);

  test("are never over before they start, and longer ones not earlier", () => {
    const value = fc.integer({ min: 1, max: 40 });
    const unit = fc.constantFrom("urgent-hour", "work-hour", "work-day", "natural-day");
    fc.assert(
      fc.property(anInstant, value, unit, (from, value, unit) => {
        const due = time.addLimit(from, { value, unit });
        expect(due).toBeGreaterThan(from);
        expect(time.addLimit(from, { value: value + 1, unit })).toBeGreaterThan(due);
        expect(time.addLimit(from + 3_600_000, { value, unit })).toBeGreaterThanOrEqual(due);
      }),
    );
  });

  test("end on the wall clock of the city where clocks are changed", () => {
    const { addLimit } = workTime(WorkCalendar.parse({}), newYork);
    const friday = newYork.parse("2026-03-06T10:00:00-05:00") ?? 0;
    const due = (value: number, unit: TimeLimit["unit"]) =>
      newYork.toIso(addLimit(friday, { value, unit }));
    expect(due(72, "urgent-hour")).toBe("2026-03-09T11:00:00-04:00");
    expect(due(1, "work-day")).toBe("2026-03-09T18:00:00-04:00");
    expect(due(2, "natural-day")).toBe("2026-03-08T23:59:59-04:00");
    expect(due(7, "work-hour")).toBe("2026-03-09T10:00:00-04:00");
  });

  test("are whole where they are days", () => {
    expect(TimeLimit.safeParse({ value: 1.5, unit: "work-day" }).success).toBe(false);
    expect(TimeLimit.safeParse({ value: 1.5, unit: "work-hour" }).success).toBe(true);
    expect(TimeLimit.safeParse({ value: 0, unit: "work-hour" }).success).toBe(false);
    expect(TimeLimit.safeParse({ value: 367, unit: "natural-day" }).success).toBe(false);
  });
});

describe("calendars", () => {
  test.each([
    [
      "periods that overlap",
      {
        periods: [
          ["08:00", "12:00"],
          ["11:00", "17:00"],
        ],
      },
    ],
    ["a period that ends before it begins", { periods: [["18:00", "08:00"]] }],
    ["no period", { periods: [] }],
    ["an hour that there is not", { periods: [["08:00", "25:00"]] }],
    ["a week without a work day", { weekend: [1, 2, 3, 4, 5, 6, 7] }],
    ["a day that there is not", { holidays: ["2026-02-30"] }],
    ["a range that ends before it begins", { holidays: [["2026-10-07", "2026-10-01"]] }],
    ["a range of a year", { holidays: [["2026-01-01", "2026-12-31"]] }],
    ["a make-up day that there is not", { makeUpDays: ["2026-13-01"] }],
  ])("with %s are refused", (_, settings) => {
    expect(WorkCalendar.safeParse(settings).success).toBe(false);
  });

  test("may have one period follow another at once", () => {
    const periods = [
      ["08:00", "12:00"],
      ["12:00", "24:00"],
    ];
    expect(WorkCalendar.safeParse({ periods }).success).toBe(true);
  });

  test("of China: make-up days lie at weekends, and work days stay as many as the notices say", () => {
    const { isWorkDay } = workTime(WorkCalendar.parse(chinaCalendar()), shanghai);
    for (const { makeUpDays } of chinaHolidays) {
      for (const date of makeUpDays) {
        expect([6, 0]).toContain(new Date(`${date}T00:00:00Z`).getUTCDay());
        expect(isWorkDay(date)).toBe(true);
      }
    }
    const workDays = (year: number) => {
      const days = dayNumber(`${year + 1}-01-01`) - dayNumber(`${year}-01-01`);
      const first = dayNumber(`${year}-01-01`);
      return Array.from({ length: days }, (_, i) => dateOfDay(first + i)).filter(isWorkDay).length;
    };
    // 365 days less 104 at weekends less 13 of statutory holiday.
    expect([workDays(2025), workDays(2026)]).toEqual([248, 248]);
  });
});
