import { beforeAll, expect, test } from "vitest";
import { type AccountRole, accountRoles } from "../../../domain/account.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { aCity, aProblem, at, T0 } from "../../support/city-builder.ts";
import { everyRoute } from "../../support/every-route.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { as, aViewer, LEADER, UNIT } from "../../support/viewers.ts";

const PHONE = "13812345678";
const IDENTITY = "420106199001011234";

const boxOf = (...[west, south, east, north]: [number, number, number, number]) => ({
  type: "Polygon",
  coordinates: [
    [at(west, south), at(east, south), at(east, north), at(west, north), at(west, south)],
  ],
});
const zoneA = { id: "A", name: "A片区", level: "zone", parentId: null, from: [] };

let app: TestApp;
beforeAll(async () => {
  const pack = aCity()
    .withZone("A", [0, 0, 10, 10])
    .withLead(LEADER, "A")
    .withDuty("implementing-unit", { type: "zone", id: "A" }, { unitId: UNIT })
    .withLead("市领导 02", "A")
    .build();
  const reports = Array.from({ length: 10 }, (_, i) => {
    const reportedAt = T0 + (220 + 6 * i) * DAY_MS;
    return aProblem({
      id: `p${i}`,
      position: at(2, 2),
      description: `张某 ${PHONE}，证件 ${IDENTITY}`,
      address: `人民路 8 号 电话${PHONE}`,
      reportedAt,
      dueAt: reportedAt + DAY_MS,
      closings: i === 9 ? [] : [{ closedAt: reportedAt + 2 * DAY_MS, reopenedAt: null }],
    });
  });
  // One place alone is no more certain than its category's mean.
  pack.manifest.settings.recurrence.summons.minConfidence = 0;
  app = await testApp(pack, reports);
  const sent = { category: "E0102", source: "citizen", description: `电话 ${PHONE}` };
  await app.post("/api/problems", { ...sent, clientId: "c1", position: at(3, 3), address: PHONE });
  await actsWithReasons();
});

/** Urging, deciding, ending a duty, moving a border: each says why, with somebody's number. */
async function actsWithReasons(): Promise<void> {
  const reason = `已与 ${PHONE} 联系`;
  const day = "2026-06-01";
  const zones = [{ ...zoneA, geometry: boxOf(0, 0, 9, 10) }];
  const sent: readonly (readonly [string, unknown])[] = [
    ["/api/problems/p9/urge", { clientId: "u1", person: LEADER, note: reason }],
    ["/api/recurrence/suggestions/0/decision", { decision: "accepted", reason }],
    ["/api/duties/D3/end", { at: day, reason }],
    ["/api/zones/changes", { at: day, kind: "edit", zones, remove: [], reason }],
  ];
  for (const [path, body] of sent) {
    const answer = await app.post(path, body);
    if (answer.status > 201) throw new Error(`${path}: ${await answer.text()}`);
  }
}

/** Addresses that say something about the reports, by the path of their route. */
const asked: Record<string, readonly string[]> = {
  "/api/my": [`?person=${encodeURIComponent(LEADER)}`],
  "/api/briefs": [`?person=${encodeURIComponent(LEADER)}`],
  "/api/search": ["?q=人民路", `?q=${PHONE}`, "?q=1381234"],
};

/** Where an answer shows a number of somebody. */
async function numbersShownTo(role: AccountRole): Promise<string[]> {
  const shown: string[] = [];
  const created = await app.request("/api/problems?limit=1&sort=-reportedAt");
  const newest = ((await created.json()) as { features: { id: string }[] }).features[0]?.id ?? "";
  for (const { method, path } of await everyRoute(app)) {
    if (method !== "GET" || path === "/api/live" || path.includes("{z}")) continue;
    const ids = path.includes("recurrence") ? ["0", "1"] : ["p9", newest];
    for (const id of path.includes("{id}") ? ids : [""]) {
      for (const query of asked[path] ?? [""]) {
        const url = path.replace("{id}", id).replace("{file}", "none.png") + query;
        const text = await (await app.request(url, { headers: as(aViewer(role)) })).text();
        if (text.includes(PHONE) || text.includes(IDENTITY)) shown.push(url);
      }
    }
  }
  return shown;
}

const workers: readonly AccountRole[] = ["operator", "admin"];

test.each(accountRoles.filter((role) => !workers.includes(role)))(
  "no answer shows %s a telephone or identity number",
  async (role) => expect(await numbersShownTo(role)).toEqual([]),
);

test.each(workers)("%s reads what people wrote", async (role) => {
  const shown = await numbersShownTo(role);
  const starts = [
    "/api/problems",
    "/api/problems/p9",
    "/api/search",
    "/api/recurrence/places",
    "/api/my",
  ];
  for (const start of starts) expect(shown.some((url) => url.startsWith(start))).toBe(true);
  const told = ["/api/recurrence/places/0", "/api/recurrence/suggestions", "/api/duties/history"];
  told.push("/api/problems/p9/history", "/api/zones/changes");
  expect(shown).toEqual(expect.arrayContaining(told));
});

test("an urge that is sent again is answered without numbers where its sender sees none", async () => {
  const note = `请联系 ${PHONE}`;
  const sent = { clientId: "u2", person: LEADER, note };
  const urge = (role: AccountRole) => app.post("/api/problems/p9/urge", sent, as(aViewer(role)));
  expect(await (await urge("operator")).json()).toMatchObject({ note });
  expect(await (await urge("leader")).json()).toMatchObject({ note: "请联系 138****5678" });
});

test("a paper that leaves the house shows nobody's number", async () => {
  const brief = await app.request(`/api/briefs?person=${encodeURIComponent(LEADER)}`);
  const text = await brief.text();
  expect(text).toContain("138****5678");
  expect(text).not.toContain(PHONE);
});

test("a masked number is not found by its hidden figures, its report by its words is", async () => {
  const found = async (q: string, role: AccountRole) => {
    const url = `/api/search?q=${encodeURIComponent(q)}`;
    const body = await (await app.request(url, { headers: as(aViewer(role)) })).json();
    return (body as { results: { kind: string }[] }).results.filter(
      ({ kind }) => kind === "problem",
    ).length;
  };
  expect(await found("13812345", "leader")).toBe(0);
  expect(await found("13812345", "operator")).toBe(11);
  expect(await found("人民路 8", "leader")).toBe(10);
});

test("every file that is taken is on record: who, what, when", async () => {
  const headers = as(aViewer("operator"));
  const path = "/api/duties/table.csv";
  const before = (await app.city.storage.auditOf("file", "duties/table.csv")).length;
  expect((await app.request(path, { headers })).status).toBe(200);
  const entries = await app.city.storage.auditOf("file", "duties/table.csv");
  expect(entries).toHaveLength(before + 1);
  expect(entries.at(-1)).toMatchObject({
    actor: "operator",
    action: "export",
    at: app.city.now(),
    after: { query: {}, file: expect.stringContaining("责任表") },
  });
  expect((await app.request(path, { headers: as(aViewer("leader")) })).status).toBe(403);
  expect(await app.city.storage.auditOf("file", "duties/table.csv")).toHaveLength(before + 1);
});
