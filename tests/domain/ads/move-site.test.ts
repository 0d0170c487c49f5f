import { expect, test } from "vitest";
import { networkOf, surveyAds } from "../../../domain/ads/audit/audit.ts";
import { siteMover } from "../../../domain/ads/plan/move-site.ts";
import { planView } from "../../../domain/ads/plan/plan-view.ts";
import { plannedSurvey } from "../../../domain/ads/plan/planned-survey.ts";
import { faultsOf, planned, surveyed } from "../../support/ad-plans.ts";
import { seeded } from "../../support/random.ts";
import { randomAdCity } from "../../support/random-ad-city.ts";

test("where a site lands and what that breaks is what a survey of the changed city finds", () => {
  const seen = new Map<string, number>();
  for (let seed = 1; seed <= 40; seed++) {
    const city = randomAdCity(seed, { ads: 14, sites: 60, perKm: 2 + (seed % 3) });
    const network = networkOf(city);
    const survey = surveyAds(city, network);
    const plan = planned(survey, "cost");
    if (plan.value === null) continue;
    const move = siteMover(planView(survey, plan));
    const random = seeded(seed);
    const chosen = plan.actions.flatMap(({ kind, id }) => (kind === "new" ? [id] : []));
    const ids = [...chosen, ...city.candidates.slice(0, 6).map(({ id }) => id)];
    for (const id of ids) {
      const to = { x: -150 + random() * 900, y: -150 + random() * 900 };
      const moved = move(id, to) ?? expect.fail();
      const s = city.candidates.findIndex((site) => site.id === id);
      const site = { ...city.candidates[s]!, x: moved.x, y: moved.y, lock: null };
      const instance = { ...city, candidates: city.candidates.with(s, site) };
      const after = surveyAds(instance, network);
      const label = `seed ${seed} ${id}`;
      const [host] = after.sites[s]!.served;
      expect(moved.road, label).toBe(host ? network.roads[host.road]!.key : null);
      if (host) expect(moved).toMatchObject({ piece: host.piece, t: host.t, side: host.side });
      const codes = moved.faults.map(({ code }) => code);
      for (const code of codes) seen.set(code, (seen.get(code) ?? 0) + 1);
      const blocked = moved.faults.find(({ code }) => code === "blocked");
      expect(blocked?.code === "blocked" ? blocked.by : null, label).toBe(after.blocked[s]);
      const actions = [
        ...plan.actions.filter((action) => action.id !== id || action.kind !== "new"),
      ];
      const others = new Set(actions.map((action) => action.id));
      const near = faultsOf(after, plan, [...actions, { kind: "new", id }]).flatMap((fault) => {
        const [, a = "", b = ""] = /^(\S+) is too near (\S+)$/.exec(fault) ?? [];
        const other = a === id ? b : b === id ? a : "";
        return others.has(other) && other.startsWith("c") ? [other] : [];
      });
      const told = moved.faults.flatMap((fault) =>
        fault.code === "conflicts-with-chosen" ? fault.ids : [],
      );
      expect([...told].sort(), label).toEqual([...new Set(near)].sort());
      const [before, then] = [
        plannedSurvey(survey, plan.actions),
        plannedSurvey(after, plan.actions),
      ];
      const broken = moved.faults.flatMap((fault) => (fault.code === "breaks" ? [fault.row] : []));
      network.roads.forEach(({ key }, r) => {
        const isBroken = (kind: string) => {
          return broken.some((row) => row.kind === kind && row.of === key);
        };
        const [was, is] = [before.roads[r]!, then.roads[r]!];
        expect(isBroken("count"), label).toBe(is.shortage > was.shortage);
        if (isBroken("side")) expect(is.sideShort, label).not.toBe(was.sideShort);
        if (is.sideShort > was.sideShort) expect(isBroken("side"), label).toBe(true);
        if (was.gapOk) expect(isBroken("gap"), label).toBe(!is.gapOk);
        const gap = broken.find((row) => row.kind === "gap" && row.of === key);
        if (gap) expect(gap.haveMoved).toBeCloseTo(is.longestGap, 6);
      });
      expect(moved.stillServes).toBe(!codes.includes("serves-no-longer"));
    }
  }
  const all = ["blocked", "breaks", "conflicts-with-chosen", "serves-no-longer"];
  expect([...seen.keys()].sort()).toEqual(all);
  for (const count of seen.values()) expect(count).toBeGreaterThan(5);
});

test("a site keeps its side and its distance, wherever along its road it is dragged", () => {
  const random = seeded(9);
  const { rules } = randomAdCity(1, { ads: 0, sites: 0 });
  const bare = { ...rules.groups.main!, maxGap: null, perSideShare: null };
  const main = { ...bare, serveDist: 20, dualWidth: 60 };
  const line = (id: string, y: number, isBack: boolean) => {
    const coords: [number, number][] = [
      [0, y],
      [400, y],
      [900, y + 40],
    ];
    return { id, name: "长路", class: "primary", coords: isBack ? coords.reverse() : coords };
  };
  const off = [12, -8, 52, 20, 31];
  const candidates = off.map((y, i) => ({ id: `c${i}`, x: 60, y, cost: 1 }));
  const survey = surveyed({
    ...randomAdCity(1, { ads: 0, sites: 0 }),
    segments: [line("s1", 0, false), line("s2", 40, true)],
    candidates,
    areas: [],
    forbidden: [],
    rules: { ...rules, groups: { main, lane: main }, junctionClear: 0 },
  });
  expect(survey.network.roads.length).toBe(1);
  const move = siteMover(planView(survey, { objective: "count", actions: [] }));
  candidates.forEach(({ id, x, y }, s) => {
    const { side, distanceM } = survey.sites[s]!.served[0]!;
    expect(side).toBe([0, -1, 1, 0, 0][s]);
    expect(move(id, { x, y })).toMatchObject({ x, y, side });
    for (let n = 0; n < 30; n++) {
      const at = 20 + random() * 350;
      const moved = move(id, { x: at, y: (random() - 0.5) * 300 }) ?? expect.fail();
      expect(moved.x).toBeCloseTo(at, 6);
      expect(moved).toMatchObject({ road: "长路", side, stillServes: true, faults: [] });
      const lineY = side === 1 ? 40 : 0;
      if (side !== 0) expect(Math.abs(moved.y - lineY)).toBeCloseTo(distanceM, 6);
      else expect(moved.y).toBeCloseTo(y, 6);
      expect(move(id, moved)).toMatchObject({ x: moved.x, y: moved.y });
    }
  });
});

test("a site that there is not cannot be moved, and one by no road goes where it is put", () => {
  const city = randomAdCity(2, { ads: 4, sites: 10 });
  const survey = surveyed({
    ...city,
    candidates: [...city.candidates, { id: "far", x: 9000, y: 9000, cost: 1 }],
  });
  const move = siteMover(planView(survey, { objective: "cost", actions: [] }));
  expect(move("nowhere", { x: 0, y: 0 })).toBeNull();
  expect(move("far", { x: 8000, y: 8500 })).toMatchObject({ x: 8000, y: 8500, road: null });
});
