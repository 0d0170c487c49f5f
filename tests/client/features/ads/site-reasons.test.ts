import { expect, test } from "vitest";
import { greedyDifference } from "../../../../client/features/ads/plans/greedy-difference.ts";
import {
  breakWords,
  faultWords,
  whyHereLines,
} from "../../../../client/features/ads/plans/site-reasons.ts";
import { unmetSum } from "../../../../client/features/ads/plans/unmet-words.ts";
import { adsPlansZhCn } from "../../../../client/text/ads-plans-zh-cn.ts";
import type { AdPlanResult, AdSiteReason } from "../../../../domain/contract/ads-plans.ts";

const text = adsPlansZhCn.adPlans;
const nameOf = (key: string) => (key === "x" ? "学府路" : "和平大道");
const names = { blocked: (code: string) => `禁:${code}`, roadOf: nameOf };
const reason: AdSiteReason = {
  id: "B-0147",
  isChosen: true,
  kind: "new",
  road: "x",
  chainage: 1240,
  side: 1,
  cost: 1800,
  serves: [
    { kind: "count", of: "x", need: 15, with: 15, without: 14 },
    { kind: "count", of: "h", need: 9, with: 11, without: 10 },
    { kind: "side", of: "x", side: "left", need: 4, with: 4, without: 3 },
    { kind: "gap", of: "x", need: 300, with: 214, without: 418 },
  ],
  stretch: { before: 418, after: [214, 204], max: 300 },
  breaks: [{ kind: "count", of: "x", need: 15, with: 15, without: 14 }],
  alternative: { kind: "new", id: "B-0152", extraCost: 2100, position: [114, 30] },
  why: [],
};
const lines = (change: Partial<AdSiteReason> = {}) =>
  whyHereLines(text, { ...reason, ...change }, nameOf).map(({ word, line }) => `${word} ${line}`);

test("why here: what it fills, which gap it breaks, what else it serves, what its loss costs", () => {
  expect(lines()).toEqual([
    "补数量 学府路应设 15，有它 15，没有它 14",
    "断空档 418 m 超 300 m，分为 214 和 204 m",
    "补侧边 学府路左侧应有 4，有它 4，没有它 3",
    "兼顾 同时计入和平大道",
    "若去掉 最便宜替代 B-0152，多 2,100 元",
  ]);
});

test("every road that would be short without it is named, its own first", () => {
  const serves = [
    { kind: "count" as const, of: "h", need: 9, with: 9, without: 8 },
    ...reason.serves.slice(0, 1),
  ];
  expect(lines({ serves }).slice(0, 2)).toEqual([
    "补数量 学府路应设 15，有它 15，没有它 14",
    "补数量 和平大道应设 9，有它 9，没有它 8",
  ]);
});

test("a stretch that was short enough before is no reason", () => {
  const short = { before: 262, after: [161, 101], max: 300 };
  expect(lines({ stretch: short }).some((line) => line.startsWith("断空档"))).toBe(false);
});

test("without an alternative it says what would be missing, or that nothing would", () => {
  expect(lines({ alternative: null }).at(-1)).toBe("若去掉 没有单个点位可替代：学府路缺 1 处");
  expect(lines({ alternative: null, breaks: [] }).at(-1)).toBe("若去掉 各项要求仍然满足");
  expect(lines({ isMust: true })[0]).toBe("必设 已锁定为必设");
});

test("why not: every code of the planner reads as a sentence", () => {
  const words = (code: string, detail?: string, ids?: string[]) =>
    faultWords(text, { code, ...(detail !== undefined && { detail }), ...(ids && { ids }) }, names);
  expect(words("dearer", "350", ["A1"])).toBe("已选的 A1 作用相同，便宜 350 元");
  expect(words("interchangeable", "0", ["A1"])).toBe("可与已选的 A1 互换，费用相同");
  expect(words("interchangeable", "-50", ["A1"])).toBe("可替换已选的 A1，省 50 元");
  expect(words("beyond-budget", "2050 > 300")).toBe("需 2,050 元，预算只剩 300 元");
  expect(words("beyond-budget", "2050 > -9")).toBe("超出剩余预算");
  expect(words("not-needed", "plan")).toBe("所服务的道路和场所，方案已补足");
  expect(words("conflicts-with-chosen", undefined, ["A1", "A2"])).toBe(
    "与已选点位间距不足（A1、A2）",
  );
  expect(words("serves-no-longer", "x")).toBe("不再服务学府路");
  expect(words("junction")).toBe("禁:junction");
});

test("what a move breaks is said in its own unit", () => {
  expect(
    breakWords(text, { kind: "gap", of: "x", need: 300, with: 280, without: 355 }, nameOf),
  ).toBe("学府路空档 355 m 超 300 m");
  expect(
    breakWords(
      text,
      { kind: "side", of: "x", side: "right", need: 4, with: 4, without: 3 },
      nameOf,
    ),
  ).toBe("学府路右侧缺 1 处");
});

test("what greedy does more is what it has less what the plan has", () => {
  const plan = { actions: Array(10).fill({ kind: "new", id: "" }), cost: 500, minUnmet: 4 };
  const greedy = { actions: 13, cost: 450, unmet: 9 };
  expect(greedyDifference(plan as unknown as AdPlanResult, greedy)).toEqual({
    actions: 3,
    cost: -50,
    unmet: 5,
  });
});

test("stretches and sides are no missing number", () => {
  const row = { of: "x", possible: 0, sites: 0, reasons: [] };
  const rows = [
    { kind: "count", missing: 8, ...row },
    { kind: "gap", missing: 2, ...row },
    { kind: "side", missing: 1, ...row },
    { kind: "area", missing: 3, ...row },
  ];
  expect(unmetSum(rows)).toBe(11);
});
