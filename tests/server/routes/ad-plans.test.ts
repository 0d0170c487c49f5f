import { beforeAll, describe, expect, it, vi } from "vitest";
import {
  AdAudit,
  AdRoadDetail,
  AdRoads,
  AdSpots,
  AdSummaryBody,
} from "../../../domain/contract/ads.ts";
import {
  AdMoveBody,
  AdPhases,
  AdPlanBody,
  AdPlanList,
  AdSiteReason,
} from "../../../domain/contract/ads-plans.ts";
import { AdPreview, AdRulesBody } from "../../../domain/contract/ads-rules.ts";
import { readPack } from "../../../server/packs/read-pack.ts";
import { LAT, LNG, townFiles, townRules, writeFiles } from "../../support/ads-town.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";
import { as, aViewer } from "../../support/viewers.ts";

const scratch = scratchFolder();
let app: TestApp;
beforeAll(async () => {
  const folder = await scratch.folder();
  await writeFiles(folder, townFiles);
  app = await testApp((await readPack(folder)).value, []);
});

const planOf = async (id: string) => AdPlanBody.parse(await app.get(`/api/ads/plans/${id}`));

async function planned(body: Record<string, unknown>): Promise<AdPlanBody> {
  const response = await app.post("/api/ads/plans", body);
  expect(response.status).toBe(202);
  const { id } = (await response.json()) as { id: string };
  return vi.waitFor(
    async () => {
      const plan = await planOf(id);
      if (plan.state !== "done") throw new Error(`${plan.state} ${plan.error?.message}`);
      return plan;
    },
    { timeout: 20_000 },
  );
}

async function statusOf(path: string, method: string, body?: unknown): Promise<number> {
  const headers = { "Content-Type": "application/json" };
  const init = body === undefined ? { method } : { method, headers, body: JSON.stringify(body) };
  return (await app.request(path, init)).status;
}

describe("the audit of a city", () => {
  it("says of every road how it stands and whose it is; sums by zone add up to the city", async () => {
    const { roads, summary, stamp } = AdAudit.parse(await app.get("/api/ads/audit"));
    expect(roads.map(({ name, status, zone }) => [name, status, zone])).toEqual([
      ["西路", "short", "W"],
      ["东路", "short", "E"],
    ]);
    expect(stamp?.rules.version).toBe("v1");
    expect(summary?.total).toMatchObject({ required: 6, existing: 1, shortage: 5, surplus: 0 });
    expect(summary?.byZone.map(({ id, name, shortage }) => [id, name, shortage])).toEqual([
      ["W", "西片区", 2],
      ["E", "东片区", 3],
    ]);
    const west = AdAudit.parse(await app.get("/api/ads/audit?zone=W"));
    expect(west.roads.map(({ name }) => name)).toEqual(["西路"]);
    expect(west.totals).toMatchObject({ required: 3, shortage: 2 });
    expect(west.summary?.total).toMatchObject({ roads: 1, shortage: 2 });
    const { total } = AdSummaryBody.parse(await app.get("/api/ads/summary"));
    expect(total).toEqual(summary?.total);
  });

  it("draws its roads and spots, and unfolds the arithmetic of one road", async () => {
    const { features } = AdRoads.parse(await app.get("/api/ads/roads"));
    expect(features.map(({ properties }) => properties.status)).toEqual(["short", "short"]);
    const [start] = features[0]?.geometry.coordinates[0] ?? [];
    expect(start?.[0]).toBeCloseTo(LNG + 0.002, 6);
    const { ads, sites } = AdSpots.parse(await app.get("/api/ads/spots"));
    expect(ads).toMatchObject([{ id: "A1", road: "西路", counts: true }]);
    expect(sites).toHaveLength(10);
    expect(sites.find(({ id }) => id === "W3")?.blocked).toBe("too-close-to-existing");
    const key = encodeURIComponent("西路");
    const detail = AdRoadDetail.parse(await app.get(`/api/ads/road?key=${key}`));
    expect(detail).toMatchObject({ perKm: 6, required: 3, count: 1, shortage: 2 });
    expect(detail.exact).toBeCloseTo((6 * detail.lengthM) / 1000, 6);
    expect(detail.ads).toMatchObject([{ id: "A1", counts: true, isPlanned: false }]);
    expect(await statusOf("/api/ads/road?key=none", "GET")).toBe(404);
  });
});

