import { describe, expect, test } from "vitest";
import { ProblemCount } from "../../../domain/contract/problems.ts";
import {
  DutyMatrixBody,
  HolderList,
  UnheldSections,
} from "../../../domain/contract/responsibility.ts";
import { ZoneList } from "../../../domain/contract/zones.ts";
import { type DutyRole, dutyRoles, holdsAt } from "../../../domain/duty.ts";
import type { ProblemFilter } from "../../../domain/problem-filter.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { aCity, aProblem, at, T0 } from "../../support/city-builder.ts";
import { filterQuery } from "../../support/filter-query.ts";
import { seeded } from "../../support/random.ts";
import { gridCity, randomProblems } from "../../support/random-city.ts";
import { randomFilter } from "../../support/random-filter.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";

const pack = gridCity();
const app = await testApp(pack, randomProblems(seeded(71), 1500));

async function matrixOf(query: string, on: TestApp = app) {
  return DutyMatrixBody.parse(await on.get(`/api/responsibility/matrix?${query}`));
}

async function countOf(query: URLSearchParams, on: TestApp = app) {
  const { total, byStatus } = ProblemCount.parse(await on.get(`/api/problems/count?${query}`));
  const zones = ZoneList.parse(await on.get(`/api/zones?${query}&level=zone`));
  const inZones = zones.features.reduce((sum, { properties }) => {
    return sum + properties.recurrenceCount;
  }, 0);
  return { total, open: byStatus.open, overdue: byStatus.overdue, inZones };
}

const reports = ({ total, open, overdue }: Awaited<ReturnType<typeof countOf>>) => ({
  total,
  open,
  overdue,
});

function withParameters(filter: ProblemFilter, parameters: Record<string, string>) {
  const query = filterQuery(filter);
  for (const [name, value] of Object.entries(parameters)) query.set(name, value);
  return query;
}

/** Hands the lines and blocks of a city over at random days, some of them to two units at once. */
function withRandomDuties(seed: number) {
  const random = seeded(seed);
  const city = gridCity();
  const units = ["SUB1", "SUB2", "SUB3", "B1", "B2", "B3"];
  const duties = city.duties.flatMap((duty) => {
    const isOfMatrix = duty.role === "sub-headquarters" || duty.role === "implementing-unit";
    if (!isOfMatrix) return [duty];
    const days = [random.below(300), random.below(300)].sort((a, b) => a - b);
    const [first = T0, second = T0] = days.map((day) => T0 + day * DAY_MS);
    const isShared = random() < 0.3;
    const held = (id: string, from: number, to: number | null) => ({
      ...duty,
      id: `${duty.id}${id}` as typeof duty.id,
      person: null,
      unitId: random.pick(units) as NonNullable<typeof duty.unitId>,
      from,
      to,
    });
    return [held("a", T0 - DAY_MS, isShared ? second : first), held("b", first, null)];
  });
  return { ...city, duties };
}

