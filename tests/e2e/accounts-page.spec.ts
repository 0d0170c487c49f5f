import { test as base, expect, type Page } from "@playwright/test";
import { seriousFindings } from "./serious-findings.ts";

const PASSWORD = "一个够长的口令 2026";
const NEXT = "另一个够长的口令 2027";

const test = base.extend({
  page: async ({ page, baseURL }, use) => {
    const headers = { origin: baseURL ?? "" };
    const data = { account: "demo-admin" };
    expect((await page.request.post("/api/account/demo", { data, headers })).ok()).toBe(true);
    await use(page);
  },
});

test.use({ viewport: { width: 1440, height: 900 } });

/** An account of this run alone. */
const nameOf = (word: string) => `${word}${Date.now().toString(36)}`;

const rowOf = (page: Page, account: string) => page.getByRole("row").filter({ hasText: account });

async function addAccount(page: Page, account: string): Promise<void> {
  await page.getByRole("button", { name: "新建账号" }).click();
  const task = page.getByTestId("task");
  await task.getByLabel("用户名（登录用）").fill(account);
  await task.getByLabel("姓名或名称").fill("李干事");
  await task.getByLabel("角色").selectOption({ label: "领导" });
  await task.getByLabel("对应责任人").fill("市领导 07");
  await task.getByLabel("口令").fill(PASSWORD);
  await task.getByRole("button", { name: "保存" }).click();
  await expect(task.getByRole("status")).toHaveText("已保存。");
}

test("an administrator makes, changes and removes an account", async ({ page }) => {
  const account = nameOf("li");
  await page.goto("/accounts");
  await expect(page.getByRole("navigation", { name: "页面" })).toContainText("账号管理");
  await addAccount(page, account);
  await expect(rowOf(page, account)).toContainText("领导");
  await expect(rowOf(page, account)).toContainText("市领导 07");

  await rowOf(page, account).getByRole("button", { name: "编辑" }).click();
  const task = page.getByTestId("task");
  await task.getByLabel("角色").selectOption({ label: "督查员" });
  await task.getByRole("button", { name: "保存" }).click();
  await expect(rowOf(page, account)).toContainText("督查员");

  await page.getByLabel("查找账号").fill(account);
  await expect(page.getByTestId("account-total")).toHaveText("共 1 个账号");
  await rowOf(page, account).getByRole("button", { name: "删除" }).click();
  await expect(task).toContainText("不能恢复");
  await task.getByRole("button", { name: "确认删除" }).click();
  await expect(task.getByRole("status")).toHaveText("已删除。");
  await expect(page.getByText("没有符合条件的账号。")).toBeVisible();
});

test("refusals are said in Chinese, and one's own account stays", async ({ page }) => {
  await page.goto("/accounts");
  await page.getByRole("button", { name: "新建账号" }).click();
  const task = page.getByTestId("task");
  await task.getByLabel("用户名（登录用）").fill("demo-admin");
  await task.getByLabel("姓名或名称").fill("重名");
  await task.getByLabel("口令").fill(PASSWORD);
  await task.getByRole("button", { name: "保存" }).click();
  await expect(task.getByRole("alert")).toHaveText("用户名“demo-admin”已被使用");
  await page.keyboard.press("Escape");
  await expect(task).toHaveCount(0);
  await expect(rowOf(page, "demo-admin").getByRole("button", { name: "删除" })).toBeDisabled();
  await rowOf(page, "demo-admin").getByRole("button", { name: "编辑" }).click();
  await task.getByLabel("角色").selectOption({ label: "大屏" });
  await task.getByRole("button", { name: "保存" }).click();
  await expect(task.getByRole("alert")).toContainText("不能删除自己的账号");
});

