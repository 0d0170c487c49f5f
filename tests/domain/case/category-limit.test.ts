import { describe, expect, test } from "vitest";
import { categoryTree, limitOf, ProblemCategory } from "../../../domain/category.ts";

const days = (value: number) => ({ value, unit: "work-day" as const });
const tree = categoryTree(
  [
    { code: "E01", name: "市容环境", limit: days(2) },
    { code: "E0101", name: "私搭乱建", limit: days(15) },
    { code: "E0102", name: "暴露垃圾" },
    { code: "E0103", name: "渣土", dueHours: 12 },
    { code: "E010301", name: "建筑渣土" },
    { code: "E02", name: "宣传广告", dueHours: 24 },
    { code: "E0201", name: "小广告", limit: days(1) },
    { code: "E0202", name: "乱张贴" },
    { code: "E03", name: "施工管理" },
  ].map((category) => ProblemCategory.parse(category)),
);

describe("the limit of a category", () => {
  test.each([
    ["its own", "E0101", days(15)],
    ["of the nearest above", "E0102", days(2)],
    ["its own hours before the limit above", "E0103", { value: 12, unit: "urgent-hour" }],
    ["the nearest hours before a limit further up", "E010301", { value: 12, unit: "urgent-hour" }],
    ["its own before the hours above", "E0201", days(1)],
    ["hours from above, every hour counted", "E0202", { value: 24, unit: "urgent-hour" }],
    ["none", "E03", null],
  ])("%s", (_, code, limit) => {
    const category = tree.at(tree.ordinalOf(code) ?? -1);
    expect(limitOf(category)).toEqual(limit);
  });
});
