import { beforeAll, describe, expect, it } from "vitest";
import { networkOf, surveyAds } from "../../../domain/ads/audit/audit.ts";
import { auditReport } from "../../../domain/ads/audit/audit-report.ts";
import { packInstance } from "../../../domain/ads/pack-instance.ts";
import { planarInstance } from "../../../domain/ads/planar-instance.ts";
import { AdAudit } from "../../../domain/contract/ads.ts";
import { AdPlanBody, AdPlanTicket } from "../../../domain/contract/ads-plans.ts";
import { readAds } from "../../../server/packs/read-ads.ts";
import { readPack } from "../../../server/packs/read-pack.ts";
import {
  features,
  LAT,
  LNG,
  townRules as rules,
  townFiles,
  writeFiles,
} from "../../support/ads-town.ts";
import { aCity } from "../../support/city-builder.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { as, aViewer } from "../../support/viewers.ts";

const scratch = scratchFolder();
let folder = "";
let app: TestApp;
beforeAll(async () => {
  folder = await scratch.folder();
  await writeFiles(folder, townFiles);
  app = await testApp((await readPack(folder)).value, []);
});

const audit = async () => AdAudit.parse(await app.get("/api/ads/audit"));

async function asked(body: Record<string, unknown>): Promise<string> {
  const response = await app.post("/api/ads/plans", body);
  expect(response.status).toBe(202);
  return AdPlanTicket.parse(await response.json()).id;
}

const stateOf = async (id: string) => AdPlanBody.parse(await app.get(`/api/ads/plans/${id}`));

async function cancelled(id: string) {
  const response = await app.request(`/api/ads/plans/${id}`, { method: "DELETE" });
  return AdPlanBody.parse(await response.json());
}

async function planned(body: Record<string, unknown>) {
  const id = await asked(body);
  await expect.poll(async () => (await stateOf(id)).state, { timeout: 20_000 }).toBe("done");
  const { result, progress } = await stateOf(id);
  expect(progress).toBe(1);
  return result;
}

async function refusal(body: unknown) {
  const response = await app.post("/api/ads/plans", body);
  const { error } = (await response.json()) as { error: { details: { reason: string } } };
  return [response.status, error.details.reason];
}

describe("GET /api/ads/audit", () => {
  it("answers what the domain finds, and what it finds anew when a file changes", async () => {
    const { value: pack } = await readPack(folder);
    const { value: ads } = await readAds(pack);
    const instance = planarInstance(packInstance(pack, ads, ads.rules ?? expect.fail()));
    const report = auditReport(surveyAds(instance, networkOf(instance)));
    expect(await app.get("/api/ads/audit")).toMatchObject(JSON.parse(JSON.stringify(report)));
    expect(await audit()).toMatchObject({
      roads: [
        { key: "西路", count: 1, required: 3, shortage: 2 },
        { key: "东路", count: 0, required: 3, shortage: 3 },
      ],
      blocked: { W3: "too-close-to-existing" },
      totals: { required: 6, shortage: 5 },
    });
    await writeFiles(folder, { "ads.geojson": features([]) });
    expect((await audit()).totals.shortage).toBe(6);
    await writeFiles(folder, townFiles);
    expect((await audit()).totals.shortage).toBe(5);
  });

  it("is for those who plan ads", async () => {
    for (const [role, status] of [
      ["planner", 200],
      ["operator", 200],
      ["leader", 403],
      ["screen", 403],
    ] as const) {
      const headers = as(aViewer(role));
      expect([role, (await app.request("/api/ads/audit", { headers })).status]).toEqual([
        role,
        status,
      ]);
    }
  });
});

describe("a part of the audit", () => {
  it("is refused for a zone or unit that there is not, with the nearest", async () => {
    for (const query of ["zone=X", "unit=X"]) {
      expect((await app.request(`/api/ads/audit?${query}`)).status).toBe(400);
    }
  });
});

