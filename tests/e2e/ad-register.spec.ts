import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import type { AdsNear, InventoryAd, InventoryAds } from "../../domain/contract/ads-inventory.ts";
import { fromWgs84 } from "../../domain/spatial/datum.ts";
import { lngLat } from "../../domain/spatial/lng-lat.ts";
import { aPhonePicture } from "../server/photos/hostile-pictures.ts";
import { seriousFindings } from "./serious-findings.ts";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function json<T>(page: Page, path: string): Promise<T> {
  const response = await page.request.get(`/api/ads/${path}`);
  expect(response.status(), path).toBe(200);
  return (await response.json()) as T;
}

const total = async (page: Page) => (await json<InventoryAds>(page, "inventory?limit=1")).total;

/** One that stands by a road, a different one for each test. */
async function anAd(page: Page, nth: number): Promise<InventoryAd> {
  const { ads } = await json<InventoryAds>(page, "inventory?state=ok&carrier=lamp&limit=60");
  const found = ads.filter(({ road }) => road !== null)[nth];
  if (!found) throw new Error("The demo city has too few ads");
  return found;
}

/** Metres aside of an ad. */
async function stand(context: BrowserContext, ad: InventoryAd, asideM: number): Promise<void> {
  const [longitude, latitude] = ad.position;
  await context.grantPermissions(["geolocation"]);
  await context.setGeolocation({ longitude, latitude: latitude + asideM / 111_195, accuracy: 8 });
}

async function openForm(page: Page): Promise<void> {
  await page.goto("/ad");
  await expect(page.getByTestId("ad-form")).toBeVisible();
}

const tapped = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).tap();

test.describe("in the street", () => {
  test.use(phone);

  test("an ad that is known is updated instead of registered twice", async ({ page, context }) => {
    const ad = await anAd(page, 3);
    await stand(context, ad, 2);
    const before = await total(page);
    await openForm(page);
    await expect(page.getByText(`计入${ad.road?.name ?? ""}`)).toBeVisible();
    const near = page.getByTestId("near");
    await expect(near.getByText("可能就是这一处").first()).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
    await near.getByRole("button", { name: `更新这处 ${ad.id}` }).tap();
    await expect(page.getByTestId("chosen")).toContainText(ad.id);
    await tapped(page, "褪色");
    await tapped(page, "提交更新");
    await expect(page.getByTestId("done")).toContainText(`已更新 ${ad.id}`);
    expect(await total(page)).toBe(before);
    const after = await json<InventoryAd>(page, `inventory/${ad.id}`);
    expect(after).toMatchObject({ state: "faded", carrier: "lamp", version: 1 });
    expect(after.position).toEqual(ad.position);
  });

  test("one registered without a connection arrives once, with its picture", async ({
    page,
    context,
  }) => {
    const ad = await anAd(page, 12);
    await stand(context, ad, 9);
    let uploads = 0;
    page.on("response", (response) => {
      if (response.url().endsWith("/api/ads/photos")) uploads++;
    });
    await openForm(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.waitForLoadState("networkidle");
    await page.reload();
    await expect(page.getByTestId("ad-form")).toBeVisible();
    await expect(page.getByText("已定位")).toBeVisible();
    const before = await total(page);

    await context.setOffline(true);
    await page.getByLabel("选择照片").setInputFiles({
      name: "a.jpg",
      mimeType: "image/jpeg",
      buffer: Buffer.from(await aPhonePicture()),
    });
    await expect(page.getByText("已添加")).toBeVisible();
    await tapped(page, "提交登记");
    await expect(page.getByRole("alert")).toHaveText("请选择载体");
    await tapped(page, "宣传栏");
    await tapped(page, "轻微破损");
    await tapped(page, "诚实守信");
    await tapped(page, "东南");
    await tapped(page, "提交登记");
    await expect(page.getByTestId("held")).toBeVisible();
    await page.reload();
    await expect(page.getByText("待发送 1 件")).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);

    await context.setOffline(false);
    const sent = page.getByTestId("sent").locator("li");
    await expect(sent).toHaveCount(1, { timeout: 30_000 });
    await expect(page.getByTestId("queue")).toHaveCount(0);
    expect(await total(page)).toBe(before + 1);
    expect(uploads).toBe(1);
    const id = (await sent.locator("strong").textContent()) ?? "";
    expect(await json<InventoryAd>(page, `inventory/${id}`)).toMatchObject({
      carrier: "bulletin-board",
      state: "minor",
      theme: "honesty",
      facing: 135,
      hasPhoto: true,
    });
    const picture = await page.request.get(`/api/ads/inventory/${id}/photo?size=small`);
    expect(picture.headers()["content-type"]).toBe("image/jpeg");
  });

  test("a spot is picked on the map where the phone does not know it", async ({ page }) => {
    await openForm(page);
    await tapped(page, "用我现在的位置");
    await expect(page.getByText("未能定位")).toBeVisible();
    await tapped(page, "在地图上选点");
    const map = page.getByTestId("spot-map");
    await expect(map.locator("canvas")).toBeVisible({ timeout: 30_000 });
    await map.scrollIntoViewIfNeeded();
    // A map that is not ready yet takes no tap.
    await expect(async () => {
      await map.tap({ position: { x: 150, y: 150 } });
      await expect(page.getByText("已在地图上选定位置")).toBeVisible({ timeout: 4000 });
    }).toPass({ timeout: 40_000 });
    await expect(page.locator(".adr-road")).toBeVisible();
  });

  test("by night, and in English, it reads as well", async ({ page, context }) => {
    await stand(context, await anAd(page, 5), 3);
    await page.goto("/ad?theme=night&lang=en");
    await expect(page.getByRole("heading", { name: "Register an ad" })).toBeVisible();
    await expect(page.getByText("May be this one").first()).toBeVisible();
    expect(await seriousFindings(page)).toEqual([]);
  });
});

