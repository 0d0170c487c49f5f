import { expect, test } from "vitest";
import { soakPlan } from "../../../scripts/soak/soak-plan.ts";
import { type SoakFacts, verdictOf } from "../../../scripts/soak/verdict.ts";

const day = soakPlan(24, 60);
const sample = {
  dataMb: 100,
  codeMb: 50,
  listeners: 200,
  nodes: 900,
  webgl: { Texture: 40, Buffer: 60 },
};
const facts: SoakFacts = {
  samples: [sample, sample],
  scenes: 400,
  outages: day.acts
    .filter(({ act }) => act !== "look")
    .map(({ act }) => ({ act, recoveredMs: 1000, mostMs: 5000 })),
  days: 2,
  events: 900,
  figures: { wall: [12, 3], api: [12, 3] },
  errors: [],
  loads: 0,
};
const bad = (given: Partial<SoakFacts>) =>
  verdictOf(day, { ...facts, ...given })
    .checks.filter(({ isGood }) => !isGood)
    .map(({ name }) => name);

test("a day is what is asked of a wall", () => {
  const times = (wanted: string) => day.acts.filter(({ act }) => act === wanted).length;
  expect(day.durationMs).toBe(24 * 60_000);
  expect(times("lose-context")).toBe(10);
  expect(times("restart") + times("kill")).toBe(3);
  expect([times("end-session"), times("go-offline")]).toEqual([1, 1]);
  expect(day.scenesLeast).toBeGreaterThanOrEqual(300);
  expect(day.firstLookMs).toBeGreaterThanOrEqual(60_000);
});

test("acts come in order, after the first look and before the end, in both forms", () => {
  for (const plan of [day, soakPlan(24, 720)]) {
    const times = plan.acts.map(({ atMs }) => atMs);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(plan.acts[0]?.act).toBe("look");
    expect(times.at(-1)).toBeLessThan(plan.durationMs);
  }
});

test("a wall that kept everything passes, and each fault is found", () => {
  expect(bad({})).toEqual([]);
  const fat = { ...sample, dataMb: 111 };
  expect(bad({ samples: [sample, fat] })).toEqual(["heap after GC, MB"]);
  expect(bad({ samples: [sample, { ...sample, listeners: 211 }] })).toEqual(["listeners"]);
  const webgl = { Texture: 46, Buffer: 60 };
  expect(bad({ samples: [sample, { ...sample, webgl }] })).toEqual(["WebGL objects"]);
  expect(bad({ samples: [] })).toEqual(["samples"]);
  expect(bad({ scenes: 299 })).toEqual(["scenes"]);
  expect(bad({ outages: [{ act: "kill", recoveredMs: null, mostMs: 1 }] })).toEqual(["kill"]);
  expect(bad({ outages: [{ act: "restart", recoveredMs: 6, mostMs: 5 }] })).toEqual(["restart"]);
  expect(bad({ figures: { wall: [12, 3], api: [12, 4] } })).toEqual(["figures"]);
  expect(bad({ figures: { wall: [], api: [] } })).toEqual(["figures"]);
  expect(bad({ errors: ["x"], loads: 1, days: 1 })).toEqual(["days", "errors", "loaded anew"]);
});
