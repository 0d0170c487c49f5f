import { Hono } from "hono";
import { afterAll, describe, expect, test } from "vitest";
import { demoOperator } from "../../../domain/account.ts";
import { REVISION_HEADER } from "../../../domain/contract/revision.ts";
import { startPrivatePostgres } from "../../../scripts/private-postgres.ts";
import { identifying } from "../../../server/access/identity.ts";
import { openCity } from "../../../server/city/open-city.ts";
import { errorResponse } from "../../../server/error-response.ts";
import { followingRevision } from "../../../server/operations/follow-revision.ts";
import { createProblem } from "../../../server/services/create-problem.ts";
import { openPostgres } from "../../../server/storage/postgres.ts";
import { aCity, aProblem, at } from "../../support/city-builder.ts";
import { testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";
import { as } from "../../support/viewers.ts";

const postgres = await startPrivatePostgres();
afterAll(() => postgres?.stop());

const pack = aCity().withZone("A", [0, 0, 10, 10]).build();
const body = { clientId: "c", category: "E0102", source: "hotline", position: at(1, 1) };

/** A process on a shared database that hears of no write by itself, and answers how many problems it knows. */
async function aProcess(url: string) {
  const storage = await openPostgres(url, () => undefined);
  const city = await openCity(pack, storage, () => TODAY);
  const app = new Hono();
  app.use(identifying(async () => ({ kind: "known", viewer: demoOperator })));
  app.use(followingRevision(city));
  app.get("/", (c) => c.text(String(city.problems.size)));
  app.post("/", async (c) => {
    await createProblem({ city, actor: "test" }, { ...body, clientId: `c${Math.random()}` });
    return c.text("done");
  });
  app.onError((error, c) => errorResponse(error, c, { log: () => undefined }));
  return { app, city, storage };
}

describe.skipIf(!postgres)("two processes on one database", () => {
  test("whoever wrote at one reads it at the other", async () => {
    const url = (await postgres?.database()) ?? "";
    const [a, b] = [await aProcess(url), await aProcess(url)];
    for (let count = 1; count <= 20; count++) {
      const [one, other] = count % 2 ? [a, b] : [b, a];
      const written = await one.app.request("/", { method: "POST" });
      const revision = written.headers.get(REVISION_HEADER) ?? "";
      expect(Number(revision)).toBe(one.city.revision);
      expect(other.city.revision).toBeLessThan(one.city.revision);
      const read = await other.app.request("/", { headers: { [REVISION_HEADER]: revision } });
      expect(await read.text()).toBe(String(count));
      expect(read.headers.get(REVISION_HEADER)).toBe(revision);
    }
    await Promise.all([a.storage.close(), b.storage.close()]);
  });

  test("without saying so the other process may still be behind", async () => {
    const url = (await postgres?.database()) ?? "";
    const [a, b] = [await aProcess(url), await aProcess(url)];
    const revision = b.city.revision;
    await a.app.request("/", { method: "POST" });
    const read = await b.app.request("/");
    expect([await read.text(), read.headers.get(REVISION_HEADER)]).toEqual(["0", `${revision}`]);
    await Promise.all([a.storage.close(), b.storage.close()]);
  });
});
if (!postgres) test.skip("two processes on one database: no PostgreSQL is installed here");

describe("the revision of an answer", () => {
  const app = () => testApp(pack, [aProblem({ id: "p", position: at(1, 1) })]);

  test("is said with every answer, also one that only says that nothing changed", async () => {
    const { request, city, post } = await app();
    const first = await request("/api/zones");
    expect(first.headers.get(REVISION_HEADER)).toBe(String(city.revision));
    const headers = { "If-None-Match": first.headers.get("ETag") ?? "" };
    const second = await request("/api/zones", { headers });
    expect(second.status).toBe(304);
    expect(second.headers.get(REVISION_HEADER)).toBe(String(city.revision));
    const before = city.revision;
    const made = await post("/api/problems", body);
    expect(made.status).toBe(201);
    expect(Number(made.headers.get(REVISION_HEADER))).toBe(before + 1);
  });

  test("is not said to somebody unknown", async () => {
    const { request } = await app();
    const answer = await request("/api/health", { headers: as("none") });
    expect(answer.headers.get(REVISION_HEADER)).toBeNull();
  });

  test("that nobody holds answers 503, one that is no number 400", async () => {
    const { request } = await app();
    const status = async (revision: string) =>
      (await request("/api/zones", { headers: { [REVISION_HEADER]: revision } })).status;
    expect(await status("999999")).toBe(503);
    expect(await status("-1")).toBe(400);
    expect(await status("x")).toBe(400);
  });

  test("is waited for no longer than is said", async () => {
    const app = new Hono();
    const city = { revision: 1, follow: () => new Promise<void>(() => undefined) };
    app.use(identifying(async () => ({ kind: "known", viewer: demoOperator })));
    app.use(followingRevision(city, 50));
    app.onError((error, c) => errorResponse(error, c, { log: () => undefined }));
    const answer = await app.request("/", { headers: { [REVISION_HEADER]: "2" } });
    expect(answer.status).toBe(503);
  });
});