describe("POST /api/ads/plans", () => {
  it("finds the fewest and the cheapest, with where they are", async () => {
    const fewest = await planned({ objective: "count" });
    expect(fewest).toMatchObject({ status: "optimal", value: 5, bound: 5, gap: 0 });
    const cheapest = await planned({ objective: "cost" });
    expect(cheapest).toMatchObject({ status: "optimal", value: 900, bound: 900, cost: 900 });
    const sites = cheapest?.sites ?? [];
    expect(sites.map(({ id }) => id).sort()).toEqual(["E1", "E2", "E3", "W1", "W2"]);
    const first = sites.find(({ id }) => id === "W1");
    expect(first).toMatchObject({ kind: "new", carrier: "lamp", cost: 100 });
    expect(first?.position).toEqual([expect.closeTo(LNG + 0.0025), expect.closeTo(LAT + 0.005)]);
  });

  it("buys the most for a budget, and the worthier first", async () => {
    expect(await planned({ objective: "budget", budget: 450 })).toMatchObject({
      status: "optimal",
      value: 3,
      cost: 400,
    });
    const budget = { amount: 300, weights: { 东路: 9 } };
    const worthy = await planned({ objective: "budget", budget });
    expect(worthy?.actions.map(({ id }) => id).sort()).toEqual(["E1", "E2"]);
  });

  it("holds to sites that must be there or must not", async () => {
    const cost = async (locks: object) => (await planned({ objective: "cost", locks }))?.value;
    expect(await cost({ in: ["E5"] })).toBe(1100);
    expect(await cost({ out: ["E1"] })).toBe(1200);
  });

  it("plans a zone or bounds alone", async () => {
    const east = await planned({ objective: "count", scope: "E" });
    expect(east?.actions.map(({ id }) => id[0])).toEqual(["E", "E", "E"]);
    const bounds = [LNG, LAT, LNG + 0.01, LAT + 0.01];
    const west = await planned({ objective: "cost", scope: bounds });
    expect(west?.actions.map(({ id }) => id).sort()).toEqual(["W1", "W2"]);
    expect(west?.status).toBe("optimal");
  });

  it("is cancelled while it runs and while it waits, and the next goes on", async () => {
    const first = await asked({ objective: "count" });
    const second = await asked({ objective: "count" });
    expect((await stateOf(first)).state).toBe("running");
    expect((await stateOf(second)).state).toBe("queued");
    expect((await cancelled(second)).state).toBe("cancelled");
    expect((await cancelled(first)).state).toBe("cancelled");
    expect((await planned({ objective: "count" }))?.value).toBe(5);
    expect((await stateOf(first)).state).toBe("cancelled");
    expect((await stateOf(second)).result).toBeUndefined();
  });

  it("refuses what cannot be planned", async () => {
    const count = { objective: "count" };
    expect(await refusal({})).toEqual([400, "bad-body"]);
    expect(await refusal({ objective: "beauty" })).toEqual([400, "bad-body"]);
    expect(await refusal({ objective: "budget" })).toEqual([400, "bad-body"]);
    expect(await refusal({ ...count, budget: 5 })).toEqual([400, "bad-body"]);
    expect(await refusal({ ...count, colour: "red" })).toEqual([400, "bad-body"]);
    expect(await refusal({ ...count, scope: [1, 2, 0, 3] })).toEqual([400, "bad-body"]);
    expect(await refusal({ ...count, scope: "N" })).toEqual([400, "unknown-value"]);
    for (const locks of [{ in: ["X"] }, { in: ["W3"] }, { in: ["W1"], out: ["W1"] }]) {
      expect(await refusal({ ...count, locks })).toEqual([400, "bad-ad-lock"]);
    }
  });

  it("knows no other plan", async () => {
    for (const method of ["GET", "DELETE"]) {
      expect((await app.request("/api/ads/plans/none", { method })).status).toBe(404);
    }
  });
});

describe("a city without rules for ads", () => {
  it("has an empty audit and plans nothing", async () => {
    app = await testApp(aCity().withZone("A", [0, 0, 5, 5]).build(), []);
    expect(await audit()).toMatchObject({ roads: [], note: "no-rules", totals: { required: 0 } });
    expect(await refusal({ objective: "count" })).toEqual([409, "no-ad-rules"]);
  });

  it("or with rules that cannot be read says so", async () => {
    const broken = await scratch.folder();
    await writeFiles(broken, {
      ...townFiles,
      "ad-rules.json": { ...rules, classes: { primary: "none" } },
    });
    app = await testApp((await readPack(broken)).value, []);
    expect(await audit()).toMatchObject({ roads: [], note: "rules-unreadable" });
    expect(await refusal({ objective: "count" })).toEqual([409, "no-ad-rules"]);
  });
});
