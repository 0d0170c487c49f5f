import { expect, test } from "vitest";
import { AdInstance } from "../../../domain/ads/ad-instance.ts";
import { ownersNearEdits } from "../../../domain/ads/plan/near-edits.ts";
import { editsBetween } from "../../../domain/ads/plan/plan-edits.ts";
import { planView } from "../../../domain/ads/plan/plan-view.ts";
import { surveyed } from "../../support/ad-plans.ts";
import { randomAdCity } from "../../support/random-ad-city.ts";

type Site = AdInstance["candidates"][number];

test("near an edit is what shares a site with its roads, or has one in the way of theirs", () => {
  const names = ["甲", "乙", "丙", "丁"];
  // 甲 and 乙 lie so close that their sites are in each other's way; the others are far off.
  const segments = [0, 24, 400, 424].map((y, i) => {
    const coords: [number, number][] = [
      [0, y],
      [500, y],
    ];
    return { id: `s${i}`, name: `${names[i]}路`, class: "primary", coords };
  });
  const site = (id: string, x: number, y: number) => ({ id, x, y, cost: 1 });
  const main = { perKm: 2, serveDist: 10, minSpacing: 40 };
  const city = AdInstance.parse({
    crs: "local-m",
    segments,
    candidates: [site("a", 100, 5), site("b", 110, 19), site("c", 100, 405), site("d", 300, 419)],
    rules: { classes: { primary: "main" }, groups: { main } },
  });
  const survey = surveyed(city);
  const view = planView(survey, { objective: "count", actions: [] });
  const near = (id: string) => {
    const edits = [{ id, isTighter: true, isMoved: false }];
    return [...ownersNearEdits(view, city, edits)].map((owner) => names[owner]).join("");
  };
  expect([near("a"), near("c"), near("d")]).toEqual(["甲乙", "丙", "丁"]);
});

test("an edit adds a constraint when it locks what was free, and in no other case", () => {
  const city = randomAdCity(3, { ads: 2, sites: 6 });
  const candidates = city.candidates.map((site): Site => ({ ...site, lock: null }));
  const before = { ...city, candidates };
  const change = (to: Partial<Site>, from: AdInstance = before) =>
    editsBetween(from, {
      ...from,
      candidates: from.candidates.with(0, { ...from.candidates[0]!, ...to }),
    });
  expect(change({})).toEqual([]);
  expect(change({ lock: "in" })).toEqual([{ id: "c0", isTighter: true, isMoved: false }]);
  expect(change({ lock: "out" })).toEqual([{ id: "c0", isTighter: true, isMoved: false }]);
  expect(change({ x: 1 })).toEqual([{ id: "c0", isTighter: false, isMoved: true }]);
  expect(change({ x: 1, lock: "in" })).toEqual([{ id: "c0", isTighter: false, isMoved: true }]);
  expect(change({ cost: 1 })).toEqual([{ id: "c0", isTighter: false, isMoved: false }]);
  const locked = { ...before, candidates: candidates.with(0, { ...candidates[0]!, lock: "out" }) };
  expect(change({ lock: null }, locked)).toEqual([{ id: "c0", isTighter: false, isMoved: false }]);
  expect(change({ lock: "in" }, locked)).toEqual([{ id: "c0", isTighter: false, isMoved: false }]);
  const fewer = { ...before, candidates: candidates.slice(1) };
  expect(editsBetween(before, fewer)).toEqual([{ id: "c0", isTighter: false, isMoved: true }]);
});