describe("the matrix of lines and blocks", () => {
  test("holds in every cell, row and column what the count says with that line and block, for random filters and handovers", async () => {
    for (let round = 0; round < 6; round++) {
      const random = seeded(80 + round);
      const city = round === 0 ? pack : withRandomDuties(90 + round);
      const on = round === 0 ? app : await testApp(city, randomProblems(random, 600));
      const filter =
        round === 1 ? { ...randomFilter(random, city), asOf: null } : randomFilter(random, city);
      const { lines, blocks, cells, total } = await matrixOf(`${filterQuery(filter)}`, on);
      const free = { ...filter, lines: null, blocks: null };
      for (const { line, block, total, open, overdue } of cells) {
        const found = await countOf(withParameters(free, { line, block }), on);
        expect({ total, open, overdue }, `${line} ${block} ${filterQuery(filter)}`).toEqual(
          reports(found),
        );
      }
      for (const { unitId, counts } of lines) {
        const { inZones, ...found } = await countOf(withParameters(free, { line: unitId }), on);
        expect(counts).toMatchObject(found);
        expect(counts.recurrences).toBeGreaterThanOrEqual(inZones);
      }
      for (const { unitId, counts } of blocks) {
        expect(counts).toMatchObject(
          reports(await countOf(withParameters(free, { block: unitId }), on)),
        );
      }
      expect(total).toMatchObject(reports(await countOf(filterQuery(free), on)));
    }
  });

  test("ends in a remainder, so that with no unit shared its cells add up to the total", async () => {
    const city = gridCity();
    const alone = city.duties.filter(
      ({ role, unitId }) => unitId !== "B3" && (role !== "sub-headquarters" || unitId !== "SUB3"),
    );
    const on = await testApp({ ...city, duties: alone }, randomProblems(seeded(72), 900));
    const { cells, lines, blocks, total, shared } = await matrixOf("", on);
    expect(lines.at(-1)).toMatchObject({ unitId: "none", name: null });
    expect(blocks.at(-1)).toMatchObject({ unitId: "none", name: null });
    const sum = cells.reduce((all, cell) => all + cell.total, 0);
    expect(total.total).toBeGreaterThan(700);
    expect(sum).toBe(total.total);
    expect(shared).toBe(0);
    expect(cells.filter((cell) => cell.total > 0).length).toBeGreaterThan(5);
  });

  test("counts what two units shared in the cell of either, and says how much that is", async () => {
    const { cells, blocks, total, shared } = await matrixOf("zone=Z11");
    const sum = cells.reduce((all, cell) => all + cell.total, 0);
    expect(shared).toBeGreaterThan(0);
    expect(sum).toBeGreaterThan(total.total);
    expect(sum - total.total).toBeGreaterThanOrEqual(shared);
    const ofBlocks = blocks.reduce((all, { counts }) => all + counts.total, 0);
    expect(ofBlocks).toBeGreaterThan(total.total);
  });

  test("sets its own line and block aside, names units and tells who left from who holds", async () => {
    const whole = await matrixOf("status=open");
    const narrowed = await matrixOf("status=open&line=SUB1&block=none");
    expect(narrowed).toEqual(whole);
    const sub1 = whole.lines.find(({ unitId }) => unitId === "SUB1");
    const sub2 = whole.lines.find(({ unitId }) => unitId === "SUB2");
    expect(sub1).toMatchObject({ name: "单位SUB1", holdsNow: false });
    expect(sub2).toMatchObject({ holdsNow: true });
    const early = await matrixOf(`asOf=${new Date(T0 + 20 * DAY_MS).toISOString()}`);
    expect(early.lines.map(({ unitId }) => unitId)).not.toContain("SUB2");
  });

  test("follows borders that were moved in mid history, and duties handed over while it runs", async () => {
    const city = aCity()
      .withZone("A", [0, 0, 5, 10])
      .withZone("B", [5, 0, 10, 10])
      .withDuty("implementing-unit", { type: "zone", id: "A" }, { unitId: "U1" })
      .withDuty("implementing-unit", { type: "zone", id: "B" }, { unitId: "U2" })
      .withDuty("sub-headquarters", { type: "category", id: "E01" }, { unitId: "U3" });
    // Every ten days one at 3.5 and one at 6: the border moves from 5 to 3 on the way.
    const problems = Array.from({ length: 40 }, (_, i) =>
      aProblem({ position: at(i % 2 === 0 ? 3.5 : 6, 5), reportedAt: T0 + i * 5 * DAY_MS }),
    );
    const on = await testApp(city.build(), problems);
    const totals = async () => {
      const { cells, blocks } = await matrixOf("", on);
      for (const { line, block, total } of cells) {
        const found = await countOf(new URLSearchParams({ line, block }), on);
        expect(total, `${line} ${block}`).toBe(found.total);
      }
      return Object.fromEntries(blocks.map(({ unitId, counts }) => [unitId, counts.total]));
    };
    expect(await totals()).toEqual({ U1: 20, U2: 20, none: 0 });
    const zone = (id: string, [w, e]: [number, number]) => ({
      id,
      name: id,
      level: "zone",
      parentId: null,
      geometry: {
        type: "Polygon",
        coordinates: [[at(w, 0), at(e, 0), at(e, 10), at(w, 10), at(w, 0)]],
      },
      from: [],
    });
    const change = {
      at: new Date(T0 + 100 * DAY_MS).toISOString(),
      kind: "edit",
      zones: [zone("A", [0, 3]), zone("B", [3, 10])],
      remove: [],
    };
    expect((await on.post("/api/zones/changes", change)).status).toBe(200);
    expect(await totals()).toEqual({ U1: 10, U2: 30, none: 0 });
    const duty = on.city.tables.registry.duties.find(({ unitId }) => unitId === "U2");
    const end = { at: new Date(T0 + 150 * DAY_MS).toISOString() };
    expect((await on.post(`/api/duties/${duty?.id}/end`, end)).status).toBe(200);
    expect(await totals()).toEqual({ U1: 10, U2: 20, none: 10 });
  });

  test("its recurrences add up to those of the count by zone where zones cover the ground", async () => {
    const { lines, total } = await matrixOf("zone=Z00,Z01,Z02,Z11");
    const { inZones } = await countOf(new URLSearchParams("zone=Z00,Z01,Z02,Z11"));
    expect(inZones).toBeGreaterThan(0);
    expect(total.recurrences).toBe(inZones);
    for (const { unitId, counts } of lines) {
      const found = await countOf(new URLSearchParams(`zone=Z00,Z01,Z02,Z11&line=${unitId}`));
      expect(counts.recurrences, unitId).toBe(found.inZones);
    }
  });
});

