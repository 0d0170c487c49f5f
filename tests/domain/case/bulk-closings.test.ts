import fc from "fast-check";
import { expect, test } from "vitest";
import { bulkClosings } from "../../../domain/case/bulk-closings.ts";

test("closings in a heap are those with ten of one account inside some minute around them", () => {
  const closing = fc.record({
    account: fc.constantFrom("a", "b"),
    at: fc.integer({ min: 0, max: 400 }).map((s) => s * 1000),
  });
  fc.assert(
    fc.property(fc.array(closing, { maxLength: 120 }), (drawn) => {
      const closings = drawn.toSorted((a, b) => a.at - b.at);
      const isInHeap = (own: (typeof closings)[number]) =>
        closings.some(({ at: end }) => {
          const minute = closings.filter(
            ({ account, at }) => account === own.account && at > end - 60_000 && at <= end,
          );
          return minute.length >= 10 && minute.includes(own);
        });
      expect(bulkClosings(closings)).toBe(closings.filter(isInHeap).length);
    }),
  );
});
