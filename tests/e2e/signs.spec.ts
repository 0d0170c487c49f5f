import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import axe from "axe-core";
import { ProblemPage } from "../../domain/contract/problems.ts";
import { SignBody } from "../../domain/contract/signs.ts";

const SIGN = "R0001-02";

async function reportsOf(page: Page, text: string) {
  const answer = await page.request.get("/api/problems?source=citizen&limit=20");
  const { features } = ProblemPage.parse(await answer.json());
  return features.filter(({ properties }) => properties.description === text);
}

/** Serious findings of the accessibility checker. */
async function seriousFindings(page: Page, within: string[]): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (parts) => {
    const { violations } = await (
      window as unknown as { axe: { run(within: string[]): Promise<{ violations: Violation[] }> } }
    ).axe.run(parts);
    type Violation = { id: string; impact: string; nodes: { html: string }[] };
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  }, within);
}

test.describe("the page of a sign", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  async function fillIn(page: Page, text: string): Promise<void> {
    await page.getByRole("button", { name: "反映这里的问题" }).tap();
    await page.getByLabel("问题类别").fill("暴露垃圾");
    await page.getByRole("button", { name: /^暴露垃圾/ }).tap();
    await page.getByLabel("情况说明").fill(text);
  }

  test("says who answers, where, and how to call", async ({ page }) => {
    const answer = await page.request.get(`/api/signs/${SIGN}`);
    const sign = SignBody.parse(await answer.json());
    await page.goto(`/sign/${SIGN}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(sign.name ?? "");
    for (const { holders } of sign.rows)
      for (const { person, unit } of holders)
        await expect(page.getByTestId("sign")).toContainText(person ?? unit ?? "");
    await expect(page.getByRole("link", { name: sign.phone ?? "" })).toHaveAttribute(
      "href",
      /^tel:/,
    );
    const map = page.getByRole("img", { name: /位置图/ });
    await expect
      .poll(() => map.evaluate((image: HTMLImageElement) => image.naturalWidth))
      .toBeGreaterThan(100);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
    expect(await seriousFindings(page, [".sign"])).toEqual([]);
  });

  test("is light: no map, no desk components", async ({ page }) => {
    const sizes: Promise<{ responseBodySize: number }>[] = [];
    page.on("response", (response) => {
      if (/\.(m?js|css)$/.test(new URL(response.url()).pathname))
        sizes.push(response.request().sizes());
    });
    await page.goto(`/sign/${SIGN}`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    const bytes = (await Promise.all(sizes)).reduce((sum, each) => sum + each.responseBodySize, 0);
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(200 * 1024);
  });

  test("a report from it arrives once, however often it is sent", async ({ page }) => {
    const text = `路边垃圾 ${Date.now()}`;
    await page.goto(`/sign/${SIGN}`);
    await fillIn(page, text);
    const send = page.getByRole("button", { name: "提交" });
    await send.evaluate((button: HTMLButtonElement) => {
      button.click();
      button.click();
    });
    const done = page.getByTestId("done");
    await expect(done).toContainText("受理编号");
    const [report, ...others] = await reportsOf(page, text);
    expect(others).toEqual([]);
    expect(report?.properties).toMatchObject({ category: "E0102", status: "open" });
    expect(report?.properties.address).toContain(SIGN);
    await expect(done).toContainText(report?.properties.id ?? "");
    const sign = SignBody.parse(await (await page.request.get(`/api/signs/${SIGN}`)).json());
    const [lng = 0, lat = 0] = report?.geometry?.coordinates ?? [];
    expect(Math.hypot(lng - sign.position[0], lat - sign.position[1])).toBeLessThan(1e-6);
  });

  test("what could not be sent stays on the phone and is sent again, once", async ({ page }) => {
    const text = `没信号 ${Date.now()}`;
    await page.goto(`/sign/${SIGN}`);
    await fillIn(page, text);
    // The server has it, but its answer is lost on the way.
    await page.route("**/api/signs/*/reports*", async (route) => {
      await route.fetch();
      await route.abort();
    });
    await page.getByRole("button", { name: "提交" }).tap();
    await expect(page.getByRole("alert")).toContainText("已保存在本机");
    await page.reload();
    await expect(page.getByLabel("情况说明")).toHaveValue(text);
    await page.unroute("**/api/signs/*/reports*");
    await page.getByRole("button", { name: "提交" }).tap();
    await expect(page.getByTestId("done")).toBeVisible();
    expect(await reportsOf(page, text)).toHaveLength(1);
    await page.reload();
    await expect(page.getByRole("button", { name: "反映这里的问题" })).toBeVisible();
  });

  test("stands where the phone is, if it may know", async ({ page, context, baseURL }) => {
    await context.grantPermissions(["geolocation"], { origin: baseURL ?? "" });
    const sign = SignBody.parse(await (await page.request.get(`/api/signs/${SIGN}`)).json());
    const [longitude, latitude] = sign.position.map((degrees) => Math.round(degrees * 1e5) / 1e5);
    await context.setGeolocation({ longitude: longitude ?? 0, latitude: latitude ?? 0 });
    const text = `就在这里 ${Date.now()}`;
    await page.goto(`/sign/${SIGN}`);
    await fillIn(page, text);
    await page.getByLabel("我现在站的地方").check();
    await expect(page.getByText(/已定位/)).toBeVisible();
    await page.getByRole("button", { name: "提交" }).tap();
    await expect(page.getByTestId("done")).toBeVisible();
    const [report] = await reportsOf(page, text);
    expect(report?.geometry?.coordinates).toEqual([longitude, latitude]);
  });

  test("an unknown number says so and offers 12345", async ({ page }) => {
    await page.goto("/sign/NO-SUCH-SIGN");
    await expect(page.getByRole("heading")).toContainText("没有找到");
    await expect(page.getByText("NO-SUCH-SIGN")).toBeVisible();
    await expect(page.getByRole("link", { name: "拨打 12345" })).toBeVisible();
  });
});

test.describe("the page of papers", () => {
  test.use({ viewport: { width: 1440, height: 900 } });

  async function drawn(page: Page, name: string | RegExp): Promise<void> {
    const image = page.getByRole("img", { name });
    await expect
      .poll(() => image.evaluate((element: HTMLImageElement) => element.naturalWidth), {
        timeout: 15_000,
      })
      .toBeGreaterThan(100);
  }

  async function downloaded(page: Page, button: string) {
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: button, exact: true }).click();
    const download = await waiting;
    const bytes = await readFile(await download.path());
    return { name: download.suggestedFilename(), head: bytes.subarray(0, 5).toString() };
  }

  test("lists the signs of a zone, shows and prints them", async ({ page }) => {
    await page.goto("/papers");
    await page.getByRole("button", { name: /学府片区/ }).click();
    await expect(page.getByText("共 182 块")).toBeVisible();
    await expect(page.getByRole("note")).toContainText("本机地址");
    await page.getByRole("button", { name: "二环西路" }).first().click();
    await drawn(page, "二环西路 公示牌预览");
    expect(await seriousFindings(page, [".desk-tabs", "#desk-panel"])).toEqual([]);
    expect(await downloaded(page, "下载 A4")).toEqual({
      name: `公示牌-二环西路-${SIGN}-A4.pdf`,
      head: "%PDF-",
    });
    const batch = await downloaded(page, "整片打包 A4");
    expect(batch).toEqual({ name: "公示牌-学府片区-整片-A4.pdf", head: "%PDF-" });
    await expect(page.getByText(/已下载 公示牌-学府片区/)).toBeVisible();
  });

  test("draws the wall map of the city and of a zone", async ({ page }) => {
    await page.goto("/papers?tab=map");
    await drawn(page, "作战图预览");
    expect(await downloaded(page, "下载 PDF")).toEqual({
      name: "作战图-云泽市-A3.pdf",
      head: "%PDF-",
    });
    await page.getByLabel("一个网格").check();
    await page.getByLabel("查找片区、社区或单元网格").fill("书院");
    await page
      .getByRole("button", { name: /^书院社区 / })
      .first()
      .click();
    await page.getByLabel("按未办结密度").check();
    await expect(page).toHaveURL(/colour=workload/);
    await drawn(page, "作战图预览");
    expect(await seriousFindings(page, [".desk-tabs", "#desk-panel"])).toEqual([]);
  });
});
