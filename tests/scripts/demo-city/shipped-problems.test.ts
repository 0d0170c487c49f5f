import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { categoryTree } from "../../../domain/category.ts";
import { PackManifest } from "../../../domain/city-pack.ts";
import { defaultCategories } from "../../../domain/default-categories.ts";
import {
  defaultSources,
  droppedStates,
  ProblemProperties,
  problemStates,
} from "../../../domain/problem.ts";
import { onPlane } from "../../../scripts/demo-city/files/geo-json.ts";
import { contains } from "../../../scripts/demo-city/geometry/polygon.ts";
import {
  onGround,
  type ProblemFeature,
  packFolder,
  partsOf,
  readFeatures,
  readProblems,
  readText,
} from "./shipped-pack.ts";

const END = Date.parse("2026-11-21T10:42:00+08:00");
const START = Date.parse("2025-09-21T00:00:00+08:00");
const isDropped = ({ properties }: ProblemFeature) =>
  (droppedStates as readonly string[]).includes(properties.status!);
const at = (text: string) => Date.parse(text);

let problems: ProblemFeature[] = [];
beforeAll(() => {
  problems = readProblems();
});

describe("the problems of the demo city", () => {
  test("are about forty thousand, each as the schema has it, with known category and source", () => {
    expect(problems.length).toBeGreaterThan(37_000);
    expect(problems.length).toBeLessThan(43_000);
    const tree = categoryTree(defaultCategories);
    const sources = new Set<string>(defaultSources.map(({ code }) => code));
    for (const { properties } of problems) {
      const parsed = ProblemProperties.parse(properties);
      expect(tree.has(parsed.category)).toBe(true);
      expect(sources.has(parsed.source)).toBe(true);
      expect(problemStates).toContain(parsed.status);
      expect(parsed.address).toBeTruthy();
      if (parsed.category.startsWith("P")) expect(parsed.assetId).toBeTruthy();
    }
    expect(new Set(problems.map(({ properties }) => properties.id)).size).toBe(problems.length);
  });

  test("come in order of time, from the first day to the last minute, with +08:00", () => {
    let before = START;
    for (const { properties } of problems) {
      expect(properties.reportedAt).toMatch(/\+08:00$/);
      const reportedAt = at(properties.reportedAt);
      expect(reportedAt).toBeGreaterThanOrEqual(before);
      before = reportedAt;
      for (const closing of properties.closings ?? [{ closedAt: properties.closedAt }]) {
        if (!closing.closedAt) continue;
        expect(at(closing.closedAt)).toBeGreaterThan(reportedAt);
        expect(at(closing.closedAt)).toBeLessThanOrEqual(END);
      }
    }
    expect(before).toBeLessThanOrEqual(END);
    expect(END - before).toBeLessThan(3_600_000);
  });

  test("lie inside the city limit, but for those without a position", () => {
    const rings = readFeatures("zones.geojson")
      .filter(({ properties }) => properties!.level === "zone")
      .map((zone) => onGround(partsOf(zone)[0]!.slice(0, -1)));
    const outside = problems.filter(({ geometry }) => {
      if (geometry?.type !== "Point") return false;
      const p = onPlane(geometry.coordinates);
      return !rings.some((ring) => contains(ring, p));
    });
    expect(outside).toEqual([]);
    expect(problems.filter(({ geometry }) => geometry === null)).toHaveLength(150);
  });

  test("leave 1,150–1,450 open at the end, 8–12 % of them overdue, and about 1 % hard deductions", () => {
    const live = problems.filter((problem) => !isDropped(problem));
    const open = live.filter(({ properties }) => !properties.closedAt);
    const overdue = open.filter(
      ({ properties: { dueAt, isHardDeduction } }) => dueAt && at(dueAt) < END && !isHardDeduction,
    );
    expect(open.length).toBeGreaterThan(1150);
    expect(open.length).toBeLessThan(1450);
    expect(overdue.length / open.length).toBeGreaterThan(0.08);
    expect(overdue.length / open.length).toBeLessThan(0.12);
    const hard = live.filter(({ properties }) => properties.isHardDeduction).length;
    expect(hard / live.length).toBeGreaterThan(0.007);
    expect(hard / live.length).toBeLessThan(0.013);
    expect(problems.length - live.length).toBe(60);
    for (const { properties } of live) {
      if (!properties.closedAt) expect(properties.status).not.toBe("closed");
    }
  });

  test("put 40 reports with 20 addresses on one coordinate, and no other coordinate is shared so", () => {
    const stacks = Map.groupBy(
      problems.filter(({ geometry }) => geometry !== null),
      ({ geometry }) => (geometry.type === "Point" ? geometry.coordinates.join() : ""),
    );
    const shared = [...stacks.values()].filter(
      (group) => new Set(group.map(({ properties }) => properties.address)).size >= 15,
    );
    expect(shared).toHaveLength(1);
    expect(shared[0]).toHaveLength(40);
    expect(new Set(shared[0]!.map(({ properties }) => properties.address)).size).toBe(20);
  });

  test("were reopened now and then, and their closings say so", () => {
    const reopened = problems.filter(({ properties }) => properties.closings);
    expect(reopened.length).toBeGreaterThan(200);
    for (const { properties } of reopened) {
      const [first] = properties.closings!;
      expect(at(first!.reopenedAt!)).toBeGreaterThan(at(first!.closedAt));
    }
  });

  test("are worst where the city is worst: one zone in three has half of what is overdue", () => {
    const zones = readFeatures("zones.geojson").filter(
      ({ properties }) => properties!.level === "zone",
    );
    const rings = zones.map((zone) => onGround(partsOf(zone)[0]!.slice(0, -1)));
    const counts = rings.map(() => 0);
    for (const { geometry, properties } of problems) {
      const isOverdue = !properties.closedAt && properties.dueAt && at(properties.dueAt) < END;
      if (!isOverdue || geometry?.type !== "Point") continue;
      const p = onPlane(geometry.coordinates);
      counts[rings.findIndex((ring) => contains(ring, p))]! += 1;
    }
    const sorted = [...counts].sort((a, b) => b - a);
    const total = counts.reduce((a, b) => a + b, 0);
    expect(sorted.slice(0, 4).reduce((a, b) => a + b, 0) / total).toBeGreaterThan(0.5);
    expect(sorted.at(-1)! / total).toBeLessThan(0.03);
  });

  test("refer to pictures that are there, small, and used many times", () => {
    const used = new Map<string, number>();
    for (const { properties } of problems) {
      for (const { file } of properties.photos ?? []) used.set(file, (used.get(file) ?? 0) + 1);
    }
    for (const file of used.keys())
      expect(existsSync(join(packFolder, "photos", file)), file).toBe(true);
    const sizes = readdirSync(join(packFolder, "photos")).map(
      (file) => statSync(join(packFolder, "photos", file)).size,
    );
    expect(Math.max(...sizes)).toBeLessThan(8 * 1024);
    expect(sizes.reduce((a, b) => a + b, 0)).toBeLessThan(2 * 1024 * 1024);
    expect(sizes.length).toBeGreaterThan(200);
    expect(Math.max(...used.values())).toBeGreaterThan(20);
  });

  test("belong to a pack whose manifest is valid and says that it is a demo", () => {
    const manifest = PackManifest.parse(JSON.parse(readText("pack.json")));
    expect(manifest).toMatchObject({ id: "demo", name: "云泽市", isDemo: true });
    expect(manifest.settings.recurrence.planeOrigin).toEqual([114.3, 30.6]);
    expect(manifest.settings.recurrence.historyStart).toBe("2025-09-21");
  });
});
