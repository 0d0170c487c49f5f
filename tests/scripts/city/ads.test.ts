import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

function city(...args: string[]) {
  const words = ["scripts/city.ts", ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: "utf8" });
  return { status, stdout, stderr };
}

const BLOCKS = "tests/fixtures/ads/12-city-blocks.json";

test("ads-audit prints the keys of the reference", () => {
  const { status, stdout } = city("ads-audit", BLOCKS, "--json");
  const report = JSON.parse(stdout);
  expect(status).toBe(0);
  const keys = ["areas", "blocked", "roads", "spacingPairs", "totals", "unserved"];
  expect(Object.keys(report).sort()).toEqual(keys);
  expect(report.roads[0]).toMatchObject({ key: "横1路", length: 780, required: 7, count: 3 });
});

test("ads-plan prints a plan with its proof, by each objective", () => {
  const value = (objective: string) => {
    const { stdout } = city("ads-plan", BLOCKS, "--objective", objective, "--json");
    return JSON.parse(stdout);
  };
  expect(value("count")).toMatchObject({ status: "optimal", value: 20, bound: 20, gap: 0 });
  expect(value("cost")).toMatchObject({ status: "optimal", value: 7650, cost: 7650 });
  expect(value("budget")).toMatchObject({ status: "optimal", value: 62 });
  const { stdout } = city("ads-plan", "tests/fixtures/ads/06-infeasible-spacing.json", "--json");
  expect(JSON.parse(stdout)).toMatchObject({
    status: "infeasible",
    minUnmet: 1,
    short: [{ kind: "count", of: "窄桥路", missing: 1 }],
  });
});

test("the demo pack is audited, in a line a group", () => {
  const { status, stdout, stderr } = city("ads-audit", "demo");
  expect(status).toBe(0);
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^arterial: \d+ 条道路.*缺口 \d+/m);
});

test("what is no city, no instance or no objective is refused without a stack trace", () => {
  for (const args of [
    ["ads-audit", "no/such/pack"],
    ["ads-audit", "package.json", "--json"],
    ["ads-plan", BLOCKS, "--objective", "beauty"],
    ["ads-plan", "tests/fixtures/ads/01-straight.json", "--objective", "budget"],
  ]) {
    const { status, stderr } = city(...args);
    expect(status, args.join(" ")).toBe(2);
    expect(stderr).not.toMatch(/\bat .*\.ts:\d/);
  }
});
