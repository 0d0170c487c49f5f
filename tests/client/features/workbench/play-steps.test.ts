import fc from "fast-check";
import { expect, test } from "vitest";
import {
  dayAfter,
  dayBefore,
  firstDayOfPlay,
  STEP_DAYS,
} from "../../../../client/features/workbench/time/play-steps.ts";

const span = fc
  .tuple(fc.integer({ min: 0, max: 700 }), fc.integer({ min: 1, max: 800 }))
  .map(([start, length]) => ({ start, end: start + length }));

test("playing goes on by weeks, never past the end, and stops there", () => {
  fc.assert(
    fc.property(span, fc.integer({ min: 0, max: 1500 }), (span, from) => {
      let day = firstDayOfPlay(from, span);
      for (let steps = 0; ; steps++) {
        expect(day).toBeGreaterThan(span.start);
        expect(day).toBeLessThanOrEqual(span.end);
        const next = dayAfter(day, span);
        if (next === null) break;
        expect(next - day).toBeLessThanOrEqual(STEP_DAYS);
        if (next < span.end) expect(next - day).toBe(STEP_DAYS);
        day = next;
        expect(steps).toBeLessThan(200);
      }
      expect(day).toBe(span.end);
    }),
  );
});

test("from the end playing begins anew, from within it goes on", () => {
  const span = { start: 0, end: 100 };
  expect(firstDayOfPlay(100, span)).toBe(7);
  expect(firstDayOfPlay(50, span)).toBe(57);
});

test("a step back ends a day after the start", () => {
  expect(dayBefore(20, { start: 10, end: 100 })).toBe(13);
  expect(dayBefore(13, { start: 10, end: 100 })).toBe(11);
  expect(dayBefore(11, { start: 10, end: 100 })).toBeNull();
});
