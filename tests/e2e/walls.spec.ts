import { expect, test } from "@playwright/test";
import { seriousFindings } from "./serious-findings.ts";

test("a wall's link shows the city without a sign-in, until it is withdrawn", async ({
  page,
  browser,
  baseURL,
}) => {
  const name = `大屏${Date.now().toString(36)}`;
  const headers = { origin: baseURL ?? "" };
  await page.request.post("/api/account/demo", { data: { account: "demo-admin" }, headers });
  await page.goto("/accounts?tab=walls");
  await page.getByRole("button", { name: "新建大屏链接" }).click();
  const task = page.getByTestId("task");
  await task.getByLabel("大屏名称").fill(name);
  await task.getByRole("button", { name: "生成链接" }).click();
  const link = await task.getByLabel("大屏链接").inputValue();
  expect(await seriousFindings(page)).toEqual([]);

  const context = await browser.newContext({ ...(baseURL && { baseURL }), locale: "zh-CN" });
  const wall = await context.newPage();
  await wall.goto(link);
  await expect(wall.getByTitle("账号")).toHaveText(`大屏 · ${name}`, { timeout: 30_000 });
  expect(wall.url()).not.toContain("token");
  await expect(wall.getByTestId("total")).toHaveText(/^[\d,]+$/);

  const row = page.getByRole("row").filter({ hasText: name });
  await row.getByRole("button", { name: "撤销" }).click();
  await task.getByRole("button", { name: "确认撤销" }).click();
  await expect(row).toHaveCount(0);
  // What had not come by then says so too.
  const lost = wall.getByRole("alert").filter({ hasText: "已失去授权" });
  await expect(lost).toBeVisible({ timeout: 45_000 });
  await expect(wall).not.toHaveURL(/sign-in/);
  await expect(wall.getByTestId("total")).toBeVisible();

  await wall.getByRole("link", { name: "重新授权" }).click();
  await wall.getByLabel("授权码").fill("not a code");
  await wall.getByRole("button", { name: "授权", exact: true }).click();
  await expect(wall.getByRole("alert")).toContainText("大屏授权码无效或已撤销");
  expect(await seriousFindings(wall)).toEqual([]);
  await context.close();
});

test("who did not get in by the sign-on reads why, and may sign in by password", async ({
  page,
}) => {
  await page.goto("/sign-in?refused=unknown&to=%2Fduties");
  await expect(page.getByRole("alert").first()).toContainText("无此账号，请联系管理员");
  await expect(page.getByLabel("口令")).toBeEditable();
  expect(await seriousFindings(page)).toEqual([]);
});
