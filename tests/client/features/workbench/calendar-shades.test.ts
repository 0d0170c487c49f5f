import fc from "fast-check";
import { expect, test } from "vitest";
import { calendarShades } from "../../../../client/features/workbench/calendar/calendar-shades.ts";

const counts = fc.array(fc.integer({ min: 0, max: 100_000 }), { minLength: 1, maxLength: 168 });

test("every count lies in the range of its shade, there are at most six, and none has its own", () => {
  fc.assert(
    fc.property(counts, (values) => {
      const { ranges, shadeOf } = calendarShades(values);
      expect(ranges.length).toBeLessThanOrEqual(5);
      for (const value of values) {
        const shade = shadeOf(value);
        if (value === 0) {
          expect(shade).toBe(0);
          continue;
        }
        const [low, high] = ranges[shade - 1]!;
        expect(value).toBeGreaterThanOrEqual(low);
        expect(value).toBeLessThanOrEqual(high);
      }
    }),
  );
});

test("ranges follow each other without a gap and end at the highest count", () => {
  expect(calendarShades([0, 570, 12]).ranges).toEqual([
    [1, 120],
    [121, 240],
    [241, 360],
    [361, 480],
    [481, 570],
  ]);
  expect(calendarShades([0, 1, 3]).ranges).toEqual([
    [1, 1],
    [2, 2],
    [3, 3],
  ]);
  expect(calendarShades([0, 0]).ranges).toEqual([]);
});
