import { expect, type Page } from "@playwright/test";
import type { AdPlanBody, AdPlanResult, NewAdPlan } from "../../domain/contract/ads-plans.ts";
import { openRecords } from "../../server/imports/open-records.ts";
import { quiet } from "./quiet.ts";
import { seriousFindings } from "./serious-findings.ts";
import { test } from "./workbench-page.ts";

test.use({ viewport: { width: 1440, height: 900 } });
test.setTimeout(90_000);

async function planOf(page: Page, id: string): Promise<AdPlanBody> {
  const answer = await page.request.get(`/api/ads/plans/${id}`);
  return (await answer.json()) as AdPlanBody;
}

/** Plans behind the page. Answers the number once it is done. */
async function planned(page: Page, asked: NewAdPlan): Promise<string> {
  const answer = await page.request.post("/api/ads/plans", { data: asked });
  const { id } = (await answer.json()) as { id: string };
  await expect.poll(async () => (await planOf(page, id)).state, { timeout: 60_000 }).toBe("done");
  return id;
}

async function resultOf(page: Page, id: string): Promise<AdPlanResult> {
  const { result } = await planOf(page, id);
  if (!result) throw new Error("not done");
  return result;
}

const panelOf = (page: Page) => page.getByTestId("plan-panel");
const idOf = (page: Page) => new URL(page.url()).searchParams.get("plan") ?? "";
const wan = (yuan: number) => `${(yuan / 10_000).toFixed(1)} 万`;

/** Opens a plan with a site picked and the map on it, and waits until the map stands. */
async function openAt(page: Page, plan: string, site: AdPlanResult["sites"][number]) {
  const [lng, lat] = site.position;
  await page.goto(`/ads?mode=plan&plan=${plan}&pick=site:${site.id}&at=${lng},${lat},18`);
  await expect(page.getByTestId("ads-map")).toHaveAttribute("data-drawn", /fresh/, {
    timeout: 30_000,
  });
  await expect(panelOf(page).getByText(`点位 ${site.id}`)).toBeVisible({ timeout: 30_000 });
  await quiet(page);
}

/** A new site that nobody asked for, with room on its road to both sides. */
function freeSite(result: AdPlanResult): AdPlanResult["sites"][number] {
  const musts = 20;
  const site = result.sites
    .filter(({ kind, road }) => kind === "new" && road)
    .find(({ chainage }, i) => i > musts && (chainage ?? 0) > 200);
  if (!site) throw new Error("no site");
  return site;
}

test("a plan is made before the eyes, and one on its way is stopped", async ({ page }) => {
  await page.goto("/ads?mode=plan");
  const panel = panelOf(page);
  await panel.getByRole("button", { name: "新建方案" }).first().click();
  await panel.getByLabel("最少费用").check();
  await panel.getByLabel("方案名称").fill("端到端 最少费用");
  await panel.getByRole("button", { name: "开始求解" }).click();
  await expect(panel.getByRole("heading", { name: /求解中 \d+%/ })).toBeVisible({
    timeout: 20_000,
  });
  await expect(panel.getByRole("progressbar")).toBeVisible();
  const current = panel.getByRole("columnheader", { name: /端到端 最少费用/ });
  await expect(current.getByRole("button")).toHaveAttribute("aria-current", "true");
  await expect(panel.getByText(/独立校验通过：费用下界 [\d.]+ 万 = 方案费用/)).toBeVisible({
    timeout: 60_000,
  });
  const result = await resultOf(page, idOf(page));
  expect(result.value).toBe(result.bound);
  await expect(panel.getByText(`${wan(result.cost)}元`)).toBeVisible();

  await panel.getByRole("button", { name: "新建方案" }).click();
  await panel.getByLabel("最少费用").check();
  await panel.getByLabel("方案名称").fill("端到端 停止");
  await panel.getByRole("button", { name: "开始求解" }).click();
  await panel.getByRole("button", { name: "停止求解" }).click({ timeout: 20_000 });
  await expect(panel.getByText("这个方案在求解途中被取消，没有结果。")).toBeVisible();
  expect((await planOf(page, idOf(page))).state).toBe("cancelled");
});

test("what cannot be asked is said at the field, not sent", async ({ page }) => {
  await page.goto("/ads?mode=plan");
  const panel = panelOf(page);
  await panel.getByRole("button", { name: "新建方案" }).first().click();
  await panel.getByLabel("预算内最多").check();
  await panel.getByLabel("预算（万元）").fill("很多");
  await expect(panel.getByText("请填大于 0 的金额，单位万元，例如 60")).toBeVisible();
  await expect(panel.getByRole("button", { name: "开始求解" })).toBeDisabled();
  await panel.getByLabel("预算（万元）").fill("20");
  await expect(panel.getByRole("button", { name: "开始求解" })).toBeEnabled();
  // Until the zones are there, none can be chosen.
  await quiet(page);
  await panel.getByLabel("一个片区").check();
  await expect(panel.getByRole("combobox", { name: "片区" })).toHaveValue(/.+/);
});

