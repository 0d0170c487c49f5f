import type { Polygon } from "geojson";
import { beforeEach, describe, expect, test } from "vitest";
import { ZoneChangeHistory, ZoneChangeResult } from "../../../domain/contract/zone-changes.ts";
import { ZoneList } from "../../../domain/contract/zones.ts";
import { noFilter } from "../../../domain/problem-filter.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { openCity } from "../../../server/city/open-city.ts";
import { aCity, aProblem, at, type Box, T0 } from "../../support/city-builder.ts";
import { seeded } from "../../support/random.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";

const CHANGE_DAY = "2026-06-01";
const BEFORE = "2026-05-31";

/** Two zones side by side under nobody: A from 0 to 5, B from 5 to 10; A leads 01, B leads 02. */
function twoZones() {
  return aCity()
    .withZone("A", [0, 0, 5, 10])
    .withZone("B", [5, 0, 10, 10])
    .withLead("市领导 01", "A")
    .withLead("市领导 02", "B");
}

const strip = [3.5, 4.5, 6, 9].map((east, i) =>
  aProblem({ id: `q${i}`, position: at(east, 5), reportedAt: T0 + i * DAY_MS }),
);

let app: TestApp;
beforeEach(async () => {
  app = await testApp(twoZones().build(), strip);
});

function box([west, south, east, north]: Box): Polygon {
  const corners = [at(west, south), at(east, south), at(east, north), at(west, north)];
  return { type: "Polygon", coordinates: [[...corners, at(west, south)]] };
}

function zone(id: string, where: Box, from: readonly string[] = []) {
  return { id, name: `${id}片区`, level: "zone", parentId: null, geometry: box(where), from };
}

/** The border between A and B moves from 5 to `east`. */
function border(east: number, day = CHANGE_DAY) {
  const zones = [zone("A", [0, 0, east, 10]), zone("B", [east, 0, 10, 10])];
  return { at: day, kind: "edit", zones, remove: [] };
}

async function send(body: unknown, path = "/api/zones/changes") {
  const response = await app.post(path, body);
  const answer = await response.json();
  if (response.status !== 200) throw new Error(`${response.status} ${JSON.stringify(answer)}`);
  return ZoneChangeResult.parse(answer);
}

async function total(query: string): Promise<number> {
  return ((await app.get(`/api/problems/count?${query}`)) as { total: number }).total;
}

