import { expect, test } from "vitest";
import { readNumber } from "../../../../client/features/ads/rules/number-input.tsx";
import {
  ruleChanges,
  rulePaths,
  stalePaths,
  statusChanges,
} from "../../../../client/features/ads/rules/rule-changes.ts";
import {
  blankRules,
  checkedSet,
  type DraftRules,
  furtherDemands,
  nextVersion,
  placeKindsOf,
  rulesOf,
  windowId,
  withEntry,
  withGroup,
  withoutGroup,
} from "../../../../client/features/ads/rules/rule-draft.ts";
import { AdRuleSet } from "../../../../domain/ads/ad-rules.ts";

const set = AdRuleSet.parse({
  version: "v3",
  issuedOn: "2026-09-01",
  source: "创建办",
  classes: { primary: "main", lane: "lane" },
  groups: { main: { perKm: 8, serveDist: 25 }, lane: { perKm: 2, serveDist: 10 } },
  windows: [
    { id: "both", groups: ["main", "lane"], lengthM: 500, min: 5 },
    { id: "lanes", groups: ["lane"], lengthM: 300, min: 1 },
  ],
  places: { market: 5 },
  placeThemes: { market: { values: 2 }, park: { health: 1 } },
  hoardingMinShare: { "*": 0.3 },
  themes: { minShare: { values: 0.3 } },
  provenance: { "groups.lane.perKm": { source: "某通知" }, "windows.lanes": { source: "某通知" } },
});
const stamp = { version: set.version, issuedOn: set.issuedOn, source: set.source };
const rules: DraftRules = rulesOf(set);

test("a set is its rules and its stamp, and comes back whole", () => {
  expect("version" in rules).toBe(false);
  expect(checkedSet(rules, stamp)).toEqual({ set });
  expect(ruleChanges(rules, rulesOf(set))).toEqual([]);
});

test("one number changed is one change, named by its path", () => {
  const changed = withGroup(rules, "main", { perKm: 9 });
  expect(ruleChanges(rules, changed)).toEqual([{ path: "groups.main.perKm", from: "8", to: "9" }]);
  expect(rules.groups.main?.perKm).toBe(8);
});

test("what is added and what is gone are changes from and to nothing", () => {
  const changed: DraftRules = {
    ...rules,
    places: withEntry(rules.places, "market", null),
    screenMinShare: withEntry(rules.screenMinShare, "*", 0.3),
  };
  expect(changed.places).toBeNull();
  expect(ruleChanges(rules, changed)).toEqual([
    { path: "screenMinShare.*", from: undefined, to: "0.3" },
    { path: "places.market", from: "5", to: undefined },
  ]);
});

test("a group that is taken away takes its classes, windows of its own and sources with it", () => {
  const without = withoutGroup(rules, "lane");
  expect(without.classes).toEqual({ primary: "main" });
  expect(without.windows).toMatchObject([{ id: "both", groups: ["main"] }]);
  expect(without.provenance).toBeUndefined();
  expect("set" in checkedSet(without, stamp)).toBe(true);
});

test("lists without names of their own are one change", () => {
  const absorbAuxiliary = [{ from: "lane", into: "main", withinM: 30 }];
  const changed = { ...rules, absorbAuxiliary };
  expect(ruleChanges(rules, changed)).toEqual([
    { path: "absorbAuxiliary", from: undefined, to: "lane main 30" },
  ]);
  expect(withoutGroup(changed, "lane").absorbAuxiliary).toEqual([]);
});

test("a road that is short of another number keeps its status", () => {
  const road = {
    name: null,
    required: [1, 2] as [number, number],
    shortage: [1, 2] as [number, number],
  };
  const kept = { ...road, key: "a", from: "short" as const, to: "short" as const };
  const moved = { ...road, key: "b", from: null, to: "met" as const };
  expect(statusChanges([moved, kept])).toEqual([[kept], [moved]]);
});

test("a window that asks for nothing is a defect, told by where it stands", () => {
  const windows = rules.windows?.map((window) => ({ ...window, min: 0 })) ?? [];
  expect(checkedSet({ ...rules, windows }, stamp)).toEqual({ defects: ["windows.0", "windows.1"] });
  expect(checkedSet(rules, { ...stamp, issuedOn: "昨天" })).toEqual({ defects: ["issuedOn"] });
});

test("a number that changed under its source is told, one whose source was renewed is not", () => {
  const changed = withGroup(rules, "lane", { perKm: 3 });
  expect(stalePaths(rules, changed)).toEqual(["groups.lane.perKm"]);
  const provenance = { ...changed.provenance, "groups.lane.perKm": { source: "新通知" } };
  expect(stalePaths(rules, { ...changed, provenance })).toEqual([]);
});

test("every number of the rules can have a source", () => {
  const paths = rulePaths(rules);
  expect(paths).toContain("windows.both.min");
  expect(paths).toContain("placeThemes.park.health");
  expect(paths.filter((path) => path.startsWith("provenance"))).toEqual([]);
  for (const path of paths) {
    const checked = checkedSet({ ...rules, provenance: { [path]: { note: "x" } } }, stamp);
    expect("set" in checked, path).toBe(true);
  }
});

test("versions count on from the number at their end, past those that are taken", () => {
  expect(nextVersion("v3", [])).toBe("v4");
  expect(nextVersion("v3", ["v4", "v5"])).toBe("v6");
  expect(nextVersion("2026-09", [])).toBe("2026-10");
  expect(nextVersion("试行", [])).toBe("试行-2");
  expect(nextVersion("试行", ["试行-2"])).toBe("试行-3");
});

test("windows get ids of their own", () => {
  const id = windowId(rules, 500);
  expect(id).toBe("per-500m");
  expect(windowId({ ...rules, windows: [{ id, lengthM: 500, min: 1 }] }, 500)).toBe("per-500m-2");
});

test("demands beside roads are counted, places of every kind of demand found", () => {
  expect(furtherDemands(rules)).toBe(7);
  expect(furtherDemands(blankRules)).toBe(0);
  expect(placeKindsOf(rules)).toEqual(["market", "park"]);
});

test.each([
  ["8", {}, 8],
  ["８．５", {}, 8.5],
  [" 12 ", {}, 12],
  ["", {}, undefined],
  ["-1", {}, undefined],
  ["1e3", {}, undefined],
  ["八", {}, undefined],
  ["2.5", { isWhole: true }, undefined],
  ["101", { max: 100 }, undefined],
  ["0", { min: 1 }, undefined],
])("%s is read as it should be", (typed, limits, value) => {
  expect(readNumber(typed, limits, false)).toBe(value);
});

test("an empty field is nothing where nothing may be asked", () => {
  expect(readNumber("  ", {}, true)).toBeNull();
});
