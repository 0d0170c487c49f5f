import { describe, expect, test } from "vitest";
import {
  scopeRow,
  shortRoads,
  standingCounts,
  statusShares,
  themeShares,
} from "../../../../client/features/ads/audit/audit-sums.ts";
import { extraGroups } from "../../../../client/features/ads/audit/extra-findings.ts";
import { percentWords } from "../../../../client/features/ads/audit/percent-words.ts";
import { chainageWords } from "../../../../client/features/ads/chainage.ts";
import { adSpot, road, row } from "./ads-builder.ts";

test("chainages read as stakes do", () => {
  expect([0, 239.6, 999.4, 999.6, 1240, 12_005].map(chainageWords)).toEqual([
    "K0+000",
    "K0+240",
    "K0+999",
    "K1+000",
    "K1+240",
    "K12+005",
  ]);
});

test("percents are whole, and all or nothing only where it is so", () => {
  expect([0, 0.002, 0.38, 0.997, 1].map(percentWords)).toEqual(["0%", "<1%", "38%", "99%", "100%"]);
});

describe("the figures", () => {
  const lanes = row({ id: "lane", required: 4, existing: 5, surplus: 1 });
  const summary = { total: row({ required: 9 }), byGroup: [lanes], byZone: [], byUnit: [] };

  test("are those of the chosen group, else of all roads", () => {
    expect(scopeRow({ summary }, undefined)?.required).toBe(9);
    expect(scopeRow({ summary }, "lane")).toBe(lanes);
    expect(scopeRow({ summary }, "avenue")).toBeNull();
    expect(scopeRow({}, undefined)).toBeNull();
  });

  test("leave roads out of shares that nothing is asked of", () => {
    const shares = statusShares(row({ short: 1, met: 2, dense: 1, unneeded: 96 }));
    expect(shares).toEqual({ short: 0.25, met: 0.5, dense: 0.25 });
    expect(statusShares(row({ unneeded: 96 }))).toBeNull();
  });
});

test("roads that lack most come first, then those with the longest empty stretch", () => {
  const roads = [
    road({ key: "a", status: "met", shortage: 0 }),
    road({ key: "b", status: "short", shortage: 1, longestGap: 300 }),
    road({ key: "c", status: "short", shortage: 1, longestGap: 900 }),
    road({ key: "d", status: "short", shortage: 7 }),
    road({ key: "e", status: "short", shortage: 0, gapOk: false }),
  ];
  expect(shortRoads(roads).map(({ key }) => key)).toEqual(["d", "c", "b", "e"]);
});

test("what was removed stands no more; what does not count still does", () => {
  const ads = [
    adSpot({ id: "1" }),
    adSpot({ id: "2", state: "faded", counts: false }),
    adSpot({ id: "3", state: "removed", counts: false }),
  ];
  expect(standingCounts(ads)).toEqual({ counted: 1, other: 1 });
});

describe("themes", () => {
  const ads = [
    ...Array.from({ length: 7 }, (_, i) => adSpot({ id: `v${i}`, theme: "values" })),
    ...Array.from({ length: 2 }, (_, i) => adSpot({ id: `c${i}`, theme: "civility" })),
    adSpot({ id: "h", theme: "honesty" }),
    adSpot({ id: "faded", theme: "honesty", state: "faded", counts: false }),
  ];

  test("are shared among the ads that count, those asked for first", () => {
    const shares = themeShares(ads, { honesty: 0.2, values: 0.3 });
    expect(shares.map(({ theme, have, share, missing }) => [theme, have, share, missing])).toEqual([
      ["honesty", 1, 0.1, 1],
      ["values", 7, 0.7, 0],
      ["civility", 2, 0.2, 0],
    ]);
  });

  test("of a city without ads are short of nothing", () => {
    expect(themeShares([], { honesty: 0.2 })).toEqual([
      { theme: "honesty", have: 0, share: 0, minShare: 0.2, missing: 0 },
    ]);
  });
});

test("what else rules found is grouped by rule, worst first; boards and screens are told elsewhere", () => {
  const finding = {
    rule: "windows.a",
    kind: "window",
    owner: "x",
    have: 2,
    need: 3,
    ok: false,
    isAuditedOnly: true,
  } as const;
  const sum = { rule: "windows.a", kind: "window", checked: 3, broken: 2, skipped: 0 } as const;
  const groups = extraGroups({
    sums: [sum, { ...sum, kind: "screen-share", rule: "own" }],
    broken: [
      finding,
      { ...finding, owner: "y", have: 0 },
      { ...finding, kind: "screen-share", rule: "own" },
    ],
  });
  expect(groups.map(({ rule, checked }) => [rule, checked])).toEqual([["windows.a", 3]]);
  expect(groups[0]?.broken.map(({ owner }) => owner)).toEqual(["y", "x"]);
});
