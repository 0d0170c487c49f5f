import { describe, expect, test } from "vitest";
import { categoryTree } from "../../../domain/category.ts";
import { defaultCategories } from "../../../domain/default-categories.ts";
import { dutyRoles, scopeTypes } from "../../../domain/duty.ts";
import { readFeatures, readTable } from "./shipped-pack.ts";

const duties = readTable("duties.csv");
const units = readTable("units.csv");
const areas = readFeatures("zones.geojson").map(({ properties }) => properties!);
const roads = readFeatures("roads.geojson").map(({ properties }) => properties!);
const reaches = readFeatures("rivers.geojson").map(({ properties }) => properties!);
const tree = categoryTree(defaultCategories);

const FIRST_DAY = "2025-09-21";
const LAST_DAY = "2026-11-21";

/** Whether the role is held for the scope on every day of the data. */
function isCovered(role: string, scopeId: string): boolean {
  const own = duties
    .filter((duty) => duty.role === role && duty.scopeId === scopeId && !duty.also)
    .sort((a, b) => (a.from! < b.from! ? -1 : 1));
  let reached = FIRST_DAY;
  for (const { from, to } of own) {
    if (from! > reached) return false;
    const end = to || "9999-12-31";
    if (end > reached) reached = end;
  }
  return reached > LAST_DAY;
}

describe("the duties of the demo city", () => {
  test("name roles, scopes and units that exist", () => {
    const unitIds = new Set(units.map(({ id }) => id));
    const scopes: Record<string, Set<string>> = {
      zone: new Set(areas.map(({ id }) => id)),
      section: new Set(roads.map(({ id }) => id)),
      river: new Set(reaches.map(({ id }) => id)),
      category: new Set(tree.list.map(({ code }) => code)),
      city: new Set(),
    };
    for (const duty of duties) {
      expect(dutyRoles).toContain(duty.role);
      expect(scopeTypes).toContain(duty.scopeType);
      expect(scopes[duty.scopeType!]!.has(duty.scopeId!), duty.id).toBe(true);
      if (duty.unitId) expect(unitIds.has(duty.unitId), duty.id).toBe(true);
      expect(duty.person || duty.unitId, duty.id).toBeTruthy();
      if (duty.also) expect(scopes.zone!.has(duty.also.replace("zone:", "")), duty.id).toBe(true);
    }
    for (const { parentId } of units) if (parentId) expect(unitIds.has(parentId)).toBe(true);
    expect(duties.filter(({ also }) => also).length).toBeGreaterThan(2);
  });

  test("leave no zone, community, reach or greater section without somebody on any day", () => {
    for (const { id, level } of areas) {
      if (level === "zone") {
        expect(isCovered("zone-lead", id), id).toBe(true);
        expect(isCovered("implementing-unit", id), id).toBe(true);
      }
      if (level === "community") {
        expect(isCovered("grid-worker", id), id).toBe(true);
        expect(isCovered("partner-unit", id), id).toBe(true);
      }
    }
    for (const { id } of reaches) expect(isCovered("river-chief", id), id).toBe(true);
    for (const { id, class: roadClass } of roads) {
      if (!["arterial", "secondary", "branch"].includes(roadClass)) continue;
      expect(isCovered("section-chief", id), id).toBe(true);
    }
  });

  test("give most named lanes a chief, but not all", () => {
    const lanes = roads.filter(({ class: roadClass, name }) => roadClass === "lane" && name);
    const held = lanes.filter(({ id }) => isCovered("section-chief", id)).length;
    expect(held / lanes.length).toBeGreaterThan(0.75);
    expect(held / lanes.length).toBeLessThan(0.95);
  });

  test("divide the whole category tree between ten lines, each code to one", () => {
    const lines = duties.filter(({ role }) => role === "sub-headquarters");
    expect(lines).toHaveLength(10);
    for (const { code } of tree.list) {
      if (code.length < 3) continue;
      expect(
        lines.filter(({ scopeId }) => code.startsWith(scopeId!)),
        code,
      ).toHaveLength(1);
    }
  });

  test("hand four zones over cleanly and give two zones two leads at once", () => {
    const leads = duties.filter(({ role }) => role === "zone-lead");
    const byZone = Map.groupBy(leads, ({ scopeId }) => scopeId!);
    const changed = [...byZone.values()].filter((rows) => rows.some(({ to }) => to));
    expect(changed).toHaveLength(4);
    for (const rows of changed) {
      for (const { to } of rows) if (to) expect(rows.some(({ from }) => from === to)).toBe(true);
    }
    const shared = [...byZone.values()].filter((rows) => rows.filter(({ to }) => !to).length === 2);
    expect(shared).toHaveLength(2);
    const today = leads.filter(({ to }) => !to).map(({ person }) => person!);
    for (let i = 1; i <= 12; i++) expect(today).toContain(`市领导 ${String(i).padStart(2, "0")}`);
  });

  test("use role names and telephone numbers from no real range", () => {
    for (const { person, phone } of duties) {
      if (person) expect(person).toMatch(/^\p{Script=Han}+ \d{2,3}$/u);
      if (phone) expect(phone).toMatch(/^000-0000-\d{4}$/);
    }
    expect(units.filter(({ kind }) => kind === "sub-headquarters")).toHaveLength(10);
    expect(units.filter(({ kind }) => kind === "implementing-body")).toHaveLength(4);
  });
});
