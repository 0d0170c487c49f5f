import { expect, test } from "vitest";
import { comparedHeads, isOneBasis } from "../../../../client/features/ads/plans/compared-plans.ts";
import type { AdPlanHead } from "../../../../domain/contract/ads-plans.ts";

function head(id: string, change: { basedOn?: string; state?: string; version?: string } = {}) {
  const { basedOn = null, state = "done", version = "v3" } = change;
  const stamp = { rules: { version }, data: "d1" };
  return { id, state, asked: { basedOn }, stamp } as unknown as AdPlanHead;
}
const idsOf = (heads: readonly AdPlanHead[]) => heads.map(({ id }) => id);
/** Newest first, as the list has them. */
const heads = [head("p5"), head("p4", { state: "failed" }), head("p3"), head("p2"), head("p1")];

test("the newest that are done stand beside the one on the page, oldest first", () => {
  expect(idsOf(comparedHeads(heads, "p1", null))).toEqual(["p1", "p3", "p5"]);
  expect(idsOf(comparedHeads(heads, undefined, null))).toEqual(["p2", "p3", "p5"]);
});

test("one that failed is shown only where it is on the page", () => {
  expect(idsOf(comparedHeads(heads, "p4", null))).toEqual(["p3", "p4", "p5"]);
});

test("a plan stands beside the one it was made from", () => {
  const edited = [head("p6", { basedOn: "p1" }), ...heads];
  expect(idsOf(comparedHeads(edited, "p6", null))).toEqual(["p1", "p5", "p6"]);
});

test("those that were chosen take the place of the newest", () => {
  expect(idsOf(comparedHeads(heads, "p5", ["p1", "p2"]))).toEqual(["p1", "p2", "p5"]);
  expect(idsOf(comparedHeads(heads, "p5", ["gone"]))).toEqual(["p5"]);
});

test("figures compare only under one set of rules and data", () => {
  expect(isOneBasis([head("a"), head("b")])).toBe(true);
  expect(isOneBasis([head("a"), head("b", { version: "v4" })])).toBe(false);
  expect(isOneBasis([])).toBe(true);
});
