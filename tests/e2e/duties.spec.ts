import { expect, type Page } from "@playwright/test";
import type { DutyHistory } from "../../domain/contract/duties.ts";
import type { DutyList } from "../../domain/contract/zones.ts";
import { test } from "./workbench-page.ts";

test.use({ viewport: { width: 1440, height: 900 } });

type LeadDuty = DutyList["features"][number]["properties"];

/** The leads of zones that one person alone holds now. */
async function soleLeads(page: Page): Promise<LeadDuty[]> {
  const answer = await page.request.get("/api/duties?role=zone-lead&geometry=none");
  const leads = ((await answer.json()) as DutyList).features.map(({ properties }) => properties);
  return leads.filter(
    ({ scope }) => leads.filter((other) => other.scope.id === scope.id).length === 1,
  );
}

/** Takes back what a test did, newest first, so that the city is as the next test expects it. */
async function undoDownTo(page: Page, revision: number): Promise<void> {
  const answer = await page.request.get("/api/duties/history");
  const { entries } = (await answer.json()) as DutyHistory;
  for (const entry of entries.filter((each) => each.revision > revision)) {
    await page.request.post("/api/duties/undo", { data: { revision: entry.revision } });
  }
}

async function lastRevision(page: Page): Promise<number> {
  const answer = await page.request.get("/api/duties/history");
  return ((await answer.json()) as DutyHistory).entries[0]?.revision ?? 0;
}

async function expectLead(page: Page, zoneId: string, name: string): Promise<void> {
  await page.goto(`/?pick=zone:${zoneId}`);
  await expect(page.getByTestId("leads")).toHaveText(name, { timeout: 30_000 });
}

test("a handover names the new lead in the workbench, its undo the old one", async ({ page }) => {
  const [lead] = await soleLeads(page);
  if (!lead?.person) throw new Error("no lead");
  await page.goto("/");
  await page.getByRole("link", { name: "责任登记" }).click();
  await page.getByRole("searchbox").fill(lead.id);
  await page.getByRole("checkbox", { name: `选择 ${lead.id}` }).check();
  await page.getByRole("button", { name: "交接" }).click();
  const task = page.getByTestId("task");
  await task.getByLabel("姓名").fill("接任领导");
  await task.getByRole("button", { name: "交接" }).click();
  await expect(task.getByRole("status")).toContainText("1 条责任已交接给 接任领导");
  await expect(task.getByTestId("passing")).toContainText("随之移交的未办结问题");
  await expect(task.getByRole("link", { name: "在工作台中查看清单" })).toHaveAttribute(
    "href",
    new RegExp(`zone=${lead.scope.id}&status=open`),
  );
  await expectLead(page, lead.scope.id, "接任领导");

  await page.goto("/duties?tab=history");
  page.on("dialog", (dialog) => void dialog.accept());
  const newest = page.getByRole("row").nth(1);
  await expect(newest).toContainText("接任领导");
  await newest.getByRole("button", { name: "撤销" }).click();
  await expect(newest.getByRole("cell").nth(1)).toHaveText("撤销");
  await expectLead(page, lead.scope.id, lead.person);
});

test("ending a lead's duty lists a defect, which the form it opens mends", async ({ page }) => {
  const [, lead] = await soleLeads(page);
  if (!lead?.person) throw new Error("no lead");
  const before = await lastRevision(page);
  await page.goto(`/duties?q=${lead.id}`);
  await page.getByRole("button", { name: "免去" }).click();
  const task = page.getByTestId("task");
  await task.getByRole("button", { name: "免去" }).click();
  await expect(task.getByRole("status")).toContainText("已免去");

  await page.getByRole("tab", { name: "缺陷" }).click();
  const defect = page.getByRole("row", { name: /片区无挂片领导/ });
  await expect(defect).toContainText(lead.scope.name ?? "");
  await expect(defect.getByRole("link", { name: "查看位置" })).toHaveAttribute(
    "href",
    /at=[\d.,]+&pick=spot/,
  );
  await defect.getByRole("button", { name: "任命" }).click();
  await expect(task).toContainText(lead.scope.name ?? "");
  await task.getByLabel("姓名").fill("新任领导");
  await task.getByRole("button", { name: "登记" }).click();
  await expect(task.getByRole("status")).toContainText("已任命");
  await expect(page.getByTestId("no-defects")).toBeVisible();
  await undoDownTo(page, before);
});

test("a table with a mistake is shown with it and cannot be written", async ({ page }) => {
  await page.goto("/duties");
  await page.getByRole("button", { name: "导入" }).click();
  const task = page.getByTestId("task");
  const heading = "编号,职责,姓名,范围类型,范围编号,起始日期";
  const send = (row: string) =>
    task.getByLabel("选择文件").setInputFiles({
      name: "责任表.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`${heading}\r\n${row}\r\n`),
    });
  await send(",片长,甲,网格,Z01,2026-01-01");
  await expect(task).toContainText("第 2 行“职责”“片长”无效；请填写下列之一：挂片领导");
  await expect(task.getByRole("button", { name: /写入/ })).toHaveCount(0);
  await send(",网格员,甲,网格,Z01,2026-01-01");
  await expect(task.getByRole("button", { name: "写入 1" })).toBeEnabled();
});