test("a table in the wrong datum is told, put right, and taken in once", async ({ page }) => {
  const { ads } = await json<InventoryAds>(page, "inventory?state=ok&limit=300");
  const free: (readonly [number, number])[] = [];
  for (const { position, road } of ads.filter((ad) => ad.road !== null).slice(40)) {
    const spot = [position[0], position[1] + 7 / 111_195] as const;
    const near = await json<AdsNear>(page, `near?lng=${spot[0]}&lat=${spot[1]}`);
    if (near.road?.key === road?.key && !near.ads.some((each) => each.mayBeSame)) free.push(spot);
    if (free.length === 12) break;
  }
  const rows = free.map(([lng, lat], i) => {
    const [x, y] = fromWgs84(lngLat(lng, lat), "gcj02");
    return `E2E-${i},风车,完好,${x.toFixed(7)},${y.toFixed(7)}`;
  });
  const table = ["点位编号,载体,现状,经度,纬度", ...rows, "E2E-99,墙绘,半新,,"].join("\n");
  const file = { name: "台账.csv", mimeType: "text/csv", buffer: Buffer.from(table) };
  const before = await total(page);
  const known = await json<InventoryAds>(page, "inventory?carrier=风车");
  expect(known.total).toBe(0);

  await page.goto("/ads");
  await page.getByRole("button", { name: "导入台账" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("input[type=file]").setInputFiles(file);
  await expect(dialog.getByText("不足 95%")).toBeVisible();
  await dialog.getByRole("button", { name: /^改用 GCJ-02/ }).click();
  await expect(dialog.getByText("不足 95%")).toHaveCount(0);
  await dialog.getByLabel("含义 风车").selectOption("landscape");
  await expect(dialog.getByLabel("含义 风车")).toHaveCount(0);
  expect(await seriousFindings(page, ["dialog"])).toEqual([]);
  await dialog.getByRole("button", { name: /^问题/ }).click();
  await expect(dialog.getByText("半新")).toBeVisible();
  await dialog.getByRole("button", { name: /^落路/ }).click();
  await expect(dialog.getByText("距车道线")).toBeVisible();
  await dialog.getByRole("button", { name: "写入：新增 12 处" }).click();
  await expect(dialog.getByTestId("import-done")).toContainText("新增 12 处");
  expect(await total(page)).toBe(before + 12);
  const imported = await json<InventoryAd>(page, "inventory/E2E-0");
  expect(imported.carrier).toBe("landscape");
  expect(imported.position[0]).toBeCloseTo(free[0]?.[0] ?? 0, 5);

  await dialog.getByRole("button", { name: "再导入一份" }).click();
  await dialog.getByLabel("坐标系").selectOption("gcj02");
  await dialog.locator("input[type=file]").setInputFiles(file);
  await expect(dialog.getByTestId("import-findings")).toBeVisible();
  await dialog.getByLabel("含义 风车").selectOption("landscape");
  await expect(dialog.getByRole("button", { name: "没有可写入的内容" })).toBeVisible();
  expect(await total(page)).toBe(before + 12);
});