describe("rules", () => {
  it("shows what others would change, and keeps them as a new version in force", async () => {
    const known = AdRulesBody.parse(await app.get("/api/ads/rules"));
    expect(known.active?.version).toBe("v1");
    expect(known.versions).toMatchObject([{ version: "v1", savedAt: null }]);
    expect(known.examples.length).toBeGreaterThanOrEqual(3);
    const main = { ...townRules.groups.main, perKm: 2 };
    const gentler = { ...townRules, version: "v2", groups: { main } };
    const response = await app.post("/api/ads/preview", { rules: gentler });
    const preview = AdPreview.parse(await response.json());
    expect(preview.before?.total.shortage).toBe(5);
    expect(preview.after.total).toMatchObject({ required: 2, shortage: 1 });
    expect(preview.changed.map(({ key, to, shortage }) => [key, to, shortage])).toEqual([
      ["西路", "met", [2, 0]],
      ["东路", "short", [3, 1]],
    ]);
    const body = { rules: gentler, reason: "试行" };
    expect(await statusOf("/api/ads/rules", "POST", body)).toBe(200);
    expect(await statusOf("/api/ads/rules", "POST", body)).toBe(409);
    const taken = { rules: { ...gentler, version: "v1" } };
    expect(await statusOf("/api/ads/rules", "POST", taken)).toBe(409);
    const now = AdAudit.parse(await app.get("/api/ads/audit"));
    expect(now.stamp?.rules.version).toBe("v2");
    expect(now.totals.shortage).toBe(1);
    const before = AdAudit.parse(await app.get("/api/ads/audit?rules=v1"));
    expect(before.totals.shortage).toBe(5);
    expect(await statusOf("/api/ads/audit?rules=v9", "GET")).toBe(400);
  });
});

