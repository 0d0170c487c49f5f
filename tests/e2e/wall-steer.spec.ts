import { expect, type Page, test } from "@playwright/test";

const SHOWN_WITHIN_MS = 60_000;
test.setTimeout(180_000);

async function openWall(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto("/screen");
  await page.locator("main.wall[data-step]").waitFor({ timeout: SHOWN_WITHIN_MS });
  await page.locator('[data-drawn~="clusters"]').first().waitFor({ timeout: SHOWN_WITHIN_MS });
}
const stepOf = (page: Page) => page.locator("main.wall").getAttribute("data-step");

test("a phone steers a wall: to a scene, to a problem that stays, and back", async ({
  page: wall,
  context,
  request,
  baseURL,
}) => {
  await openWall(wall);
  const phone = await context.newPage();
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto("/remote");
  await expect(phone.getByText("1920×1080").first()).toBeVisible({ timeout: SHOWN_WITHIN_MS });
  await phone.getByRole("button", { name: "今日动态" }).click();
  await expect(phone.locator(".remote-state")).toContainText("已送达");
  await expect.poll(() => stepOf(wall), { timeout: SHOWN_WITHIN_MS }).toBe("today");

  const page = (await (await request.get("/api/problems?status=open&limit=1")).json()) as {
    features: { id?: string; properties: { id: string } }[];
  };
  const id = page.features[0]?.properties.id ?? "";
  await phone.getByRole("searchbox").fill(id);
  await phone.getByRole("button", { name: "查找问题" }).click();
  await phone.getByRole("button", { name: "显示并固定" }).first().click();
  await expect(wall.locator(".wall-header")).toContainText(id, { timeout: SHOWN_WITHIN_MS });
  await expect(wall.locator(".wall-header")).toContainText("已固定");
  await expect(wall.locator(".wall-picked h2")).not.toHaveText(id);
  await request.patch(`/api/problems/${id}`, {
    headers: { origin: baseURL ?? "", "if-match": "*" },
    data: { action: "withdraw", reason: "误报" },
  });
  await expect(wall.locator(".wall-picked")).toContainText("已作废", { timeout: SHOWN_WITHIN_MS });
  await phone.getByRole("button", { name: "取消固定，回到轮播" }).click();
  await expect(wall.locator(".wall-header")).not.toContainText("已固定");
  await expect(wall.locator(".wall-picked")).toHaveCount(0);
});

test("a phone that lost the network steers nothing later, nor another wall than it chose", async ({
  page: phone,
  context,
  browser,
  baseURL,
}) => {
  const room = await browser.newContext({ ...(baseURL && { baseURL }) });
  const wall = await room.newPage();
  // A phone lists the walls that have said a word, the newest last.
  const heard = wall.waitForResponse(
    (answer) =>
      answer.request().method() === "POST" &&
      new URL(answer.url()).pathname === "/api/screen/walls",
    { timeout: SHOWN_WITHIN_MS },
  );
  await openWall(wall);
  await heard;
  await wall.keyboard.press(" ");
  await phone.setViewportSize({ width: 390, height: 844 });
  await phone.goto("/remote");
  await phone.getByRole("radio").last().check({ timeout: SHOWN_WITHIN_MS });
  const [steered] = await Promise.all([
    phone.waitForRequest(/screen\/steer/),
    phone.getByRole("button", { name: "固定当前画面" }).click(),
  ]);
  const { wall: chosen } = steered.postDataJSON() as { readonly wall: string };
  expect(chosen).not.toBe("all");
  await expect(wall.locator(".wall-header")).toContainText("已固定", { timeout: SHOWN_WITHIN_MS });

  const before = await stepOf(wall);
  await context.setOffline(true);
  await phone.getByRole("button", { name: "下一场景" }).click();
  await expect(phone.locator(".remote-state")).toContainText("没有送出");
  await context.setOffline(false);
  await phone.waitForTimeout(3000);
  expect(await stepOf(wall)).toBe(before);

  // A server that has just started knows of no wall yet.
  await phone.route(/screen\/walls/, (route) => route.fulfill({ json: { walls: [] } }));
  await expect(phone.getByText("离线")).toBeVisible({ timeout: SHOWN_WITHIN_MS });
  const [again] = await Promise.all([
    phone.waitForRequest(/screen\/steer/),
    phone.getByRole("button", { name: "取消固定，回到轮播" }).click(),
  ]);
  expect(again.postDataJSON()).toMatchObject({ wall: chosen, command: "clear" });
  await room.close();
});

test("a wall whose graphics card lets go of the map draws it again within five seconds", async ({
  page,
}) => {
  await openWall(page);
  await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>(".wall-map canvas");
    canvas?.setAttribute("data-lost", "yes");
    canvas?.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
  });
  const begin = Date.now();
  await expect(page.locator(".wall-map canvas:not([data-lost])")).toHaveCount(1);
  await page.locator('[data-drawn~="clusters"]').first().waitFor({ timeout: SHOWN_WITHIN_MS });
  process.stdout.write(`     drawn again after ${Date.now() - begin} ms\n`);
  await expect(page.locator(".wall-map canvas[data-lost]")).toHaveCount(0);
});

test("scenes are edited beside a picture of them, and kept by version", async ({ page }) => {
  await page.goto("/screens");
  const name = `全市 ${Date.now().toString(36)}`;
  await page.getByLabel("名称").fill(name);
  await expect(page.getByText("有未保存的修改")).toBeVisible();
  await expect(page.frameLocator("iframe").locator(".wall-scene")).toContainText(name, {
    timeout: SHOWN_WITHIN_MS,
  });
  await page.getByRole("button", { name: "保存并下发大屏" }).click();
  await expect(page.getByText("已保存，大屏已更新")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("名称")).toHaveValue(name, { timeout: SHOWN_WITHIN_MS });
  await page.getByLabel("名称").fill("全市态势");
  await page.getByRole("button", { name: "保存并下发大屏" }).click();
  await expect(page.getByText("已保存，大屏已更新")).toBeVisible();
});
