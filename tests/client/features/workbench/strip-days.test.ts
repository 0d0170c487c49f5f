import { describe, expect, test } from "vitest";
import { daysOfStrip, endOfStrip } from "../../../../client/features/workbench/strip-days.ts";

const NOW = "2026-11-21T10:42:00+08:00";
const dayStart = (text: string) => Date.parse(`${text.slice(0, 10)}T00:00:00Z`);

describe("the strip", () => {
  test("of a city that reports ends now", () => {
    expect(endOfStrip("2026-11-20T09:00:00+08:00", NOW)).toBe(NOW);
    expect(endOfStrip(null, NOW)).toBe(NOW);
  });

  test("of a history ends a month after its last report, and holds it all", () => {
    const end = endOfStrip("2015-12-31T23:00:00Z", NOW);
    expect(end).toBe("2016-01-30T23:00:00.000Z");
    const { start, count } = daysOfStrip("2015-01-01T00:00:00Z", end, dayStart);
    expect(new Date(start).toISOString().slice(0, 10)).toBe("2015-01-01");
    expect(count).toBe(395);
  });
});