describe("holders of a role", () => {
  async function holdersOf(role: DutyRole, query: URLSearchParams | string = "") {
    return HolderList.parse(await app.get(`/api/responsibility/holders?${query}&role=${role}`));
  }

  test("each counts exactly what the list shows when it is filtered by them", async () => {
    const random = seeded(73);
    for (const role of dutyRoles) {
      const filter = randomFilter(random, pack);
      const { holders } = await holdersOf(role, filterQuery(filter));
      for (const { person, unitId, total, open, overdue } of holders) {
        const by = person === null ? { unit: unitId ?? "" } : { person };
        const found = await countOf(withParameters(filter, by));
        expect({ total, open, overdue }, `${role} ${person ?? unitId}`).toEqual(reports(found));
      }
    }
  });

  test("are those in office on that day, most open first, with the number of their duties", async () => {
    for (const t of [T0 + 50 * DAY_MS, TODAY]) {
      const { holders } = await holdersOf("zone-lead", `asOf=${new Date(t).toISOString()}`);
      const held = pack.duties.filter((duty) => duty.role === "zone-lead" && holdsAt(duty, t));
      expect(new Set(holders.map(({ person }) => person))).toEqual(
        new Set(held.map(({ person }) => person)),
      );
      for (const { person, scopes } of holders) {
        expect(scopes).toBe(held.filter((duty) => duty.person === person).length);
      }
      const open = holders.map((holder) => holder.open);
      expect(open).toEqual([...open].sort((a, b) => b - a));
      expect(open[0]).toBeGreaterThan(0);
    }
  });

  test("carry the returns of their days", async () => {
    const { holders } = await holdersOf("zone-lead", "zone=Z00,Z11,Z22,Z33");
    let sum = 0;
    for (const { person, recurrences } of holders) {
      const query = new URLSearchParams(`zone=Z00,Z11,Z22,Z33&person=${person}`);
      expect(recurrences).toBe((await countOf(query)).inZones);
      sum += recurrences;
    }
    expect(sum).toBeGreaterThan(0);
  });

  test("a person who is named beside a unit is one row, a unit alone another", async () => {
    const { holders } = await holdersOf("implementing-unit");
    expect(holders.find(({ person }) => person === "块长1")).toMatchObject({ unitId: null });
    expect(holders.find(({ unitId }) => unitId === "B2")).toMatchObject({
      person: null,
      scopes: 2,
    });
  });

  test("an unknown role is refused", async () => {
    const response = await app.request("/api/responsibility/holders?role=king");
    expect(response.status).toBe(400);
  });
});

test("a line is a unit of the city or none; a unit that is neither is refused with what was meant", async () => {
  const response = await app.request("/api/problems/count?line=SUB9");
  expect(response.status).toBe(400);
  expect(JSON.stringify(await response.json())).toContain("SUB1");
});

test("sections without a chief are those that nobody holds on that day", async () => {
  const duties = pack.duties.map((duty) =>
    duty.scope.id === "H3" ? { ...duty, to: T0 + 100 * DAY_MS } : duty,
  );
  const on = await testApp({ ...pack, duties }, []);
  const idsAt = async (t: number) => {
    const path = `/api/responsibility/sections-without-chief?asOf=${new Date(t).toISOString()}`;
    return UnheldSections.parse(await on.get(path)).features.map(({ properties }) => properties.id);
  };
  expect(await idsAt(T0 + 99 * DAY_MS)).toEqual([]);
  expect(await idsAt(T0 + 100 * DAY_MS)).toEqual(["H3"]);
});