describe("POST /api/zones/changes", () => {
  test("draws a border anew from a day on, and leaves the days before it as they were", async () => {
    expect(await total("zone=A")).toBe(2);
    expect(await send(border(4))).toMatchObject({ saved: ["A", "B"], findings: [], removed: [] });
    expect(await total("zone=A")).toBe(1);
    expect(await total("zone=B")).toBe(3);
    expect(await total(`zone=A&asOf=${BEFORE}`)).toBe(2);
    const zonesOn = async (day: string) =>
      ZoneList.parse(await app.get(`/api/zones?asOf=${day}`)).features.map(
        ({ geometry }) => (geometry as Polygon).coordinates[0]?.[1]?.[0],
      );
    expect(await zonesOn(BEFORE)).toEqual([at(5, 0)[0], at(10, 0)[0]]);
    expect(await zonesOn(CHANGE_DAY)).toEqual([at(4, 0)[0], at(10, 0)[0]]);
  });

  test("leaves what was reported before with the leader of that day", async () => {
    await send(border(4));
    const later = { clientId: "later", category: "E0102", source: "hotline", position: at(4.5, 5) };
    await app.post("/api/problems", later);
    expect(await total(`person=${encodeURIComponent("市领导 01")}`)).toBe(2);
    expect(await total(`person=${encodeURIComponent("市领导 02")}`)).toBe(3);
    const who = async (day: string) => {
      const [lng, lat] = at(4.5, 5);
      const body = await app.get(`/api/duty-at?lng=${lng}&lat=${lat}&on=${day}`);
      return (body as { duties: { person: string }[] }).duties.map(({ person }) => person);
    };
    expect(await who(BEFORE)).toEqual(["市领导 01"]);
    expect(await who(CHANGE_DAY)).toEqual(["市领导 02"]);
  });

  test("splits a zone: its duties pass on to both parts and history stays with the old one", async () => {
    const zones = [zone("A1", [0, 0, 5, 4], ["A"]), zone("A2", [0, 4, 5, 10], ["A"])];
    const act = await send({ at: CHANGE_DAY, kind: "split", zones, remove: ["A"] });
    expect(act).toMatchObject({ removed: ["A"], duties: { ended: 1, begun: 2 }, findings: [] });
    expect(await total("zone=A2")).toBe(2);
    expect(await total("zone=A")).toBe(0);
    expect(await total(`zone=A&asOf=${BEFORE}`)).toBe(2);
    expect(await total(`person=${encodeURIComponent("市领导 01")}`)).toBe(2);
    const held = (await app.get("/api/duties?role=zone-lead")) as {
      features: { properties: { scope: { id: string }; person: string } }[];
    };
    expect(held.features.map(({ properties }) => [properties.scope.id, properties.person])).toEqual(
      [
        ["B", "市领导 02"],
        ["A1", "市领导 01"],
        ["A2", "市领导 01"],
      ],
    );
  });

  test("merges two zones: both leads answer for the whole", async () => {
    const zones = [zone("C", [0, 0, 10, 10], ["A", "B"])];
    const act = await send({ at: CHANGE_DAY, kind: "merge", zones, remove: ["A", "B"] });
    expect(act.duties).toEqual({ ended: 2, begun: 2 });
    expect(await total("zone=C")).toBe(4);
    const [only] = ZoneList.parse(await app.get("/api/zones")).features;
    expect(only?.properties.leads.sort()).toEqual(["市领导 01", "市领导 02"]);
  });

  test("refuses a gap or an overlap until it was seen and accepted", async () => {
    const torn = { ...border(4), zones: [zone("A", [0, 0, 6, 10])] };
    const preview = await send(torn, "/api/zones/changes?preview=1");
    expect(preview.revision).toBeNull();
    expect(preview.findings.map(({ kind, ids }) => [kind, ids])).toEqual([["overlap", ["A", "B"]]]);
    const refused = await app.post("/api/zones/changes", torn);
    expect(refused.status).toBe(409);
    expect(await refused.json()).toMatchObject({
      error: { code: "conflict", details: { count: 1 } },
    });
    expect(await total("zone=A")).toBe(2);
    expect((await send({ ...torn, accept: true })).revision).not.toBeNull();
    expect((await send(border(5, "2026-06-02"))).cured).toHaveLength(1);
  });

  test.each([
    ["an earlier day than the last change", border(4, "2026-05-01"), 400],
    ["a crossed border", { ...border(4), zones: [crossed()] }, 400],
    ["a parent that is none", { ...border(4), zones: [child("A9", "Z")] }, 400],
    ["a zone that is none", { ...border(4), zones: [], remove: ["Z"] }, 404],
    ["an id named twice", { ...border(4), zones: [zone("A", [0, 0, 4, 9])], remove: ["A"] }, 400],
  ])("refuses %s and writes nothing", async (_, body, status) => {
    await send(border(4.2));
    const before = app.city.revision;
    const refused = await app.post("/api/zones/changes", body);
    expect([refused.status, app.city.revision]).toEqual([status, before]);
  });

  test("refuses an id that a zone had before", async () => {
    await send({
      at: CHANGE_DAY,
      kind: "merge",
      zones: [zone("C", [0, 0, 10, 10], ["A", "B"])],
      remove: ["A", "B"],
    });
    const again = {
      at: "2026-06-02",
      kind: "add",
      zones: [zone("A", [10, 0, 12, 10])],
      remove: [],
    };
    expect((await app.post("/api/zones/changes", again)).status).toBe(400);
  });

  test("takes the newest act back, duties and all, and no older one", async () => {
    const duties = app.city.tables.registry.duties;
    const first = await send(border(4));
    const zones = [zone("C", [0, 0, 10, 10], ["A", "B"])];
    const merged = await send({ at: "2026-06-05", kind: "merge", zones, remove: ["A", "B"] });
    const undo = (revision: number | null) => app.post("/api/zones/changes/undo", { revision });
    expect((await undo(first.revision)).status).toBe(409);
    expect((await undo(merged.revision)).status).toBe(200);
    expect(await total("zone=A")).toBe(1);
    expect(app.city.tables.registry.duties).toEqual(duties);
    const { entries } = ZoneChangeHistory.parse(await app.get("/api/zones/changes"));
    expect(entries.map(({ kind, canUndo }) => [kind, canUndo])).toEqual([
      ["undo", false],
      ["merge", false],
      ["edit", false],
    ]);
  });
});

test("after any run of changes the running index equals one built afresh, and both the plain reading", async () => {
  const random = seeded(7);
  const problems = Array.from({ length: 300 }, (_, i) =>
    aProblem({
      id: `r${i}`,
      position: at(0.01 + random() * 9.9, 0.01 + random() * 9.9),
      reportedAt: T0 + Math.floor(random() * 250) * DAY_MS,
    }),
  );
  const pack = twoZones().build();
  app = await testApp(pack, problems);
  const borders: [day: number, east: number][] = [[Number.NEGATIVE_INFINITY, 5]];
  for (let day = 20; day < 260; day += 30) {
    const east = Math.round(random() * 80) / 10 + 1;
    const on = new Date(T0 + day * DAY_MS).toISOString().slice(0, 10);
    await send(border(east, on));
    borders.push([Date.parse(`${on}T00:00:00+08:00`), east]);
  }
  const eastAt = (t: number) => borders.findLast(([from]) => from <= t)?.[1] ?? 0;
  const afresh = await openCity(pack, app.city.storage, () => TODAY);
  for (let day = 5; day < 300; day += 17) {
    const asOf = T0 + day * DAY_MS + 1;
    const there = problems.filter(({ reportedAt }) => reportedAt <= asOf);
    const inA = there.filter(({ position }) => (position?.[0] ?? 0) < at(eastAt(asOf), 0)[0]);
    const ofLead = there.filter(
      ({ position, reportedAt }) => (position?.[0] ?? 0) < at(eastAt(reportedAt), 0)[0],
    );
    for (const { problems: index } of [app.city, afresh]) {
      const count = (filter: object) =>
        index.match(index.compile({ ...noFilter, ...filter, asOf }, TODAY)).count;
      expect(count({ zones: ["A"] })).toBe(inA.length);
      expect(count({ persons: ["市领导 01"] })).toBe(ofLead.length);
    }
  }
});

function crossed() {
  const ring = [at(0, 0), at(4, 10), at(4, 0), at(0, 10), at(0, 0)];
  return { ...zone("A", [0, 0, 4, 10]), geometry: { type: "Polygon", coordinates: [ring] } };
}

function child(id: string, parentId: string) {
  return { ...zone(id, [0, 0, 1, 1]), level: "community", parentId };
}
