import { expect, test } from "vitest";
import {
  changeWords,
  codeOf,
  pathWords,
  percent,
  shareOf,
  valueWords,
} from "../../../../client/features/ads/rules/rule-words.ts";
import { adsRulesEn } from "../../../../client/text/ads-rules-en.ts";
import { adsRulesZhCn } from "../../../../client/text/ads-rules-zh-cn.ts";
import { readRuleExamples } from "../../../../server/ads/rule-examples.ts";

const text = adsRulesZhCn.adRules;

test.each([
  ["groups.arterial.perKm", "主干道 · 每公里"],
  ["groups.快速路.maxGap", "快速路 · 最大空档"],
  ["windows.per-500m.minByTheme.values", "滑动区间 · 每 500 m · 按主题 · 核心价值观"],
  ["windows.per-500m.groups", "滑动区间 · 每 500 m · 适用类别"],
  ["placeThemes.bus-stop.values", "场所主题 · 公交站点 · 核心价值观"],
  ["hoardingMinShare.*", "围挡份额 · 其余各类"],
  ["themes.minShare.honesty", "主题 · 份额 · 诚实守信"],
  ["placeReachM", "点位半径"],
])("%s reads %s", (path, words) => {
  expect(pathWords(path, text)).toBe(words);
});

test("values read as people write them", () => {
  expect(valueWords("themes.minShare.values", "0.29", text)).toBe("29 %");
  expect(valueWords("groups.main.rounding", "ceil", text)).toBe("进一");
  expect(valueWords("countStates", "ok、minor", text)).toBe("完好、轻微破损");
  expect(valueWords("places.market", undefined, text)).toBe("无");
  expect(valueWords("absorbAuxiliary", "lane arterial 30", text)).toBe("背街小巷 主干道 30");
  const change = { path: "classes.primary", from: "arterial", to: undefined };
  expect(changeWords(change, text)).toBe("道路归类 · 主干道：主干道 → 无");
});

test("shares and per cent lead to each other without noise", () => {
  for (let n = 0; n <= 1000; n++) expect(percent(shareOf(n / 10))).toBe(n / 10);
  expect(percent(0.29)).toBe(29);
});

test("a name is its code, anything else is its own; dots would cut paths", () => {
  expect(codeOf(text.themeNames, " 核心价值观 ")).toBe("values");
  expect(codeOf(text.themeNames, "双拥.模范")).toBe("双拥模范");
});

test("every path of every example has words in both languages", async () => {
  const examples = await readRuleExamples();
  const paths = examples.flatMap(({ rules }) => Object.keys(rules.provenance ?? {}));
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths) {
    expect(pathWords(path, text), path).not.toMatch(/[a-zA-Z]{4}/);
    expect(pathWords(path, adsRulesEn.adRules), path).not.toBe("");
  }
});
