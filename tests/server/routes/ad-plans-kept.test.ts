import { beforeAll, expect, it, vi } from "vitest";
import { AdPlanBody, AdSiteReason } from "../../../domain/contract/ads-plans.ts";
import { readPack } from "../../../server/packs/read-pack.ts";
import { features, point, townFiles, writeFiles } from "../../support/ads-town.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";

const scratch = scratchFolder();
let app: TestApp;
beforeAll(async () => {
  const folder = await scratch.folder();
  const broken = { id: "A2", state: "damaged", repairCost: 50 };
  const ads = features([
    [{ id: "A1", state: "ok" }, point(4.5)],
    [broken, point(2.6)],
  ]);
  await writeFiles(folder, { ...townFiles, "ads.geojson": ads });
  app = await testApp((await readPack(folder)).value, []);
});

async function planned(body: Record<string, unknown>) {
  const response = await app.post("/api/ads/plans", { objective: "cost", ...body });
  expect(response.status).toBe(202);
  const { id } = (await response.json()) as { id: string };
  const done = await vi.waitFor(
    async () => {
      const plan = AdPlanBody.parse(await app.get(`/api/ads/plans/${id}`));
      if (!plan.result) throw new Error(`${plan.state} ${plan.error?.message}`);
      return plan.result;
    },
    { timeout: 20_000 },
  );
  return { id, isLocal: done.isLocal ?? false, ids: done.actions.map((action) => action.id) };
}

it("repairs what is cheapest, unless it is to stay as it is", async () => {
  const free = await planned({});
  expect(free.ids).toContain("A2");
  const kept = await planned({ locks: { out: ["A2"] } });
  expect(kept.ids).not.toContain("A2");
  expect(kept.ids).toHaveLength(free.ids.length);
});

it("plans all anew where another ad is to stay as it is, near the edits where none is", async () => {
  const { id } = await planned({});
  const kept = await planned({ locks: { out: ["A2"] }, basedOn: id });
  expect(kept.isLocal).toBe(false);
  expect(kept.ids).not.toContain("A2");
  const near = await planned({ locks: { out: ["A2", "E1"] }, basedOn: kept.id });
  expect(near.isLocal).toBe(true);
  expect(near.ids).not.toContain("E1");
});

it("says what is left of the budget where a site is beyond it", async () => {
  const { id } = await planned({ objective: "budget", budget: 60 });
  const reason = AdSiteReason.parse(await app.get(`/api/ads/plans/${id}/sites/E1`));
  expect(reason.why).toContainEqual({ code: "beyond-budget", detail: "100 > 10" });
});

it("refuses ads that must be repaired, need no repair, or are not there", async () => {
  for (const locks of [{ in: ["A2"] }, { out: ["A1"] }, { out: ["A9"] }]) {
    const response = await app.post("/api/ads/plans", { objective: "cost", locks });
    expect(response.status).toBe(400);
  }
});
