import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import type { CaseBody } from "../../domain/contract/cases.ts";
import { startServer } from "../../scripts/proof/server-process.ts";

/** In the ground of the demo's unit. */
const SPOT = { longitude: 114.3055, latitude: 30.5935, accuracy: 12 };
const ADDRESS = "试验路 7 号旁";
const PICTURE = {
  name: "a.png",
  mimeType: "image/png",
  buffer: readFileSync("data/packs/demo/photos/bikes-01-after.png"),
};

let server: Awaited<ReturnType<typeof startServer>>;
const stateFolder = mkdtempSync(join(tmpdir(), "wangge-case-"));

test.beforeAll(async () => {
  // A clock of its own, so that two weeks can pass.
  server = await startServer(
    { packFolder: "data/packs/demo", stateFolder, databaseUrl: null },
    { LOG_LEVEL: "warn", NODE_OPTIONS: "--import=./tests/support/two-weeks-later.mjs" },
  );
});
test.afterAll(async () => {
  await server.kill();
  rmSync(stateFolder, { recursive: true, force: true });
});

/** A phone or desk of somebody; null: nobody in particular. */
async function pageOf(browser: Browser, account: string | null, isPhone = true): Promise<Page> {
  const context = await browser.newContext({
    viewport: isPhone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
    hasTouch: isPhone,
    isMobile: isPhone,
    geolocation: SPOT,
    permissions: ["geolocation"],
    locale: "zh-CN",
    baseURL: server.url,
  });
  const page = await context.newPage();
  if (account === null) return page;
  await page.goto("/sign-in");
  const status = await page.evaluate(async (name) => {
    const headers = { "Content-Type": "application/json" };
    const body = JSON.stringify({ account: name });
    return (await fetch("/api/account/demo", { method: "POST", headers, body })).status;
  }, account);
  expect(status).toBe(200);
  return page;
}

const caseOf = async (page: Page, id: string): Promise<CaseBody> =>
  (await page.request.get(`/api/problems/${id}/case`)).json();

/** A citizen's report with a picture, written without a connection; answers its number. */
async function reportFromStreet(page: Page): Promise<string> {
  await page.goto("/report?as=public");
  await expect(page.getByTestId("report-form")).toBeVisible();
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForLoadState("networkidle");
  await page.reload();
  await expect(page.getByTestId("report-form")).toBeVisible();
  await page.context().setOffline(true);
  await page.getByLabel("选择照片").setInputFiles(PICTURE);
  await expect(page.getByText("已添加")).toBeVisible();
  await page.getByLabel("问题类别").fill("bllj");
  await page.getByRole("button", { name: "暴露垃圾" }).first().tap();
  await expect(page.getByText("已定位")).toBeVisible();
  await page.getByLabel("地址或明显标志").fill(ADDRESS);
  await page.getByRole("button", { name: "提交", exact: true }).tap();
  await expect(page.getByText("待发送 1 件")).toBeVisible();
  await page.context().setOffline(false);
  const sent = page.getByTestId("sent").getByRole("link").first();
  await expect(sent).toBeVisible({ timeout: 30_000 });
  return (await sent.textContent()) ?? "";
}

const actsAnswered = (page: Page) =>
  page.waitForResponse((answer) => answer.url().endsWith("/acts"));

/** 处置反馈 of the unit, with a picture. */
async function rectify(page: Page, words: string): Promise<void> {
  await page.goto("/orders");
  const card = page.getByTestId("order").filter({ hasText: ADDRESS });
  await card.locator(".phone-head").click();
  await card.getByLabel("处置说明").fill(words);
  await card.locator(".photo-way input").last().setInputFiles(PICTURE);
  await expect(card.locator(".photo-item")).toBeVisible();
  const sent = actsAnswered(page);
  await card.getByRole("button", { name: "提交反馈" }).click();
  expect((await sent).status()).toBe(200);
  await expect(page.getByTestId("queue")).toHaveCount(0, { timeout: 30_000 });
}

/** The inspector's word on what the unit reports as done. */
async function check(page: Page, decision: "核查通过" | "返工", reason: string): Promise<void> {
  await page.goto("/round");
  const card = page.getByTestId("check").filter({ hasText: ADDRESS });
  await card.locator(".phone-head").click();
  await card.getByLabel(decision, { exact: true }).check();
  if (reason) await card.getByLabel("返工原因").fill(reason);
  const sent = actsAnswered(page);
  await card.getByRole("button", { name: "提交核查" }).click();
  expect((await sent).status()).toBe(200);
}

/** An act on the desk, by its button and the form that opens. */
async function actOnDesk(page: Page, id: string, act: string, state: string): Promise<void> {
  await page.goto(`/desk?pick=${id}`);
  const detail = page.getByTestId("desk-detail");
  await detail.getByRole("button", { name: act, exact: true }).click();
  await detail.getByRole("button", { name: `确认${act}` }).click();
  await expect(detail.getByTestId("case-state")).toHaveText(state);
}

test("a report from the street is handled, checked, handled again and closed; two weeks later it is back", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const citizen = await pageOf(browser, null);
  const number = await reportFromStreet(citizen);

  const desk = await pageOf(browser, "demo-operator", false);
  await actOnDesk(desk, number, "立案", "待派遣");
  await actOnDesk(desk, number, "派遣", "处置中");
  expect(await caseOf(desk, number)).toMatchObject({ unit: { id: "I01" }, isOverdue: false });

  const unit = await pageOf(browser, "demo-unit");
  const inspector = await pageOf(browser, "demo-inspector");
  await rectify(unit, "已清理");
  await check(inspector, "返工", "仍有残留");
  await rectify(unit, "已彻底清理");
  await check(inspector, "核查通过", "");
  await actOnDesk(desk, number, "结案", "已结案");
  const closed = await caseOf(desk, number);
  expect(closed.steps.map(({ act }) => act)).toEqual([
    "accept",
    "dispatch",
    "rectify",
    "rework",
    "rectify",
    "pass",
    "close",
  ]);
  expect(closed).toMatchObject({ reworks: 1, isUnverified: false });

  process.kill(server.pid, "SIGUSR2");
  const again = await reportFromStreet(await pageOf(browser, null));
  expect(again).not.toBe(number);
  const problem = await (await desk.request.get(`/api/problems/${again}`)).json();
  await desk.goto(`/evidence/${problem.properties.placeId}`);
  const sheet = desk.getByRole("main");
  await expect(sheet).toContainText(number);
  await expect(sheet).toContainText(again);
  const evidence = await (
    await desk.request.get(`/api/recurrence/places/${problem.properties.placeId}`)
  ).json();
  // Rework inside the case is no return; the report after its closing is one.
  expect(evidence.episodes).toHaveLength(2);
  expect(evidence.k).toBe(1);
});