test("another aim is an edit, can be undone, and makes another scenario", async ({ page }) => {
  const asked = { objective: "cost", name: "端到端 目标", scope: "Z01" } as const;
  const plan = await planned(page, asked);
  await page.goto(`/ads?mode=plan&plan=${plan}`);
  const panel = panelOf(page);
  await panel.getByRole("button", { name: "改目标和范围" }).click({ timeout: 30_000 });
  await panel.getByLabel("最少点位").check();
  const draft = panel.getByRole("region", { name: "未求解的改动" });
  await expect(draft.getByText("目标改为 最少点位")).toBeVisible();
  await expect(draft.getByRole("button", { name: "局部重算" })).toBeDisabled();
  await page.getByRole("button", { name: "撤销" }).click();
  await expect(panel.getByLabel("最少费用")).toBeChecked();
  await page.getByRole("button", { name: "重做" }).click();
  await draft.getByRole("button", { name: "全部重算" }).click();
  await expect.poll(() => idOf(page), { timeout: 20_000 }).not.toBe(plan);
  await expect(panel.getByText(/独立校验通过：点位下界/)).toBeVisible({ timeout: 60_000 });
  const { asked: now } = (await planOf(page, idOf(page))).head ?? {};
  expect(now).toMatchObject({ objective: "count", scope: "Z01" });
});

test("a site that is left out is planned around, near by, and is gone", async ({ page }) => {
  const plan = await planned(page, { objective: "cost", name: "端到端 锁定" });
  const before = await resultOf(page, plan);
  const site = freeSite(before);
  await openAt(page, plan, site);
  const panel = panelOf(page);
  await expect(panel.getByText("若去掉")).toBeVisible();
  await panel.getByRole("button", { name: "排除此点" }).click();
  const draft = panel.getByRole("region", { name: "未求解的改动" });
  await expect(draft.getByText(`${site.id} 不设`)).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(draft.getByText(`${site.id} 不设`)).toBeHidden();
  await expect(draft.getByRole("button", { name: "局部重算" })).toBeDisabled();
  await page.keyboard.press("Control+Shift+z");
  await expect(draft.getByText(`${site.id} 不设`)).toBeVisible();
  await draft.getByRole("button", { name: "局部重算" }).click();
  await expect.poll(() => idOf(page), { timeout: 20_000 }).not.toBe(plan);
  await expect(panel.getByText(/局部重算，未证明整体最优/)).toBeVisible({ timeout: 60_000 });

  const after = await planOf(page, idOf(page));
  expect(after.head?.name).toBe("端到端 锁定 改");
  expect(after.head?.asked.locks.out).toEqual([site.id]);
  expect(after.head?.asked.basedOn).toBe(plan);
  const ids = after.result?.sites.map(({ id }) => id) ?? [];
  expect(ids).not.toContain(site.id);
  const kept = before.sites.filter(({ id }) => ids.includes(id)).length;
  expect(kept).toBeGreaterThan(before.sites.length * 0.9);
  await expect(panel.getByRole("heading", { name: "为什么不行" })).toBeVisible();
  await expect(panel.getByText("已排除此点")).toBeVisible();
});

test("a site is moved along its road by keys and by hand, with the rules' word", async ({
  page,
}) => {
  const plan = await planned(page, { objective: "cost", name: "端到端 移位" });
  const site = freeSite(await resultOf(page, plan));
  await openAt(page, plan, site);
  const panel = panelOf(page);
  await panel.getByRole("button", { name: "向前 5 m" }).focus();
  for (const far of ["5", "10"]) {
    await page.keyboard.press("ArrowRight");
    await expect(panel.getByText(`离原位 ${far} m`)).toBeVisible({ timeout: 20_000 });
  }
  await expect(panel.getByText(/各项规则满足|移到这里违反 \d+ 项/)).toBeVisible();
  const draft = panel.getByRole("region", { name: "未求解的改动" });
  await expect(draft.getByText(`${site.id} 移位`)).toBeVisible();
  await panel.getByRole("button", { name: "移回原位" }).click();
  await expect(draft.getByText(`${site.id} 移位`)).toBeHidden();

  const box = await page.getByTestId("ads-map").boundingBox();
  if (!box) throw new Error("no map");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 60, y + 60, { steps: 8 });
  const answered = page.waitForResponse(/\/move$/);
  await page.mouse.move(x + 120, y + 120, { steps: 8 });
  await answered;
  await page.mouse.up();
  await expect(draft.getByText(`${site.id} 移位`)).toBeVisible();
  const [lng = 0] = (new URL(page.url()).searchParams.get("at") ?? "").split(",").map(Number);
  expect(lng).toBeCloseTo(site.position[0], 4);
});

