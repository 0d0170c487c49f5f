import { readFileSync } from "node:fs";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import type { CaseBody, PlannedVisits } from "../../domain/contract/cases.ts";
import type { CaseInHand, CasesInHand } from "../../domain/contract/visits.ts";
import { seriousFindings } from "./serious-findings.ts";

test.use({
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  geolocation: { longitude: 114.3055, latitude: 30.5935, accuracy: 12 },
  permissions: ["geolocation"],
});

const UNIT = "I01";
const PICTURE = {
  name: "after.png",
  mimeType: "image/png",
  buffer: readFileSync("data/packs/demo/photos/bikes-01-after.png"),
};

async function actAs(page: Page, account: string): Promise<void> {
  await page.goto("/sign-in");
  const answer = await page.evaluate(async (name) => {
    const headers = { "Content-Type": "application/json" };
    const body = JSON.stringify({ account: name });
    return (await fetch("/api/account/demo", { method: "POST", headers, body })).status;
  }, account);
  expect(answer).toBe(200);
}

async function json<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path);
  expect(answer.ok(), path).toBe(true);
  return (await answer.json()) as T;
}

const caseOf = (page: Page, id: string) => json<CaseBody>(page, `/api/problems/${id}/case`);
const stepsOf = async (page: Page, id: string, act: string) =>
  (await caseOf(page, id)).steps.filter((step) => step.act === act);

/** Those a unit may report on, from the end of the list: each test takes its own. */
async function ownOrder(page: Page, fromEnd: number): Promise<CaseInHand> {
  const { cases } = await json<CasesInHand>(page, `/api/cases/in-hand?unit=${UNIT}`);
  const open = cases.filter(({ feature }) => feature.properties.state === "dispatched");
  const found = open.at(-fromEnd);
  if (!found) throw new Error("nothing in hand");
  return found;
}

async function isKept(page: Page, name: string, answers: number): Promise<void> {
  await expect
    .poll(
      () =>
        page.evaluate(
          async ([pageName, least]) => {
            const shell = await (await caches.open(`${pageName}-shell-1`)).keys();
            const kept = await (await caches.open(`${pageName}-answers-1`)).keys();
            const hasPage = shell.some(({ url }) => new URL(url).pathname === `/${pageName}`);
            return hasPage && shell.length >= 4 && kept.length >= Number(least);
          },
          [name, answers] as const,
        ),
      { timeout: 20_000 },
    )
    .toBe(true);
  await page.waitForLoadState("networkidle");
}

/** The card of a problem, found by the number in its opened body. */
async function opened(page: Page, id: string, name: string) {
  const heads = page.getByTestId("order").filter({ hasText: name });
  await expect(heads.first()).toBeVisible();
  for (let i = 0; i < (await heads.count()); i++) {
    await heads.nth(i).locator(".phone-head").click();
    if ((await heads.nth(i).getByText(id).count()) > 0) return heads.nth(i);
  }
  throw new Error(`no card of ${id}`);
}

