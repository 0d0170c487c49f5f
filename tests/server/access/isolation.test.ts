import { expect, test } from "vitest";
import { DAY_MS } from "../../../domain/time.ts";
import { aCity, aProblem, at, T0 } from "../../support/city-builder.ts";
import { everyRoute } from "../../support/every-route.ts";
import { type Random, seeded } from "../../support/random.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { as, aViewer, LEADER, UNIT } from "../../support/viewers.ts";

/** A strip of empty ground between the two areas, wider than any place or kernel reaches. */
const pack = () =>
  aCity()
    .withZone("A", [0, 0, 10, 10])
    .withZone("B", [20, 0, 30, 10])
    .withLead(LEADER, "A")
    .withLead("市领导 02", "B")
    .withDuty("implementing-unit", { type: "zone", id: "A" }, { unitId: UNIT })
    .withDuty("sub-headquarters", { type: "category", id: "E05" }, { unitId: "S1" })
    .build();

const categories = ["E0102", "E0104", "E0501", "P0102"];

function reports(random: Random, west: number, count: number) {
  return Array.from({ length: count }, (_, i) => {
    const reportedAt = T0 + Math.floor(random() * 280) * DAY_MS;
    const isClosed = random() < 0.7;
    return aProblem({
      id: `w${west}-${i}`,
      category: categories[random.below(4)] ?? "E0102",
      position: at(west + 0.5 + 1.5 * random.below(6), 0.5 + 1.5 * random.below(6)),
      reportedAt,
      dueAt: reportedAt + DAY_MS,
      closings: isClosed ? [{ closedAt: reportedAt + 2 * DAY_MS, reopenedAt: null }] : [],
    });
  });
}

/** Every read, asked with what the account may ask. A stream never ends and is tested by itself. */
async function everything(app: TestApp, headers: Record<string, string>) {
  const answers: Record<string, unknown> = {};
  for (const { method, path, access } of await everyRoute(app)) {
    if (method !== "GET" || path === "/api/live" || access === "administer") continue;
    for (const url of urlsOf(path)) {
      const response = await app.request(url, { headers });
      const type = response.headers.get("content-type") ?? "";
      const body = type.includes("json") ? without(await response.json()) : await digest(response);
      answers[url] = { status: response.status, body };
    }
  }
  return answers;
}

/** Real values for the parameters of a path, and a few filters. */
function urlsOf(path: string): string[] {
  const tiles = ["8/209/105", "12/3349/1685", "15/26789/13477"];
  if (path.includes("{z}")) {
    return tiles.map((tile) => path.replace("{z}/{x}/{y}", tile));
  }
  const filled = path.replace("{id}", "w0-1").replace("{file}", "none.png");
  const person = encodeURIComponent(LEADER);
  const query: Record<string, string[]> = {
    "/api/my": [`?person=${person}`],
    "/api/briefs": [`?person=${person}`],
    "/api/search": ["?q=w20", "?q=街"],
    "/api/duty-at": ["?lng=114.32&lat=30.605"],
    "/api/recurrence/cells": ["?res=8", "?res=10"],
    "/api/responsibility/holders": ["?role=zone-lead"],
    "/api/problems": ["", "?status=overdue", "?category=E05&asOf=2026-06-01"],
    "/api/problems/count": [
      "",
      "?asOf=2026-06-01",
      "?zone=B",
      `?person=${encodeURIComponent("市领导 02")}`,
    ],
  };
  return (query[path] ?? [""]).map((text) => filled + text);
}

async function digest(response: Response): Promise<string> {
  const bytes = await crypto.subtle.digest("SHA-256", await response.arrayBuffer());
  return Buffer.from(bytes).toString("hex");
}

/** Numbers that are no data: the count of the city's changes; one's rank among one's peers, which others decide. */
const NO_DATA = new Set(["revision", "rank", "of", "requestId"]);

function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !NO_DATA.has(name))
      .map(([name, inner]) => [name, without(inner)]),
  );
}

test.each(["leader", "unit", "inspector", "public"] as const)(
  "nothing that %s reads changes when data out of reach do",
  async (role) => {
    const random = seeded(17);
    const app = await testApp(pack(), [...reports(random, 0, 120), ...reports(random, 20, 120)]);
    const headers = as(aViewer(role));
    const before = await everything(app, headers);
    for (let i = 0; i < 60; i++) await actOutside(app, random, i);
    expect(app.city.problems.size).toBeGreaterThan(250);
    const after = await everything(app, headers);
    for (const [url, answer] of Object.entries(before))
      expect([url, after[url]]).toEqual([url, answer]);
  },
);

test("what an operator reads does change", async () => {
  const random = seeded(17);
  const app = await testApp(pack(), [...reports(random, 0, 120), ...reports(random, 20, 120)]);
  const before = await everything(app, {});
  for (let i = 0; i < 60; i++) await actOutside(app, random, i);
  const after = await everything(app, {});
  const changed = Object.keys(before).filter(
    (url) => JSON.stringify(before[url]) !== JSON.stringify(after[url]),
  );
  expect(changed.length).toBeGreaterThan(15);
});

async function actOutside(app: TestApp, random: Random, i: number): Promise<void> {
  const position = at(20.5 + 1.5 * random.below(6), 0.5 + 1.5 * random.below(6));
  const kind = random.below(4);
  const id = `w20-${random.below(120)}`;
  if (kind < 2) {
    const category = categories[random.below(4)] ?? "E0102";
    await app.post("/api/problems", { clientId: `out${i}`, category, source: "hotline", position });
  } else if (kind === 2) await app.patch(`/api/problems/${id}`, { action: "close" }, "*");
  else await app.patch(`/api/problems/${id}`, { action: "relocate", position }, "*");
}
