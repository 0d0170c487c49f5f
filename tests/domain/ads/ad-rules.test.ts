import { expect, test } from "vitest";
import { AdRules } from "../../../domain/ads/ad-rules.ts";

const base = {
  classes: { primary: "main" },
  groups: { main: { perKm: 4, serveDist: 20 } },
};

/** Where a set of rules is refused, as a path. */
function refusedAt(more: object): string[] {
  const read = AdRules.safeParse({ ...base, ...more });
  return read.success ? [] : read.error.issues.map(({ path }) => path.join("/"));
}

test("rules of one group are sound, and so is each kind that is audited only", () => {
  expect(refusedAt({})).toEqual([]);
  const all = {
    windows: [{ id: "w", groups: ["main"], lengthM: 500, min: 5 }],
    placeReachM: 30,
    placeThemes: { market: { values: 2 } },
    placeSpacingM: { market: 10 },
    hoardingMinShare: { "*": 0.3 },
    screenMinShare: { mall: 0.3 },
    forms: { notCounted: ["banner"] },
    themes: { minCount: { values: 30 } },
    provenance: { "windows.w.min": { source: "某办法", issuedOn: "2016" } },
  };
  expect(refusedAt(all)).toEqual([]);
});

test.each([
  ["a class of no group", { classes: { primary: "none" } }, "classes/primary"],
  [
    "a window for no group",
    { windows: [{ id: "w", groups: ["lane"], lengthM: 5, min: 1 }] },
    "windows/0/groups",
  ],
  ["a window that asks nothing", { windows: [{ id: "w", lengthM: 5 }] }, "windows/0"],
  ["a window without length", { windows: [{ id: "w", lengthM: 0, min: 1 }] }, "windows/0/lengthM"],
  [
    "two windows of one id",
    { windows: [1, 2].map((min) => ({ id: "w", lengthM: 5, min })) },
    "windows/1/id",
  ],
  [
    "provenance of no rule",
    { provenance: { "groups.lane.perKm": {} } },
    "provenance/groups.lane.perKm",
  ],
  [
    "provenance by inherited names",
    { provenance: { "groups.constructor": {} } },
    "provenance/groups.constructor",
  ],
  ["a share of more than all", { screenMinShare: { mall: 1.2 } }, "screenMinShare/mall"],
  [
    "a date that is none",
    { provenance: { classes: { issuedOn: "去年" } } },
    "provenance/classes/issuedOn",
  ],
])("%s is refused where it stands", (_, more, path) => {
  expect(refusedAt(more)).toEqual([path]);
});
