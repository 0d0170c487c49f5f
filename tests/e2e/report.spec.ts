import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { aPhonePicture } from "../server/photos/hostile-pictures.ts";
import { readQr } from "../support/read-qr.ts";
import { seriousFindings } from "./serious-findings.ts";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

type Spot = { readonly longitude: number; readonly latitude: number };

/** A spot of the city, a little aside for each test: doubles are suggested elsewhere. */
async function spotOf(page: Page, aside: number): Promise<Spot> {
  const city = await (await page.request.get("/api/city")).json();
  const [west, south, east, north] = city.bounds;
  return {
    longitude: west + (east - west) * (0.4 + aside / 50),
    latitude: south + (north - south) * 0.45,
  };
}

async function stand(context: BrowserContext, spot: Spot, accuracy = 20): Promise<void> {
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ ...spot, accuracy });
}

async function openForm(page: Page): Promise<void> {
  await page.goto("/report?as=public");
  await expect(page.getByTestId("report-form")).toBeVisible();
}

async function choose(page: Page, typed: string, name: string): Promise<void> {
  await page.getByLabel("问题类别").fill(typed);
  await page.getByRole("button", { name }).first().tap();
}

const submit = (page: Page) => page.getByRole("button", { name: "提交", exact: true }).tap();

/** Number and code as the page tells them. */
async function told(page: Page): Promise<{ number: string; code: string }> {
  await expect(page.getByTestId("done")).toBeVisible();
  const href = await page.getByRole("link", { name: "查看办理进度" }).getAttribute("href");
  const [, number = "", code = ""] = /\/track\/(.+)\?code=(\w+)/.exec(href ?? "") ?? [];
  return { number, code };
}

/** The picture of the report that waits on the phone, as it will be sent. */
async function heldPicture(page: Page): Promise<Buffer> {
  const text = await page.evaluate(async () => {
    const database = await new Promise<IDBDatabase>((resolve) => {
      const asked = indexedDB.open("wangge-report");
      asked.onsuccess = () => resolve(asked.result);
    });
    const [report] = await new Promise<{ photos: { blob: Blob }[] }[]>((resolve) => {
      const asked = database.transaction("queue").objectStore("queue").getAll();
      asked.onsuccess = () => resolve(asked.result);
    });
    database.close();
    const bytes = new Uint8Array((await report?.photos[0]?.blob.arrayBuffer()) ?? []);
    return Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  });
  return Buffer.from(text, "latin1");
}

test("a report written without a connection arrives once, its picture without metadata", async ({
  page,
  context,
}) => {
  await stand(context, await spotOf(page, 1));
  let uploads = 0;
  page.on("response", (response) => {
    if (response.url().endsWith("/api/public/photos")) uploads++;
  });
  await openForm(page);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.waitForLoadState("networkidle");
  await page.reload();
  await expect(page.getByTestId("report-form")).toBeVisible();

  await context.setOffline(true);
  const picture = Buffer.from(await aPhonePicture());
  expect(picture.includes("Exif")).toBe(true);
  await page
    .getByLabel("选择照片")
    .setInputFiles({ name: "a.jpg", mimeType: "image/jpeg", buffer: picture });
  await expect(page.getByText("已添加")).toBeVisible();
  await choose(page, "bllj", "暴露垃圾");
  await expect(page.getByText("已定位")).toBeVisible();
  await page.getByLabel("情况说明").fill("电话 13812345678 的店门口");
  await submit(page);
  await expect(page.getByTestId("held")).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await expect(page.getByText("待发送 1 件")).toBeVisible();
  await page.reload();
  await expect(page.getByText("待发送 1 件")).toBeVisible();
  await expect(page.getByText("照片 1 张")).toBeVisible();

  const waiting = await heldPicture(page);
  expect(waiting.subarray(0, 2).toString("hex")).toBe("ffd8");
  expect(waiting.includes("Exif")).toBe(false);

  const before = await (await page.request.get("/api/problems/count")).json();
  await context.setOffline(false);
  const sent = page.getByTestId("sent").getByRole("link");
  await expect(sent).toHaveCount(1, { timeout: 30_000 });
  await expect(page.getByTestId("queue")).toHaveCount(0);
  const after = await (await page.request.get("/api/problems/count")).json();
  expect(after.total).toBe(before.total + 1);

  expect(uploads).toBe(1);
  const number = await sent.textContent();
  const problem = await (await page.request.get(`/api/problems/${number}`)).json();
  expect(problem.properties.photos).toHaveLength(1);
  const kept = await page.request.get(`/api/photos/${problem.properties.photos[0].file}`);
  const { exif, width, height } = await sharp(await kept.body()).metadata();
  expect(exif).toBeUndefined();
  const upright = await sharp(picture).autoOrient().toBuffer({ resolveWithObject: true });
  expect([width, height]).toEqual([upright.info.width, upright.info.height]);

  await sent.tap();
  await expect(page.getByTestId("progress")).toHaveAttribute("data-stage", "received");
  await expect(page.getByText("收到反映")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("13812345678");
});

test("whoever reported follows it to its end and says what they think of it", async ({
  page,
  context,
}) => {
  await stand(context, await spotOf(page, 2));
  await openForm(page);
  await choose(page, "井盖", "污水井盖");
  await expect(page.getByText("已定位")).toBeVisible();
  await submit(page);
  const { number, code } = await told(page);
  expect(await seriousFindings(page)).toEqual([]);
  const picture = await page.getByRole("img", { name: "办理进度页面二维码" }).screenshot();
  const { data, info } = await sharp(picture)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { origin } = new URL(page.url());
  expect(readQr({ data: new Uint8ClampedArray(data), ...info })).toBe(
    `${origin}/track/${number}?code=${code}`,
  );
  await page.getByRole("link", { name: "查看办理进度" }).tap();
  await expect(page.getByText("已收到，待受理")).toBeVisible();

  const act = async (data: object) => {
    const headers = { "If-Match": "*" };
    const done = await page.request.post(`/api/problems/${number}/acts`, { data, headers });
    expect(done.status(), await done.text()).toBe(200);
  };
  await act({ act: "accept" });
  await page.getByRole("button", { name: "刷新" }).tap();
  await expect(page.getByTestId("progress")).toHaveAttribute("data-stage", "accepted");
  await act({ act: "close-directly", reason: "已修复" });
  await page.getByRole("button", { name: "刷新" }).tap();
  await expect(page.getByText("您对处理结果满意吗？")).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "提交评价" }).tap();
  await expect(page.getByText("请先选择满意或不满意")).toBeVisible();
  await page.getByText("不满意", { exact: true }).tap();
  await page.getByLabel("补充说明").fill("还有缺口");
  await page.getByRole("button", { name: "提交评价" }).tap();
  await expect(page.getByText("您已评价：不满意")).toBeVisible();
  const handled = await (await page.request.get(`/api/problems/${number}/case`)).json();
  expect(handled.isSatisfied).toBe(false);

  await page.goto("/track");
  await page.getByLabel("编号").fill(number);
  await page.getByLabel("查询码").fill("22222222");
  await page.getByRole("button", { name: "查询" }).tap();
  await expect(page.getByText("编号或查询码不正确")).toBeVisible();
  await page.getByLabel("查询码").fill(`${code.slice(0, 4)} ${code.slice(4).toLowerCase()}`);
  await page.getByRole("button", { name: "查询" }).tap();
  await expect(page.getByText("您已评价：不满意")).toBeVisible();
});