test.describe("my orders", () => {
  test("a report made without a connection, with a picture, is sent once when it is back", async ({
    page,
    context,
  }) => {
    await actAs(page, "demo-unit");
    const { feature } = await ownOrder(page, 1);
    const { id, address } = feature.properties;
    await page.goto("/orders");
    await expect(page.getByTestId("order").first()).toBeVisible();
    await isKept(page, "orders", 3);
    await context.setOffline(true);
    const card = await opened(page, id, address ?? "");
    await card.getByLabel("处置说明").fill("已清理完毕，请核查");
    await card.locator(".photo-way input").last().setInputFiles(PICTURE);
    await expect(card.locator('.photo-item[data-state="held"]')).toBeVisible();
    await card.getByRole("button", { name: "提交反馈" }).click();
    await expect(page.getByTestId("queue")).toContainText("1 件待发送");
    await page.reload();
    await expect(page.getByTestId("stale")).toContainText("离线 · 数据截至");
    await expect(page.getByTestId("queue")).toContainText("1 件待发送");
    await expect(page.getByTestId("order").first()).toBeVisible();
    await context.setOffline(false);
    await expect(page.getByTestId("queue")).toHaveCount(0, { timeout: 30_000 });
    const [step, ...more] = await stepsOf(page, id, "rectify");
    expect(more).toEqual([]);
    expect(step).toMatchObject({ note: "已清理完毕，请核查", photos: [{ kind: "after" }] });
    expect((await caseOf(page, id)).state).toBe("rectified");
    await page.getByRole("tab", { name: "待核查" }).click();
    await expect(page.getByTestId("order").filter({ hasText: address ?? "" })).not.toHaveCount(0);
  });

  test("a report whose answer was lost on the way is kept once", async ({ page }) => {
    await actAs(page, "demo-unit");
    const { feature } = await ownOrder(page, 2);
    const { id, address } = feature.properties;
    let posts = 0;
    await page.route("**/acts", async (route) => {
      posts++;
      if (posts > 1) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await page.goto("/orders");
    const card = await opened(page, id, address ?? "");
    await card.getByLabel("处置说明").fill("已处理");
    await card.getByRole("button", { name: "提交反馈" }).click();
    await expect.poll(() => posts, { timeout: 40_000 }).toBe(2);
    await expect(page.getByTestId("queue")).toHaveCount(0, { timeout: 40_000 });
    await expect(page.getByText("未能提交")).toHaveCount(0);
    expect(posts).toBe(2);
    expect(await stepsOf(page, id, "rectify")).toHaveLength(1);
  });

  test("nothing is sent without a picture or a word; what is refused says why and waits", async ({
    page,
  }) => {
    await actAs(page, "demo-unit");
    const { feature } = await ownOrder(page, 3);
    const { id, address } = feature.properties;
    await page.route("**/acts", (route) =>
      route.fulfill({
        status: 409,
        json: { error: { code: "conflict", message: "不行", details: { reason: "case-state" } } },
      }),
    );
    await page.goto("/orders");
    const card = await opened(page, id, address ?? "");
    await card.getByRole("button", { name: "提交反馈" }).click();
    await expect(card.getByRole("alert")).toContainText("请上传处置照片或填写处置说明");
    await card.getByLabel("处置说明").fill("已处理");
    await card.getByRole("button", { name: "提交反馈" }).click();
    await expect(page.getByText("未能提交：不行")).toBeVisible();
    await page.reload();
    await expect(page.getByText("未能提交：不行")).toBeVisible();
    await page.unroute("**/acts");
    await page.getByRole("button", { name: "重新提交" }).click();
    await expect(page.getByText("未能提交")).toHaveCount(0);
    await expect.poll(async () => (await caseOf(page, id)).state).toBe("rectified");
  });

  test("more time is asked for by the form of the case", async ({ page }) => {
    await actAs(page, "demo-unit");
    const { feature } = await ownOrder(page, 4);
    const { id, address } = feature.properties;
    await page.goto("/orders");
    const card = await opened(page, id, address ?? "");
    await card.getByText("申请延期、挂账或回退").click();
    await expect(card.getByRole("button", { name: "回退" })).toBeVisible();
    await expect(
      card.getByTestId("case-acts").getByRole("button", { name: "处置反馈" }),
    ).toHaveCount(0);
    await card.getByRole("button", { name: "申请挂账" }).click();
    const form = card.getByTestId("act-form");
    await form.getByLabel("理由").fill("需等待材料");
    await form.getByRole("button", { name: "确认申请挂账" }).click();
    await expect(card.getByText("挂账待审批")).toBeVisible();
  });

  test("holds nothing serious for axe, nothing wider than the phone, nothing small", async ({
    page,
  }) => {
    await actAs(page, "demo-unit");
    for (const theme of ["day", "night"]) {
      await page.goto(`/orders?theme=${theme}`);
      await page.getByTestId("order").first().locator(".phone-head").click();
      await page.waitForLoadState("networkidle");
      expect(await seriousFindings(page), theme).toEqual([]);
    }
    await expectFits(page);
  });
});

test.describe("the round", () => {
  test("visits are added by a tap and recorded without a connection: one held, one relapsed", async ({
    page,
    context,
  }) => {
    await actAs(page, "demo-inspector");
    await page.goto("/round");
    for (const n of [1, 2]) {
      await page
        .getByRole("button", { name: /^加入今日/ })
        .first()
        .click();
      await expect(page.getByRole("heading", { name: `今日 ${n} 站` })).toBeVisible();
    }
    await page.getByRole("button", { name: "看路线图" }).click();
    await expect(page.locator('[data-testid="round-map"] canvas')).toBeVisible();
    await page.getByRole("button", { name: "收起路线图" }).click();
    const { visits } = await json<PlannedVisits>(page, "/api/cases/visits");
    await isKept(page, "round", 4);
    await page.reload();
    await page.waitForLoadState("networkidle");
    await context.setOffline(true);
    await page.reload();
    await expect(page.getByTestId("stale")).toBeVisible();
    await page.getByRole("button", { name: "看路线图" }).click();
    await expect(page.getByTestId("route-sketch").locator("circle.field-sketch-stop")).toHaveCount(
      2,
    );
    await page.getByRole("button", { name: "收起路线图" }).click();

    const first = page.getByTestId("stop").first();
    await expect(first).toContainText("下一站");
    await first.getByRole("button", { name: "到达，登记结果" }).click();
    await first.locator(".photo-way input").last().setInputFiles(PICTURE);
    await expect(first.locator('.photo-item[data-state="held"]')).toBeVisible();
    await first.getByRole("button", { name: "提交结果" }).click();
    await expect(first.getByRole("alert")).toContainText("请选择结果");
    await first.getByLabel("已保持").check();
    await first.getByLabel("现场说明").fill("整洁");
    await page.getByTestId("stop").nth(1).locator(".phone-head").click();
    await expect(first.getByLabel("现场说明")).toBeHidden();
    await first.locator(".phone-head").click();
    await expect(first.getByLabel("现场说明")).toHaveValue("整洁");
    await first.getByRole("button", { name: "提交结果" }).click();
    await expect(page.getByTestId("stop")).toHaveCount(1);

    await first.getByRole("button", { name: "到达，登记结果" }).click();
    await first.getByLabel("又反弹").check();
    await first.getByLabel("现场说明").fill("垃圾又堆上了");
    await first.getByRole("button", { name: "提交结果" }).click();
    await expect(page.getByTestId("queue")).toContainText("2 件待发送");
    await context.setOffline(false);
    await expect(page.getByTestId("queue")).toHaveCount(0, { timeout: 30_000 });
    await expect(page.getByTestId("taken")).toHaveCount(2);
    await expectRecorded(page, context, visits);
  });

  test("a check that fails sends it back with its reason", async ({ page }) => {
    await actAs(page, "demo-inspector");
    await page.goto("/round");
    // There once the phone knows where it is.
    await page.getByRole("button", { name: /^全部待核查/ }).click();
    await expect(page.locator('.field-section-head [aria-pressed="true"]')).toBeVisible();
    const card = page.getByTestId("check").last();
    await card.locator(".phone-head").click();
    await card.getByLabel("返工", { exact: true }).check();
    await card.getByRole("button", { name: "提交核查" }).click();
    await expect(card.getByRole("alert")).toContainText("请填写返工原因");
    await card.getByLabel("返工原因").fill("仍有残留");
    const sent = page.waitForResponse((answer) => answer.url().endsWith("/acts"));
    await card.getByRole("button", { name: "提交核查" }).click();
    const after = (await (await sent).json()) as CaseBody;
    expect(after).toMatchObject({ state: "dispatched", reworks: 1 });
    expect(after.steps.at(-1)).toMatchObject({ act: "rework", reason: "仍有残留" });
  });

  test("holds nothing serious for axe, nothing wider than the phone, nothing small", async ({
    page,
  }) => {
    await actAs(page, "demo-inspector");
    for (const theme of ["day", "night"]) {
      await page.goto(`/round?theme=${theme}`);
      await page.getByTestId("check").first().locator(".phone-head").click();
      await page.waitForLoadState("networkidle");
      expect(await seriousFindings(page), theme).toEqual([]);
    }
    await expectFits(page);
  });
});

/** Each once, the held one with a picture that is darker at its foot, the other with a new report that the page links to. */
async function expectRecorded(
  page: Page,
  context: BrowserContext,
  visits: PlannedVisits["visits"],
): Promise<void> {
  const cases = await Promise.all(visits.map(({ feature }) => caseOf(page, feature.properties.id)));
  const steps = cases.flatMap((each) => each.steps.filter(({ act }) => act === "record-visit"));
  expect(steps.map(({ outcome }) => outcome).sort()).toEqual(["held", "relapsed"]);
  const held = steps.find(({ outcome }) => outcome === "held");
  const relapsed = steps.find(({ outcome }) => outcome === "relapsed");
  expect(relapsed?.followUpId).not.toBeNull();
  const link = page.getByRole("link", { name: `已登记新上报 ${relapsed?.followUpId}` });
  await expect(link).toBeVisible();
  const [photo] = held?.photos ?? [];
  if (!photo) throw new Error("no photo");
  const foot = await context.newPage();
  await foot.goto("/sign-in");
  const [above, below] = await foot.evaluate(lightness, `/api/photos/${photo.file}`);
  expect(below).toBeLessThan(above * 0.7);
}

/** Mean lightness of the upper half of a picture and of the strip at its left foot, where the watermark's band is. */
async function lightness(url: string): Promise<[number, number]> {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement("canvas");
  const { naturalWidth: width, naturalHeight: height } = image;
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("no canvas");
  context.drawImage(image, 0, 0);
  const mean = (y: number, rows: number) => {
    const { data } = context.getImageData(0, y, width, rows);
    return data.reduce((sum, value, i) => (i % 4 === 3 ? sum : sum + value), 0) / (width * rows);
  };
  return [mean(0, height >> 1), mean(height - 8, 6)];
}

async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll(".field button, .field summary, .field select, .field-bar a")]
      .map((each) => ({ text: each.textContent, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 40 || box.height < 40))
      .map(({ text }) => text),
  );
  expect(small).toEqual([]);
}
