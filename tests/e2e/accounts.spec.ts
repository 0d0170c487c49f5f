import { test as base, expect, type Page } from "@playwright/test";
import { openWorkbench, statedTotal, test } from "./workbench-page.ts";

/** Clicks what makes the page load anew, and waits until it has. */
async function clickAndLoad(page: Page, button: string): Promise<void> {
  await Promise.all([
    page.waitForEvent("load"),
    page.getByRole("button", { name: button }).click(),
  ]);
}

test("one click shows the city through a leader's eyes, another through the operator's", async ({
  page,
}) => {
  await openWorkbench(page);
  const all = await statedTotal(page);
  await expect(page.getByTitle("账号")).toContainText("演示操作员");
  await page.getByTitle("账号").click();
  await clickAndLoad(page, "领导 市领导 07");
  await expect(page.getByTitle("账号")).toHaveText("领导 · 市领导 07", { timeout: 20_000 });
  const own = await statedTotal(page);
  expect(own).toBeGreaterThan(0);
  expect(own).toBeLessThan(all / 2);
  await page.goto("/duties");
  await expect(page.getByTestId("duty-total")).toBeVisible();
  await expect(page.getByRole("button", { name: "任命" })).toHaveCount(0);

  await page.getByTitle("账号").click();
  await clickAndLoad(page, "退出登录");
  await expect(page.getByTitle("账号")).toHaveText(/演示操作员/, { timeout: 20_000 });
  await openWorkbench(page);
  expect(await statedTotal(page)).toBe(all);
});

base(
  "a session that is none leads to the way in, and back to where one was",
  async ({ page, context, baseURL }) => {
    await context.addCookies([
      { name: "wangge.session_token", value: "made.up", url: baseURL ?? "" },
    ]);
    await page.goto("/duties?tab=history");
    await expect(page).toHaveURL(/\/sign-in\?/);
    await expect(page.getByText("登录已失效")).toBeVisible();
    await page.getByLabel("用户名").fill("nobody");
    await page.getByLabel("口令").fill("not a password");
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await expect(page.getByRole("alert")).toHaveText("用户名或密码不正确");
    await page.getByRole("button", { name: /创建办/ }).click();
    await expect(page).toHaveURL(/\/duties\?tab=history/);
  },
);
