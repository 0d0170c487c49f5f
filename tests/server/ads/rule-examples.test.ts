import { expect, test } from "vitest";
import { networkOf, surveyAds } from "../../../domain/ads/audit/audit.ts";
import { auditReport } from "../../../domain/ads/audit/audit-report.ts";
import { extraRuleFindings } from "../../../domain/ads/audit/extra-rules.ts";
import { packInstance } from "../../../domain/ads/pack-instance.ts";
import { planarInstance } from "../../../domain/ads/planar-instance.ts";
import { valueAt } from "../../../domain/ads/rule-provenance.ts";
import { readRuleExamples } from "../../../server/ads/rule-examples.ts";
import { readAds } from "../../../server/packs/read-ads.ts";
import { readPack } from "../../../server/packs/read-pack.ts";

const examples = await readRuleExamples();
const { value: pack } = await readPack("data/packs/demo");
const { value: ads } = await readAds(pack);

test("the rules of four cities come with the software", () => {
  expect(examples.map(({ id }) => id)).toEqual(["civility-index", "nanning", "tianmen", "zhuxi"]);
});

/** Path of every number; `gapTol` and the like have defaults that no city writes. */
function numberPaths(value: unknown, path: string[] = []): string[] {
  if (typeof value === "number") return [path.join(".")];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => {
    const id = Array.isArray(value) ? (each as { id?: string }).id : key;
    return numberPaths(each, [...path, id ?? key]);
  });
}
const DEFAULTS: Readonly<Record<string, number>> = {
  minSpacing: 0,
  minLength: 0,
  minCount: 0,
  dualWidth: 0,
  min: 0,
  maxFacingDeg: 180,
  areaSpacing: 0,
  junctionClear: 0,
  gapTol: 50,
};

test.each(examples)("every number of $id has a source or is marked as assumed", (example) => {
  const { rules } = example;
  const { provenance, ...given } = rules;
  for (const path of numberPaths(given)) {
    const last = path.split(".").at(-1) ?? "";
    if (valueAt(rules, path) === DEFAULTS[last]) continue;
    const steps = path.split(".");
    const told = steps
      .map((_, n) => provenance?.[steps.slice(0, n + 1).join(".")])
      .findLast((each) => each !== undefined);
    expect(told?.source ?? told?.assumed ?? told?.note, path).toBeTruthy();
  }
  for (const told of Object.values(provenance ?? {})) {
    if (told.source) expect(told.address && told.mark).toBeTruthy();
  }
});

/** Audits the demo city by an example. */
function audited(id: string) {
  const { rules } = examples.find((each) => each.id === id)!;
  const instance = planarInstance(packInstance(pack, ads, rules));
  const survey = surveyAds(instance, networkOf(instance));
  const { findings, sums } = extraRuleFindings(survey);
  return { report: auditReport(survey), findings, sums: sums.filter(({ rule }) => rule !== "own") };
}

test("by the rules of Zhuxi main streets of the demo city stay empty too long, and lack themes", () => {
  const { report, sums } = audited("zhuxi");
  expect(report.roads.length).toBeGreaterThan(50);
  expect(report.roads.filter(({ gapOk }) => !gapOk).length).toBeGreaterThan(10);
  expect(sums).toHaveLength(6);
  for (const { checked, broken } of sums) {
    expect(checked).toBeGreaterThan(30);
    expect(broken).toBeGreaterThan(10);
  }
});

test("by the index of civility main streets need 5 on 500 m, and bus stops 2 with the values", () => {
  const { report, sums, findings } = audited("civility-index");
  expect(report.totals.required).toBeGreaterThan(100);
  expect(sums.map(({ rule }) => rule)).toEqual([
    "windows.per-500m.min",
    "places.bus-stop",
    "placeThemes.bus-stop.values",
  ]);
  expect(findings.filter(({ rule }) => rule === "places.bus-stop")).toHaveLength(110);
});

test("by the rules of Nanning markets and hoardings are audited, and no road is asked anything", () => {
  const { report, sums } = audited("nanning");
  expect(report.roads).toEqual([]);
  const byRule = Object.fromEntries(sums.map((sum) => [sum.rule, sum]));
  expect(byRule["places.market"]).toMatchObject({ checked: 35, skipped: 0 });
  expect(byRule["hoardingMinShare.*"]?.checked).toBe(36);
  expect(byRule["hoardingMinShare.*"]?.broken).toBeGreaterThan(6);
});

test("by the rule of Tianmen every screen gives 30 % of its loop", () => {
  const { sums } = audited("tianmen");
  const screens = sums.find(({ kind }) => kind === "screen-share");
  expect(screens).toMatchObject({ rule: "screenMinShare.*", checked: 30 });
  expect(screens?.broken).toBeGreaterThan(5);
});
