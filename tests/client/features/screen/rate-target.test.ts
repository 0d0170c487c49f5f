import { describe, expect, it } from "vitest";
import { niceScale } from "../../../../client/features/screen/panels/nice-scale.ts";
import { againstTarget, percentOf } from "../../../../client/features/screen/panels/rate-target.ts";
import { seeded } from "../../../support/random.ts";

describe("a rate beside its target", () => {
  it("is met from the target on", () => {
    expect(againstTarget(0.95, 0.95)).toEqual({ isMet: true });
    expect(againstTarget(1, 0.95)).toEqual({ isMet: true });
  });

  it("says what is missing, never nothing", () => {
    expect(againstTarget(0.942, 0.95)).toEqual({ isMet: false, below: "0.8" });
    expect(againstTarget(0.9499, 0.95)).toEqual({ isMet: false, below: "0.1" });
    expect(againstTarget(0, 0.9)).toEqual({ isMet: false, below: "90.0" });
  });

  it("is written without a decimal where it has none", () => {
    expect([0.95, 0.995, 1].map(percentOf)).toEqual(["95", "99.5", "100"]);
  });
});

describe("niceScale", () => {
  it("holds all values between few round marks", () => {
    const random = seeded(3);
    for (let i = 0; i < 500; i++) {
      const base = random.below(10 ** random.below(6));
      const values = Array.from({ length: 30 }, () => base + random.below(1 + random.below(3000)));
      const { from, to, marks } = niceScale(values);
      expect(from).toBeLessThanOrEqual(Math.min(...values));
      expect(to).toBeGreaterThanOrEqual(Math.max(...values));
      expect(from).toBeGreaterThanOrEqual(0);
      expect(marks.length).toBeGreaterThanOrEqual(3);
      expect(marks.length).toBeLessThanOrEqual(4);
      expect([marks[0], marks.at(-1)]).toEqual([from, to]);
      expect(marks.every(Number.isInteger)).toBe(true);
    }
  });

  it("has room around what never changes", () => {
    expect(niceScale([0, 0])).toEqual({ from: 0, to: 2, marks: [0, 1, 2] });
    expect(niceScale([1284, 1284]).marks).toEqual([1284, 1285, 1286]);
  });
});