test("two scenarios stand beside each other, and their difference adds up", async ({ page }) => {
  const first = await planned(page, { objective: "count", name: "端到端 甲" });
  const second = await planned(page, { objective: "budget", budget: 200_000, name: "端到端 乙" });
  const [a, b] = [await resultOf(page, first), await resultOf(page, second)];
  await page.goto(`/ads?mode=compare&plan=${first}&compare=${first},${second}`);
  const panel = panelOf(page);
  const cost = panel.getByRole("row", { name: /^费用/ });
  await expect(cost).toContainText(wan(a.cost), { timeout: 30_000 });
  await expect(cost).toContainText(wan(b.cost));
  const numberIn = async (name: RegExp) => {
    const cell = panel.getByRole("row", { name }).getByRole("cell").first();
    return Number((await cell.innerText()).replaceAll(",", ""));
  };
  await expect(panel.getByRole("row", { name: /两案都有/ })).toBeVisible({ timeout: 30_000 });
  const both = await numberIn(/两案都有/);
  expect((await numberIn(/只在 A/)) + both).toBe(a.sites.length);
  expect((await numberIn(/只在 B/)) + both).toBe(b.sites.length);
  await expect(page.getByTestId("ads-map")).toHaveAttribute("data-drawn", /plans-difference/, {
    timeout: 30_000,
  });
  expect(await seriousFindings(page, [".plan-panel", ".ads-tools"])).toEqual([]);
});

test("the workbook that is saved holds every site with its cost and unit", async ({
  page,
}, info) => {
  const plan = await planned(page, { objective: "cost", name: "端到端 导出" });
  const result = await resultOf(page, plan);
  await page.goto(`/ads?mode=plan&plan=${plan}`);
  await page.getByText("导出", { exact: true }).click({ timeout: 30_000 });
  const saved = page.waitForEvent("download", { timeout: 60_000 });
  await page.getByRole("button", { name: "XLSX 表格" }).click();
  const download = await saved;
  const path = info.outputPath("plan.xlsx");
  await download.saveAs(path);
  await expect(page.getByText(/已下载 .*端到端 导出.*\.xlsx/)).toBeVisible();
  const source = await openRecords(path, {
    layout: { sheet: "点位", headerRow: 1 },
    wanted: new Set(),
  });
  const rows: Record<string, unknown>[] = [];
  for await (const { records } of source.batches) {
    rows.push(...records.map(({ fields }) => fields));
  }
  expect(rows.map((row) => row.编号).toSorted()).toEqual(
    result.sites.map(({ id }) => id).toSorted(),
  );
  const total = rows.reduce((sum, row) => sum + Number(row["费用（元）"]), 0);
  expect(total).toBe(result.cost);
});

test("a scenario is renamed, opened, cut into phases and deleted", async ({ page }) => {
  const plan = await planned(page, {
    objective: "budget",
    budget: 100_000,
    name: "端到端 列表",
  });
  await page.goto("/ads?mode=plan");
  const panel = panelOf(page);
  const row = panel.getByRole("listitem").filter({ hasText: "端到端 列表" });
  await row.getByRole("button", { name: "给方案“端到端 列表”改名" }).click();
  await panel.getByLabel("方案名称").fill("端到端 改过名");
  await panel.getByRole("button", { name: "保存" }).click();
  await panel.getByRole("button", { name: "端到端 改过名", exact: true }).click();
  await expect(panel.getByText("费用构成")).toBeVisible({ timeout: 30_000 });
  expect(await seriousFindings(page, [".plan-panel", ".ads-tools"])).toEqual([]);

  await panel.getByText("分期实施").click();
  await panel.getByLabel("各期预算（万元，逗号分开）").fill("4, 3");
  await panel.getByRole("button", { name: "分期", exact: true }).click();
  const result = await resultOf(page, plan);
  const rows = panel.getByRole("row", { name: /^(第 \d 期|余下)/ });
  await expect(rows).toHaveCount(3);
  const sites = await rows.evaluateAll((all) =>
    all.map((each) => Number(each.children[2]?.textContent)),
  );
  expect(sites.reduce((sum, n) => sum + n, 0)).toBe(result.sites.length);

  await panel.getByRole("button", { name: "方案列表" }).click();
  const open = panel.getByRole("listitem").filter({ hasText: "端到端 改过名" });
  await open.getByRole("button", { name: /^删除方案/ }).click();
  await open.getByRole("button", { name: "确认删除" }).click();
  await expect(open).toHaveCount(0);
});
