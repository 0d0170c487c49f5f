import { expect, type Page } from "@playwright/test";
import type { AdRulesBody } from "../../domain/contract/ads-rules.ts";
import { seriousFindings } from "./serious-findings.ts";
import { test } from "./workbench-page.ts";

test.use({ viewport: { width: 1440, height: 900 } });

type RuleSet = NonNullable<AdRulesBody["active"]>;

async function rulesInForce(page: Page): Promise<RuleSet> {
  const answer = await page.request.get("/api/ads/rules");
  const { active } = (await answer.json()) as AdRulesBody;
  if (!active) throw new Error("no rules");
  return active;
}

/** A number as the page states it. */
async function stated(page: Page, figure: string): Promise<number> {
  const text = page.getByTestId(`ads-${figure}`);
  await expect(text).toHaveText(/^[\d,]+$/, { timeout: 30_000 });
  return Number((await text.innerText()).replaceAll(",", ""));
}

/** The rules as they were, under another version, for whatever test comes next. */
async function putBack(page: Page, rules: RuleSet): Promise<void> {
  const restored = { ...rules, version: `${rules.version}-${Date.now()}` };
  await page.request.post("/api/ads/rules", { data: { rules: restored } });
}

test("a rule changed on the page is tried, saved, and then the audit follows it", async ({
  page,
}) => {
  await page.goto("/ads");
  const before = await rulesInForce(page);
  const shortage = await stated(page, "shortage");
  const required = await stated(page, "required");
  await page.getByLabel("主干道每公里应设").fill("20");

  const draft = page.getByTestId("rule-draft");
  await expect(draft).toContainText("未保存的改动 1 处");
  await expect(draft).toContainText(/条道路状态变化|道路状态不变/, { timeout: 30_000 });
  expect(await stated(page, "shortage")).toBe(shortage);

  await draft.getByRole("button", { name: "保存为新版本…" }).click();
  const editor = page.getByRole("dialog", { name: "编辑规则" });
  const sums = editor.getByRole("table", { name: "试算" });
  const cells = sums.getByRole("row", { name: /^应设/ }).getByRole("cell");
  await expect(cells.nth(0)).toHaveText(required.toLocaleString("en-US"));
  await expect(cells.nth(1)).toHaveText(/^[\d,]+$/);
  const after = Number((await cells.nth(1).innerText()).replaceAll(",", ""));
  expect(after).toBeGreaterThan(required);
  await expect(editor.getByText("主干道 · 每公里：8 → 20")).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);

  await editor.getByLabel("版本号").fill(before.version);
  await expect(editor.getByText("这个版本号已经用过，请换一个")).toBeVisible();
  await expect(editor.getByRole("button", { name: "保存并生效" })).toBeDisabled();
  const version = `${before.version}-试`;
  await editor.getByLabel("版本号").fill(version);
  await editor.getByLabel("改动说明（选填）").fill("加密主干道");
  await editor.getByRole("button", { name: "保存并生效" }).click();
  await expect(editor.getByText(`${version} 已生效`)).toBeVisible({ timeout: 30_000 });
  await editor.getByText(/^历次版本/).click();
  await expect(editor.getByRole("listitem").filter({ hasText: "（现行）" })).toContainText(version);
  await editor.getByRole("button", { name: "关闭" }).click();

  await expect(page.getByRole("heading", { name: /^规则/ })).toContainText(version);
  await expect(page.getByTestId("ads-required")).toHaveText(after.toLocaleString("en-US"), {
    timeout: 30_000,
  });
  await expect(draft).toHaveCount(0);
  await putBack(page, before);
});

test("the editor begins with the rules of another city and says where they come from", async ({
  page,
}) => {
  await page.goto("/ads");
  await page.locator(".rules-panel").getByRole("button", { name: "编辑" }).click();
  const editor = page.getByRole("dialog", { name: "编辑规则" });
  await editor.getByLabel("从哪里开始").selectOption({ label: "竹溪县：主次干道" });
  await expect(editor.getByLabel("范例")).toContainText("日期不详 · 甲：政府或党媒网页");
  await editor.getByRole("button", { name: "滑动区间" }).click();
  await expect(editor.getByLabel("按主题至少 核心价值观")).toHaveValue("3");
  await editor.getByRole("button", { name: "出处" }).click();
  await expect(editor.getByRole("group", { name: "主次干道 · 最大空档" })).toContainText("原文");
  await expect(editor.getByRole("table", { name: "试算" })).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press("Escape");
  await page.getByTestId("rule-draft").getByRole("button", { name: "撤销" }).click();
  await expect(page.getByTestId("rule-draft")).toHaveCount(0);
});

for (const theme of ["day", "night"]) {
  test(`axe finds nothing serious in any part of the editor by ${theme}`, async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto(`/ads?theme=${theme}`);
    await page.locator(".rules-panel").getByRole("button", { name: "编辑" }).click();
    const editor = page.getByRole("dialog", { name: "编辑规则" });
    await editor.getByLabel("从哪里开始").selectOption({ label: "城市文明程度指数测评体系" });
    await expect(editor.getByRole("table", { name: "仅审计" })).toBeVisible({ timeout: 30_000 });
    const parts = editor.getByRole("group", { name: "规则的各部分" }).getByRole("button");
    for (const part of await parts.all()) {
      await part.click();
      const found = await seriousFindings(page, [".rule-editor"]);
      expect(found, await part.innerText()).toEqual([]);
    }
  });
}
