import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { CaseActsDone } from "../../domain/contract/cases.ts";
import { ProblemPage } from "../../domain/contract/problems.ts";
import { seriousFindings } from "./serious-findings.ts";

test("orders are listed, opened and taken away, and a unit gets its notice", async ({ page }) => {
  const waiting = await page.request.get("/api/problems?state=accepted&limit=3");
  const ids = ProblemPage.parse(await waiting.json()).features.map(({ id }) => id);
  expect(ids.length).toBe(3);
  const sent = await page.request.post("/api/cases/acts", {
    data: { act: "dispatch", ids, unitId: "S03", reason: "统一办理" },
  });
  const [order] = CaseActsDone.parse(await sent.json()).orders;
  if (!order) throw new Error("no order");

  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/papers?tab=orders");
  const row = page.getByRole("row").filter({ hasText: order.number });
  await expect(row).toContainText(order.unit.name);
  await expect(row.getByRole("cell").nth(2)).toHaveText("3");
  await expect(page.getByRole("button", { name: "下载 PDF" })).toBeDisabled();
  const pdf = await row.getByRole("link", { name: /PDF$/ }).getAttribute("href");
  const bytes = await (await page.request.get(pdf ?? "")).body();
  expect(bytes.subarray(0, 5).toString("latin1")).toBe("%PDF-");
  const [document] = await Promise.all([
    page.waitForEvent("download"),
    row.getByRole("link", { name: /DOCX$/ }).click(),
  ]);
  expect(document.suggestedFilename()).toBe(`交办单-${order.number}-${order.unit.name}.docx`);

  await page.getByRole("combobox", { name: "责任单位" }).selectOption("S03");
  await expect(page).toHaveURL(/unit=S03/);
  const [notice] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "下载 PDF" }).click(),
  ]);
  expect(notice.suggestedFilename()).toMatch(/^督查通知书-\d{4}-\d\d-\d\d-.*\.pdf$/);
  expect((await readFile(await notice.path())).subarray(0, 5).toString("latin1")).toBe("%PDF-");
  await expect(page.getByRole("status").filter({ hasText: "已下载" })).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);

  await page.getByRole("link", { name: order.number, exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`/orders/${order.number}`));
});

test("a unit that has nothing to do is told so, by night too", async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto("/papers?tab=orders&unit=S10&theme=night");
  await expect(page.getByText("没有未办完的交办单")).toBeVisible();
  await page.getByRole("button", { name: "下载 DOCX" }).click();
  await expect(page.getByText(/没有生成：找不到待整改的问题/)).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);
});
