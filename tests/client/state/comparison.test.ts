import fc from "fast-check";
import { expect, test } from "vitest";
import { readComparison, splitText } from "../../../client/state/comparison.ts";

test("an address without a comparison, or with an unknown one, has none", () => {
  expect(readComparison({})).toBeNull();
  expect(readComparison({ compare: "blink", split: "0.3" })).toBeNull();
});

test("the handle comes back to a hundredth, and never leaves the map", () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 2, noNaN: true }), (share) => {
      const split = splitText(share);
      const back = readComparison({ compare: "swipe", ...(split !== undefined && { split }) });
      expect(back?.split).toBeCloseTo(Math.min(0.95, Math.max(0.05, share)), 2);
    }),
  );
  expect(readComparison({ compare: "side", split: "left" })).toEqual({ mode: "side", split: 0.5 });
});
