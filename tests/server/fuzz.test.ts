import { describe, expect, test } from "vitest";
import { postgresPrograms, startPrivatePostgres } from "../../scripts/private-postgres.ts";
import { proveFuzz } from "../../scripts/proof/fuzz.ts";
import { aCity } from "../support/city-builder.ts";
import { testApp } from "../support/test-app.ts";

const ANSWER_WITHIN_MS = 10_000;

describe("hostile requests to every route", () => {
  test("are answered below 500, tell nothing of the machine, and leave index and storage agreed", async () => {
    const proof = await proveFuzz({
      requests: 1200,
      seed: 20_260_105,
      answerWithinMs: ANSWER_WITHIN_MS,
      bombs: true,
      databaseUrl: null,
    });
    expect(proof.faults).toEqual([]);
    expect(proof.differences).toEqual([]);
    // Some must get through, or nothing was tried; others must be refused.
    expect(proof.byStatus[200]).toBeGreaterThan(100);
    expect(proof.byStatus[201]).toBeGreaterThan(10);
    expect(proof.byStatus[400]).toBeGreaterThan(200);
  }, 60_000);

  test.skipIf(postgresPrograms() === null)(
    "are so over PostgreSQL, which keeps no NUL in a text",
    async () => {
      const postgres = await startPrivatePostgres();
      try {
        const proof = await proveFuzz({
          requests: 300,
          seed: 7,
          answerWithinMs: ANSWER_WITHIN_MS,
          bombs: false,
          databaseUrl: (await postgres?.database()) ?? null,
        });
        expect(proof.faults).toEqual([]);
        expect(proof.differences).toEqual([]);
      } finally {
        await postgres?.stop();
      }
    },
    60_000,
  );
});

describe("text that not every database keeps", () => {
  const report = (text: string) => ({
    clientId: "c1",
    category: "E0102",
    source: "hotline",
    position: [114.305, 30.605],
    description: text,
  });

  test.each(["垃圾\u0000堆", "\ud800", "a\udfff"])("is refused in a body: %j", async (text) => {
    const app = await testApp(aCity().withZone("Z", [0, 0, 10, 10]).build(), []);
    const refused = await app.post("/api/problems", report(text));
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ error: { details: { reason: "bad-body" } } });
    expect((await app.post("/api/problems", report("垃圾💥堆"))).status).toBe(201);
  });

  test("is refused in an address", async () => {
    const app = await testApp(aCity().withZone("Z", [0, 0, 10, 10]).build(), []);
    expect((await app.request("/api/problems/a%00b")).status).toBe(400);
    expect((await app.request("/api/search?q=a%00")).status).toBe(400);
    expect((await app.request("/api/search?q=a%2500")).status).toBe(200);
  });
});

test("a form that is cut off is the sender's mistake", async () => {
  const app = await testApp(aCity().withZone("Z", [0, 0, 10, 10]).build(), []);
  const response = await app.request("/api/duties/import?preview=1", {
    method: "POST",
    headers: { "content-type": "multipart/form-data; boundary=edge" },
    body: '--edge\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nid,ro',
  });
  expect(response.status).toBe(400);
});