test("a key is shown once, opens the API, and is shut out when it is removed", async ({
  page,
  playwright,
  baseURL,
}) => {
  const name = nameOf("热线");
  await page.goto("/accounts?tab=keys");
  await page.getByRole("button", { name: "新建密钥" }).click();
  const task = page.getByTestId("task");
  await task.getByLabel("用途").fill(name);
  await task.getByLabel("所属账号").selectOption("demo-screen");
  await task.getByRole("button", { name: "保存" }).click();
  await expect(task.getByRole("button", { name: "复制" })).toBeVisible();
  const key = await task.getByLabel("密钥").inputValue();
  const machine = await playwright.request.newContext({
    baseURL: baseURL ?? "",
    extraHTTPHeaders: { "x-api-key": key },
  });
  const who = await (await machine.get("/api/account")).json();
  expect(who.viewer).toMatchObject({ account: "demo-screen", role: "screen" });
  await expect(rowOf(page, name)).toContainText("demo-screen");
  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);
  await rowOf(page, name).getByRole("button", { name: "删除" }).click();
  await task.getByRole("button", { name: "确认删除" }).click();
  await expect(rowOf(page, name)).toHaveCount(0);
  expect((await machine.get("/api/problems/count")).status()).toBe(401);
  await machine.dispose();
});

test("somebody changes their own password, and sees nothing of the accounts", async ({
  page,
  browser,
  baseURL,
}) => {
  const account = nameOf("chen");
  await page.goto("/accounts");
  await addAccount(page, account);
  const context = await browser.newContext({ baseURL: baseURL ?? "", locale: "zh-CN" });
  const own = await context.newPage();
  await own.goto("/sign-in?to=/duties");
  await own.getByLabel("用户名").fill(account);
  await own.getByLabel("口令").fill(PASSWORD);
  await own.getByRole("button", { name: "登录", exact: true }).click();
  await expect(own).toHaveURL(/\/duties/);
  await expect(own.getByTitle("账号")).toContainText("李干事");
  await expect(own.getByRole("link", { name: "账号管理" })).toHaveCount(0);

  await own.getByTitle("账号").click();
  await own.getByRole("button", { name: "修改口令" }).click();
  const dialog = own.getByRole("dialog", { name: "修改口令" });
  const fill = async (current: string, next: string, again: string) => {
    await dialog.getByLabel("原口令").fill(current);
    await dialog.getByLabel("新口令", { exact: true }).fill(next);
    await dialog.getByLabel("再输一遍新口令").fill(again);
    await dialog.getByRole("button", { name: "保存" }).click();
  };
  await fill("不是原来的口令", NEXT, NEXT);
  await expect(dialog.getByRole("alert")).toHaveText("原口令不正确");
  await fill(PASSWORD, NEXT, `${NEXT}!`);
  await expect(dialog.getByRole("alert")).toHaveText("两次输入的口令不一致。");
  expect(await seriousFindings(own, [".password-dialog"])).toEqual([]);
  await fill(PASSWORD, NEXT, NEXT);
  await expect(dialog.getByRole("status")).toHaveText("口令已修改。");
  await dialog.getByRole("button", { name: "关闭" }).click();

  await own.goto("/accounts");
  await expect(own.getByText("没有管理账号的权限")).toBeVisible();
  await context.close();
});

test("axe finds nothing serious, by day and by night, with a form open", async ({ page }) => {
  for (const search of ["", "?theme=night", "?tab=keys", "?tab=keys&theme=night"]) {
    await page.goto(`/accounts${search}`);
    await page.getByRole("button", { name: /^新建/ }).click();
    await expect(page.getByTestId("task")).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(await seriousFindings(page), search).toEqual([]);
  }
});

test("on a phone the account menu hangs over the page, within reach", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/duties");
  await page.getByTitle("账号").click();
  // A click is refused where something else lies over the middle, or nothing of it is shown.
  await page.getByRole("link", { name: "今日回头看" }).click();
  await expect(page).toHaveURL(/\/round/);
});

test("on a phone the other pages are reached along the bar", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto("/duties");
  await page.getByRole("navigation").getByRole("link", { name: "办理质量" }).click();
  await expect(page).toHaveURL(/\/quality/);
});