describe("a plan that is done", () => {
  let plan: AdPlanBody;
  beforeAll(async () => {
    plan = await planned({ objective: "cost", rules: "v1", name: "东西两路" });
  });

  it("is told in full: sites with road, zone and costs, what it leaves, the audit after it", async () => {
    const { result, head } = plan;
    expect(head).toMatchObject({ name: "东西两路", figures: { fresh: 5, repairs: 0, cost: 900 } });
    expect(head?.figures?.shortageAfter).toBe(0);
    expect(result?.sites.find(({ id }) => id === "E1")).toMatchObject({
      road: "东路",
      zone: { id: "E", name: "东片区" },
    });
    expect(result?.costs?.byCarrier).toEqual([{ id: "lamp", name: "lamp", sites: 5, cost: 900 }]);
    expect(result?.after?.total).toMatchObject({ shortage: 0, existing: 6 });
    expect(result?.unmet).toEqual([]);
    expect(result?.greedy?.actions).toBe(5);
    const after = AdAudit.parse(await app.get(`/api/ads/audit?plan=${plan.id}`));
    expect(after.roads.map(({ status }) => status)).toEqual(["met", "met"]);
  });

  it("is kept over a restart of the planner, renamed, listed and forgotten", async () => {
    const { plans } = AdPlanList.parse(await app.get("/api/ads/plans"));
    expect(plans[0]).toMatchObject({ id: plan.id, state: "done", asked: { objective: "cost" } });
    const path = `/api/ads/plans/${plan.id}`;
    expect(await statusOf(path, "PATCH", { name: "第二稿" })).toBe(200);
    expect((await planOf(plan.id)).head?.name).toBe("第二稿");
    const other = await planned({ objective: "count", rules: "v1" });
    expect(await statusOf(`/api/ads/plans/${other.id}?forget=1`, "DELETE")).toBe(200);
    expect(await statusOf(`/api/ads/plans/${other.id}`, "GET")).toBe(404);
    const acts = async (id: string) =>
      (await app.city.storage.auditOf("ad-plan", id)).map(({ action }) => action);
    expect(await acts(plan.id)).toEqual(["keep-ad-plan", "rename-ad-plan"]);
    expect(await acts(other.id)).toEqual(["keep-ad-plan", "remove-ad-plan"]);
  });

  it("says why a site is there, and why another is not", async () => {
    const reasonOf = async (id: string) =>
      AdSiteReason.parse(await app.get(`/api/ads/plans/${plan.id}/sites/${id}`));
    const chosen = await reasonOf("E3");
    expect(chosen).toMatchObject({ isChosen: true, road: "东路", why: [] });
    expect(chosen.breaks).toMatchObject([{ kind: "count", of: "东路", need: 3, without: 2 }]);
    expect(chosen.alternative).toMatchObject({ id: "E4", extraCost: 100 });
    const dearer = await reasonOf("E4");
    expect(dearer.isChosen).toBe(false);
    expect(dearer.why[0]).toMatchObject({ code: "dearer", ids: ["E3"], detail: "100" });
    expect(await reasonOf("W3")).toMatchObject({ why: [{ code: "too-close-to-existing" }] });
    expect(await statusOf(`/api/ads/plans/${plan.id}/sites/none`, "GET")).toBe(404);
  });

  it("moves a site along its road, and says what that breaks", async () => {
    const moved = async (site: string, lng: number, lat: number) => {
      const body = { site, position: [lng, lat] };
      const response = await app.post(`/api/ads/plans/${plan.id}/move`, body);
      return AdMoveBody.parse(await response.json());
    };
    const east = await moved("E3", LNG + 0.0255, LAT + 0.02);
    expect(east.position[1]).toBeCloseTo(LAT + 0.005, 5);
    expect(east.position[0]).toBeCloseTo(LNG + 0.0255, 5);
    expect(east).toMatchObject({ road: "东路", faults: [] });
    const near = await moved("E3", LNG + 0.0237, LAT + 0.005);
    expect(near.faults).toMatchObject([{ code: "conflicts-with-chosen", ids: ["E2"] }]);
  });

  it("is cut into phases that together are the plan", async () => {
    const path = `/api/ads/plans/${plan.id}/phases`;
    const { phases } = AdPhases.parse(await app.get(`${path}?budgets=300,400`));
    expect(phases.map(({ cost }) => cost).reduce((a, b) => a + b)).toBe(900);
    expect(phases.flatMap(({ actions }) => actions)).toHaveLength(5);
    expect(phases.at(-1)?.shortageLeft).toBe(0);
    expect(await statusOf(`${path}?budgets=-1`, "GET")).toBe(400);
  });

  it("holds sites where they were moved to", async () => {
    const moves = { E1: [LNG + 0.0226, LAT + 0.005] };
    const { result } = await planned({ objective: "cost", rules: "v1", moves });
    const site = result?.sites.find(({ id }) => id === "E1");
    expect(site?.position[0]).toBeCloseTo(LNG + 0.0226, 6);
    const unknown = { objective: "cost", rules: "v1", moves: { none: [LNG, LAT] } };
    expect(await statusOf("/api/ads/plans", "POST", unknown)).toBe(400);
  });

  it("is planned anew near an edit alone, with the rest as it was", async () => {
    const locks = { out: ["E1"] };
    const asked = { objective: "cost", rules: "v1", locks, basedOn: plan.id };
    const { result, head } = await planned(asked);
    expect(result).toMatchObject({ isLocal: true, value: 1200, cost: 1200 });
    expect(head?.figures?.isLocal).toBe(true);
    expect(result?.actions.map(({ id }) => id).sort()).toEqual(["E2", "E3", "E4", "W1", "W2"]);
    const other = { ...asked, rules: "v2" };
    expect(await statusOf("/api/ads/plans", "POST", other)).toBe(400);
    const none = { ...asked, basedOn: "none" };
    expect(await statusOf("/api/ads/plans", "POST", none)).toBe(404);
  });

  it("leaves as a file of each kind, stamped", async () => {
    const fileOf = async (path: string) => {
      const response = await app.request(path);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-disposition")).toMatch(
        /^attachment; filename\*=UTF-8''/,
      );
      return new Uint8Array(await response.arrayBuffer());
    };
    const path = `/api/ads/plans/${plan.id}/export?format=`;
    const text = async (format: string) => new TextDecoder().decode(await fileOf(path + format));
    const geo = JSON.parse(await text("geojson")) as { features: unknown[] };
    expect(geo.features.length).toBeGreaterThanOrEqual(5);
    expect(await text("kml")).toContain("东路");
    for (const format of ["xlsx", "orders-xlsx"]) {
      expect([...(await fileOf(path + format)).subarray(0, 2)]).toEqual([0x50, 0x4b]);
    }
    for (const format of ["pdf", "orders", "pdf&zone=E"]) {
      const start = (await fileOf(path + format)).subarray(0, 5);
      expect(new TextDecoder().decode(start)).toBe("%PDF-");
    }
    const east = JSON.parse(await text("geojson&zone=E")) as { features: unknown[] };
    expect(east.features.length).toBeLessThan(geo.features.length);
    expect(await statusOf(`${path}pdf&zone=N`, "GET")).toBe(400);
    const audit = await fileOf("/api/ads/audit/export?format=geojson&rules=v1");
    expect(new TextDecoder().decode(audit)).toContain("v1");
    expect(await statusOf(`${path}doc`, "GET")).toBe(400);
  });

  it("of a part is judged by that part alone", async () => {
    const { id, result, head } = await planned({ objective: "cost", rules: "v1", scope: "W" });
    expect(result?.sites.map(({ id: site }) => site).sort()).toEqual(["W1", "W2"]);
    expect(result?.unmet).toEqual([]);
    expect(head?.figures).toMatchObject({ shortageAfter: 0, metShare: 1 });
    expect(result?.after?.total.shortage).toBe(3);
    const why = AdSiteReason.parse(await app.get(`/api/ads/plans/${id}/sites/E1`));
    expect(why.why).toMatchObject([{ code: "not-needed" }]);
  });

  it("is for those who plan; how roads stand is for everybody", async () => {
    const headers = as(aViewer("screen"));
    const statusFor = async (path: string) => (await app.request(path, { headers })).status;
    expect(await statusFor("/api/ads/roads")).toBe(200);
    expect(await statusFor(`/api/ads/roads?plan=${plan.id}`)).toBe(403);
    expect(await statusFor("/api/ads/roads?rules=v1")).toBe(403);
    expect(await statusFor(`/api/ads/plans/${plan.id}`)).toBe(403);
  });

  it("weighs roads by what lies along them", async () => {
    const asked = { objective: "budget", budget: 300, rules: "v1" };
    for (const weighting of ["recurrence", "places"]) {
      const { result } = await planned({ ...asked, weighting });
      expect(result).toMatchObject({ status: "optimal", value: 2 });
    }
  });
});
