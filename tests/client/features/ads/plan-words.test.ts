import fc from "fast-check";
import { expect, test } from "vitest";
import { derivedName } from "../../../../client/features/ads/plans/derived-name.ts";
import { wan, yuanList, yuanOf } from "../../../../client/features/ads/plans/plan-amounts.ts";
import { percentAtMost, proofOf } from "../../../../client/features/ads/plans/plan-proof.ts";

const done = { status: "optimal", value: 836_000, bound: 836_000, gap: 0, isLocal: false } as const;

test("only a bound that is the value itself proves a plan best", () => {
  expect(proofOf(done)).toEqual({ kind: "proved" });
  expect(proofOf({ ...done, bound: 835_999, gap: 0 }).kind).toBe("gap");
  expect(proofOf({ ...done, isLocal: true })).toEqual({ kind: "local" });
  expect(proofOf({ ...done, bound: null, gap: null })).toEqual({ kind: "open" });
  expect(proofOf({ ...done, value: null, bound: null })).toEqual({ kind: "none" });
  expect(proofOf({ ...done, status: "infeasible" })).toEqual({ kind: "least" });
});

test("a gap that is not given follows from bound and value", () => {
  const proof = proofOf({ ...done, status: "feasible", value: 100, bound: 99, gap: null });
  expect(proof).toEqual({ kind: "gap", gap: 0.01 });
});

test("a gap is never said smaller than it is, and by less than a tenth of a percent larger", () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      const said = Number(percentAtMost(share)) / 100;
      expect(said).toBeGreaterThanOrEqual(share - 1e-9);
      expect(said).toBeLessThan(share + 0.001 + 1e-9);
    }),
  );
  expect(percentAtMost(0.006)).toBe("0.6");
  expect(percentAtMost(0.00551)).toBe("0.6");
});

test("amounts are typed in 万元 and read as yuan", () => {
  expect(yuanOf("60")).toBe(600_000);
  expect(yuanOf(" 1,234.5 ")).toBe(12_345_000);
  for (const wrong of ["", "0", "-3", "abc", "1e9", "12.34567", "999999999999"])
    expect(yuanOf(wrong)).toBeNull();
  expect(yuanList("20, 30.5、40")).toEqual([200_000, 305_000, 400_000]);
  expect(yuanList("20, x")).toBeNull();
  expect(yuanList("  ")).toBeNull();
  expect(wan(836_000)).toBe("83.6");
});

test("an edited scenario gets a name that none has", () => {
  expect(derivedName("最少费用", "改", [])).toBe("最少费用 改");
  expect(derivedName("最少费用 改", "改", ["最少费用 改"])).toBe("最少费用 改 2");
  expect(derivedName("最少费用", "改", ["最少费用 改", "最少费用 改 2"])).toBe("最少费用 改 3");
  expect(derivedName("长".repeat(60), "改", [])).toHaveLength(60);
});
