import { beforeEach, describe, expect, test } from "vitest";
import { SignReportMade } from "../../../domain/contract/signs.ts";
import { clientAddresses, isNetwork } from "../../../server/access/client-address.ts";
import { aCity, at } from "../../support/city-builder.ts";
import { TEST_ADDRESS, type TestApp, testApp } from "../../support/test-app.ts";
import { as } from "../../support/viewers.ts";

const MIDDLE = at(5, 5);

let app: TestApp;
beforeEach(async () => {
  const road = [at(1, 5), at(9, 5)].map(([lng, lat]) => [
    (lng - 114.3) * 1000,
    (lat - 30.6) * 1000,
  ]);
  const pack = aCity()
    .withZone("Z1", [0, 0, 10, 10])
    .withRoad("R1", road as [number, number][], "和平大道")
    .withLead("市领导 01", "Z1")
    .build();
  app = await testApp(pack, []);
});

const body = (clientId: string, more: object = {}) => ({
  clientId: clientId.padEnd(16, "-"),
  category: "E0102",
  ...more,
});

/** By somebody without an account. */
function report(sent: object, { sign = "R1", from = "10.0.0.1" } = {}): Promise<Response> {
  const headers = { ...as("none"), [TEST_ADDRESS]: from };
  return app.post(`/api/signs/${sign}/reports`, sent, headers);
}

async function stored(response: Response) {
  const made = (await response.json()) as SignReportMade;
  const [problem] = await app.city.storage.problemsById([made.id]);
  return problem;
}

describe("a report at a sign, by nobody in particular", () => {
  test("is accepted where the sign stands, and answers its number with a code", async () => {
    const response = await report(body("a", { description: " 路边垃圾 " }));
    expect(response.status).toBe(201);
    const answer = await response.clone().json();
    const { id, code, trackUrl } = SignReportMade.parse(answer);
    expect(answer).toEqual({ id, code, trackUrl });
    const progress = await app.request(`/api/public/reports/${id}?code=${code}`, {
      headers: as("none"),
    });
    expect(await progress.json()).toMatchObject({ number: id, stage: "received" });
    const problem = await stored(response);
    expect(problem).toMatchObject({
      category: "E0102",
      source: "citizen",
      description: "路边垃圾",
      address: "和平大道 R1",
    });
    const [lng = 0, lat = 0] = problem?.position ?? [];
    expect(Math.hypot(lng - MIDDLE[0], lat - MIDDLE[1])).toBeLessThan(1e-6);
    const [entry] = await app.city.storage.auditOf("problem", problem?.id ?? "");
    expect(entry).toMatchObject({ actor: "public", action: "report" });
  });

  test("stands where the phone is up to 200 m from the sign's thing, else at the sign", async () => {
    const near = await stored(await report(body("near", { position: at(10.5, 5) })));
    expect(near?.position).toEqual(at(10.5, 5).map((degrees) => Math.round(degrees * 1e7) / 1e7));
    const far = await stored(await report(body("far", { position: at(12.5, 5) })));
    expect(Math.abs((far?.position?.[0] ?? 0) - MIDDLE[0])).toBeLessThan(1e-6);
    const north = await stored(await report(body("north", { position: at(5, 7.5) })));
    expect(Math.abs((north?.position?.[1] ?? 0) - MIDDLE[1])).toBeLessThan(1e-6);
  });

  test("counts once, however often it is sent", async () => {
    const first = await report(body("same"));
    const again = await report(body("same"));
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(await again.json()).toEqual(await first.json());
    expect(app.city.problems.size).toBe(1);
  });

  test("learns nothing of an account's report by its client id", async () => {
    await app.post("/api/problems", { ...body("inner"), source: "hotline" });
    expect((await report(body("inner"))).status).toBe(201);
    expect(app.city.problems.size).toBe(2);
  });

  test.each([
    [{ ...body("x"), source: "inspection" }, 400],
    [{ ...body("x"), assetId: "W1" }, 400],
    [{ ...body("x"), reportedAt: "2026-01-01" }, 400],
    [{ ...body("x"), category: "NONE" }, 400],
    [{ ...body("x"), description: "长".repeat(1001) }, 400],
    [{ ...body("x"), position: "hier" }, 400],
    [{}, 400],
  ])("refuses %j", async (sent, status) => {
    expect((await report(sent)).status).toBe(status);
    expect(app.city.problems.size).toBe(0);
  });

  test("is unknown at a sign that is none", async () => {
    expect((await report(body("x"), { sign: "R9" })).status).toBe(404);
  });
});

describe("limits", () => {
  test("ten from one address in ten minutes, and nobody else is shut out by it", async () => {
    for (let i = 0; i < 10; i++) expect((await report(body(`n${i}`))).status).toBe(201);
    const refused = await report(body("n10"));
    expect(refused.status).toBe(429);
    expect(await refused.json()).toMatchObject({
      error: { details: { reason: "too-many-tries", minutes: 10 } },
    });
    expect((await report(body("other"), { from: "10.0.0.2" })).status).toBe(201);
    app.clock.now += 10 * 60_000;
    expect((await report(body("n10"))).status).toBe(201);
  });

  test("three hundred in the city, from however many addresses", async () => {
    const statuses = [];
    for (let i = 0; i < 305; i++) {
      statuses.push((await report(body(`c${i}`), { from: `10.1.${i >> 3}.1` })).status);
    }
    expect(statuses.filter((status) => status === 201)).toHaveLength(300);
    expect(statuses.slice(300)).toEqual([429, 429, 429, 429, 429]);
  });

  test.each([
    ["10.0.0.9", "1.2.3.4", "10.0.0.9"],
    ["127.0.0.1", undefined, "127.0.0.1"],
    ["127.0.0.1", "6.6.6.6, 10.0.0.7", "10.0.0.7"],
    ["::1", "10.0.0.7", "10.0.0.7"],
    ["::ffff:127.0.0.1", "10.0.0.7", "10.0.0.7"],
    ["172.17.0.1", "6.6.6.6, 10.0.0.7", "10.0.0.7"],
    ["172.17.0.1", "6.6.6.6, 10.0.0.7, 192.168.1.2", "10.0.0.7"],
    ["192.168.1.3", "10.0.0.7", "192.168.1.3"],
    ["172.17.0.1", "made up", "made up"],
    [undefined, "10.0.0.7", ""],
  ])("connected from %s with X-Forwarded-For %s: %s", (connected, forwarded, address) => {
    const addressOf = clientAddresses(["172.16.0.0/12", "192.168.1.2"]);
    expect(addressOf(connected, forwarded)).toBe(address);
  });

  test("proxies are addresses or networks", () => {
    expect(["10.0.0.7", "172.16.0.0/12", "::1", "fd00::/8"].every(isNetwork)).toBe(true);
    for (const text of ["", "proxy", "10.0.0.7/33", "10.0.0.0/8/8", "10.0.0", "fd00::/129"])
      expect([text, isNetwork(text)]).toEqual([text, false]);
  });
});
