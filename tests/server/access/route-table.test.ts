import { beforeAll, describe, expect, test } from "vitest";
import { can, type Viewer } from "../../../domain/account.ts";
import { aCity, aProblem, at } from "../../support/city-builder.ts";
import { everyRoute, type KnownRoute } from "../../support/every-route.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { as, aViewer, everyRole, LEADER, UNIT } from "../../support/viewers.ts";

let app: TestApp;
let routes: KnownRoute[];

beforeAll(async () => {
  const pack = aCity()
    .withZone("A", [0, 0, 5, 10])
    .withZone("B", [5, 0, 10, 10])
    .withLead(LEADER, "A")
    .withLead("市领导 02", "B")
    .withDuty("implementing-unit", { type: "zone", id: "A" }, { unitId: UNIT })
    .withDuty("implementing-unit", { type: "zone", id: "B" }, { unitId: "U2" })
    .build();
  const photo = (file: string) => ({
    file,
    kind: "before" as const,
    takenAt: "2026-01-01T00:00:00Z",
  });
  app = await testApp(pack, [
    aProblem({ id: "inside", position: at(1, 1), photos: [photo("inside.png")] }),
    aProblem({ id: "outside", position: at(9, 9), photos: [photo("outside.png")] }),
    aProblem({ id: "nowhere", position: null }),
  ]);
  routes = await everyRoute(app);
});

/** What stands in for a parameter of a path: something of area A, or of area B. */
function filled(path: string, where: "inside" | "outside"): string {
  const isZone = path.includes("signs") || path.includes("zones");
  const known: Record<string, string> = {
    id: isZone ? (where === "inside" ? "A" : "B") : where,
    file: `${where}.png`,
    z: "3",
    x: "6",
    y: "3",
  };
  return path.replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? "1");
}

async function statusOf({ method, path }: KnownRoute, headers: Record<string, string>) {
  const init: RequestInit = { method, headers, signal: AbortSignal.timeout(20_000) };
  if (method !== "GET") {
    init.headers = { ...headers, "Content-Type": "application/json" };
    init.body = "{}";
  }
  const response = await app.request(filled(path, "inside"), init);
  await response.body?.cancel();
  return response.status;
}

test("the document lists the routes there are", () => {
  expect(routes.length).toBeGreaterThan(40);
  expect(routes.map(({ path }) => path)).toContain("/api/problems/{id}");
});

describe.each(["none", "invalid"] as const)("with %s credentials", (credentials) => {
  test("every route but the open ones answers 401", async () => {
    for (const route of routes) {
      const status = await statusOf(route, as(credentials));
      // The door for other systems answers as its specification says.
      const refused = route.path.startsWith("/open311/") ? 403 : 401;
      if (route.access === "open") expect([route.path, status]).not.toEqual([route.path, 401]);
      else expect([route.method, route.path, status]).toEqual([route.method, route.path, refused]);
    }
  });
});

describe.each(everyRole)("as %s", (role) => {
  test("every route answers 403 exactly where the role may not", async () => {
    const viewer = aViewer(role);
    for (const route of routes) {
      const status = await statusOf(route, as(viewer));
      const isAllowed = route.access === "open" || can(viewer, route.access);
      expect([route.method, route.path, status === 403]).toEqual([
        route.method,
        route.path,
        !isAllowed,
      ]);
      expect(status, `${route.method} ${route.path}`).toBeLessThan(500);
    }
  });
});

describe("what is out of reach is unknown", () => {
  const scoped: Viewer[] = [aViewer("leader"), aViewer("unit"), aViewer("inspector")];
  const single = ["/api/problems/{id}", "/api/problems/{id}/history"];

  test.each(scoped)("to $role", async (viewer) => {
    for (const path of single) {
      const inside = await app.request(filled(path, "inside"), { headers: as(viewer) });
      const outside = await app.request(filled(path, "outside"), { headers: as(viewer) });
      const unknown = await app.request(path.replace("{id}", "no-such"), { headers: as(viewer) });
      expect([path, inside.status, outside.status]).toEqual([path, 200, 404]);
      const told = JSON.stringify(await outside.json()).replaceAll("outside", "no-such");
      expect(told).toBe(JSON.stringify(await unknown.json()));
    }
  });

  test("an urge beyond one's area, or in another's name, is refused as unknown", async () => {
    const urge = (id: string, person: string) =>
      app.post(
        `/api/problems/${id}/urge`,
        { clientId: `${id}${person}`, person },
        as(aViewer("leader")),
      );
    expect((await urge("outside", LEADER)).status).toBe(404);
    expect((await urge("inside", "市领导 02")).status).toBe(404);
    expect((await urge("inside", LEADER)).status).toBe(201);
  });

  test("a leader's page is the leader's own", async () => {
    const headers = as(aViewer("leader"));
    const my = (person: string) =>
      app.request(`/api/my?person=${encodeURIComponent(person)}`, { headers });
    expect((await my(LEADER)).status).toBe(200);
    expect((await my("市领导 02")).status).toBe(404);
  });
});