test("a rough position is not taken, nor one outside the city; the map takes a tap", async ({
  page,
  context,
}) => {
  const spot = await spotOf(page, 3);
  await stand(context, spot, 350);
  await openForm(page);
  await expect(page.getByText("定位误差约 350 米")).toBeVisible();
  await context.setGeolocation({ longitude: 0, latitude: 0, accuracy: 5 });
  await page.getByRole("button", { name: "用我现在的位置" }).tap();
  await expect(page.getByText("不在本市范围内")).toBeVisible();
  await choose(page, "垃圾", "暴露垃圾");
  await submit(page);
  await expect(page.getByText("请定位、在地图上选点，或填写地址")).toBeVisible();

  await page.getByRole("button", { name: "在地图上选点" }).tap();
  const map = page.getByTestId("spot-map");
  await expect(map.locator("canvas").first()).toBeVisible({ timeout: 30_000 });
  await page.waitForLoadState("networkidle");
  expect(await seriousFindings(page)).toEqual([]);
  // A map that is not ready yet takes no tap.
  await expect(async () => {
    await map.tap({ position: { x: 150, y: 150 } });
    await expect(page.getByText("已在地图上选定位置")).toBeVisible({ timeout: 4000 });
  }).toPass({ timeout: 40_000 });
  await submit(page);
  await told(page);
});

test("a report that is refused stays with its pictures until it was mended", async ({
  page,
  context,
}) => {
  await stand(context, await spotOf(page, 5));
  await openForm(page);
  const buffer = Buffer.from(await aPhonePicture());
  await page
    .getByLabel("选择照片")
    .setInputFiles({ name: "a.jpg", mimeType: "image/jpeg", buffer });
  await expect(page.getByText("已添加")).toBeVisible();
  await choose(page, "垃圾", "暴露垃圾");
  await page.getByLabel("地址或明显标志").fill("东门");
  await page.route("**/api/public/reports", (route) => {
    const error = { code: "invalid", message: "请补充说明", details: { reason: "bad-body" } };
    return route.fulfill({ status: 400, json: { error } });
  });
  await submit(page);
  await expect(page.getByText("未能提交：请补充说明")).toBeVisible();
  await page.reload();
  await page.unroute("**/api/public/reports");
  await page.getByRole("button", { name: "修改后提交" }).tap();
  await expect(page.getByText("已添加")).toBeVisible();
  await expect(page.getByLabel("地址或明显标志")).toHaveValue("东门");
  await page.getByLabel("情况说明").fill("两袋垃圾");
  await submit(page);
  const { number } = await told(page);
  await expect(page.getByTestId("queue")).toHaveCount(0);
  const problem = await (await page.request.get(`/api/problems/${number}`)).json();
  expect(problem.properties).toMatchObject({ address: "东门", description: "两袋垃圾" });
  expect(problem.properties.photos).toHaveLength(1);
});

test("a double is suggested, and need not be sent again", async ({ page, context }) => {
  await stand(context, await spotOf(page, 4));
  await openForm(page);
  await choose(page, "路灯", "路灯");
  await expect(page.getByText("已定位")).toBeVisible();
  await submit(page);
  await told(page);
  await page.getByRole("button", { name: "再反映一件" }).tap();
  await page.getByRole("button", { name: "用我现在的位置" }).or(page.getByText("重新定位")).tap();
  await page.getByRole("button", { name: "路灯" }).first().tap();
  await expect(page.getByTestId("similar")).toContainText("已有 1 件同类问题正在办理");
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("button", { name: "是同一件" }).tap();
  await expect(page.getByText("已有人反映，正在办理")).toBeVisible();
});
