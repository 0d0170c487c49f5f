import { expect, type Page, test as unwatched } from "@playwright/test";
import type { CaseBody } from "../../domain/contract/cases.ts";
import type { ProblemCount, ProblemPage } from "../../domain/contract/problems.ts";
import { openWorkbench, statedTotal, test } from "./workbench-page.ts";

test.use({ viewport: { width: 1440, height: 900 } });
unwatched.use({ viewport: { width: 1440, height: 900 } });

async function openDesk(page: Page, query = ""): Promise<void> {
  await page.goto(`/desk${query}`);
  await expect(page.getByTestId("desk-total")).toHaveText(/共 [\d,]+ 件/, { timeout: 30_000 });
  await expect(page.getByTestId("queue-overdue")).toContainText(/\d/);
}

function rowsOf(page: Page) {
  return page.getByRole("listbox", { name: "案件" }).getByRole("option");
}

async function queueCount(page: Page, queue: string): Promise<number> {
  const row = page.getByTestId(`queue-${queue}`);
  await expect(row).toContainText(/\d/);
  const words = await row.innerText();
  return Number(words.split(/\s/).at(-1)?.replaceAll(",", ""));
}

async function countOf(page: Page, query: string): Promise<ProblemCount> {
  return (await page.request.get(`/api/problems/count?${query}`)).json();
}

async function mostUrgent(page: Page, query: string): Promise<readonly string[]> {
  const answer = await page.request.get(`/api/problems?${query}&sort=dueAt&limit=10`);
  return ((await answer.json()) as ProblemPage).features.map(({ properties }) => properties.id);
}

async function caseOf(page: Page, id: string): Promise<CaseBody> {
  return (await page.request.get(`/api/problems/${id}/case`)).json();
}

test("a queue counts what the map counts for the same filter, and leads there", async ({
  page,
}) => {
  await openDesk(page, "?queue=overdue&zone=Z05");
  const onDesk = await queueCount(page, "overdue");
  expect(onDesk).toBe((await countOf(page, "status=overdue&zone=Z05")).total);
  await expect(page.getByTestId("desk-total")).toHaveText(`共 ${onDesk} 件`);
  await page.getByRole("link", { name: "在地图上看" }).click();
  await expect(page).toHaveURL(/\/\?.*status=overdue/);
  await expect(page).toHaveURL(/zone=Z05/);
  expect(await statedTotal(page)).toBe(onDesk);

  await openDesk(page, "?queue=rectified");
  const rectified = await queueCount(page, "rectified");
  await openWorkbench(page, "?state=rectified");
  expect(await statedTotal(page)).toBe(rectified);
  await page.getByRole("button", { name: "去掉筛选：环节 · 已整改" }).click();
  await expect(page).not.toHaveURL(/state=/);
});

test("several reports are accepted, then dispatched each to its unit, with a preview first", async ({
  page,
}) => {
  await openDesk(page);
  const before = await queueCount(page, "reported");
  const ids = (await mostUrgent(page, "state=reported")).slice(0, 4);
  const rows = rowsOf(page);
  await rows.nth(0).locator(".desk-tick").click();
  await rows.nth(3).click({ modifiers: ["Shift"] });
  await expect(page.getByTestId("desk-selected")).toHaveText("已选 4 件");

  await page.getByRole("button", { name: "批量立案" }).click();
  const bulk = page.getByTestId("bulk");
  await expect(bulk.getByTestId("preview")).toContainText("可办 4 件");
  expect((await caseOf(page, ids[0] ?? "")).state).toBe("reported");
  await bulk.getByRole("button", { name: "批量立案 4 件" }).click();
  await expect(bulk.getByTestId("bulk-done")).toContainText("已办 4 件");
  await expect.poll(() => queueCount(page, "reported")).toBe(before - 4);
  for (const id of ids) expect((await caseOf(page, id)).state).toBe("accepted");

  await page.goto("/desk?queue=accepted");
  await expect(rows.first()).toBeVisible({ timeout: 30_000 });
  const accepted = (await mostUrgent(page, "state=accepted")).slice(0, 3);
  for (const n of [0, 1, 2]) await rows.nth(n).locator(".desk-tick").click();
  await page.getByRole("button", { name: "批量派遣" }).click();
  const preview = bulk.getByTestId("preview");
  await expect(preview).toContainText("可办 3 件");
  const { dutyUnit } = await caseOf(page, accepted[0] ?? "");
  await expect(
    preview.getByRole("table", { name: new RegExp(dutyUnit?.name ?? "无") }),
  ).toContainText(accepted[0] ?? "");
  await bulk.getByRole("button", { name: "批量派遣 3 件" }).click();
  await expect(bulk.getByTestId("bulk-done")).toContainText("已办 3 件");
  const first = await caseOf(page, accepted[0] ?? "");
  expect(first).toMatchObject({ state: "dispatched", unit: dutyUnit });
  await expect(
    bulk
      .getByRole("listitem")
      .filter({ hasText: first.orderNumber ?? "无" })
      .getByRole("link"),
  ).toHaveAttribute("href", `/api/work-orders/${first.orderNumber}/order.pdf`);
});

test("what cannot be done is told before it is tried", async ({ page }) => {
  await openDesk(page, "?queue=dispatched");
  await rowsOf(page).first().locator(".desk-tick").click();
  await page.getByRole("button", { name: "批量立案" }).click();
  const bulk = page.getByTestId("bulk");
  await expect(bulk.getByTestId("preview")).toContainText("不能办 1 件");
  await expect(bulk.getByRole("button", { name: "批量立案 0 件" })).toBeDisabled();
  await page.getByRole("button", { name: "批量不予立案" }).click();
  await expect(bulk).toContainText("填写理由后列出预演结果");
  await bulk.getByLabel("理由").fill("不属于受理范围");
  await expect(bulk.getByTestId("preview")).toContainText("不能办 1 件");
  await page.getByRole("button", { name: "批量结案" }).click();
  await expect(bulk.getByRole("note")).toContainText("未经核查");
});

test("one case goes from report to unit by keys alone, and stays in sight when it left its queue", async ({
  page,
}) => {
  await openDesk(page);
  const [, second = ""] = await mostUrgent(page, "state=reported");
  await page.keyboard.press("?");
  await expect(page.getByTestId("desk-keys")).toContainText("连续选择");
  await page.keyboard.press("Escape");
  await page.keyboard.press("j");
  await page.keyboard.press("a");
  const detail = page.getByTestId("desk-detail");
  await expect(detail).toContainText(second);
  await expect(detail.getByRole("button", { name: "确认立案" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(detail.getByTestId("case-state")).toHaveText("待派遣");
  await expect(rowsOf(page).filter({ hasText: "已离开本队列" })).toHaveCount(1);

  await page.keyboard.press("d");
  await expect(detail.getByRole("button", { name: "确认派遣" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(detail.getByTestId("case-state")).toHaveText("处置中");
  const file = await caseOf(page, second);
  expect(file).toMatchObject({ state: "dispatched", unit: file.dutyUnit });
  expect(file.steps.map(({ act }) => act)).toEqual(["accept", "dispatch"]);

  await page.keyboard.press("j");
  await expect(rowsOf(page).filter({ hasText: "已离开本队列" })).toHaveCount(0);
  await expect(detail).not.toContainText(second);
  await page.keyboard.press("Escape");
  await expect(detail).toHaveCount(0);
});

test("a double is merged into the case near by, and taken out again", async ({ page }) => {
  const [original = ""] = await mostUrgent(page, "state=dispatched");
  const feature = await (await page.request.get(`/api/problems/${original}`)).json();
  const made = await page.request.post("/api/problems", {
    data: {
      clientId: `desk-double-${Date.now()}`,
      category: feature.properties.category,
      position: feature.geometry.coordinates,
      source: feature.properties.source,
      description: "同一处，再次上报",
    },
  });
  const double = (await made.json()).properties.id as string;
  await openDesk(page, `?pick=${double}`);
  const similar = page.getByTestId("similar");
  await similar.getByRole("button", { name: `并入 ${original}`, exact: true }).click();
  await expect(similar).toContainText(`已并入 ${original}`);
  expect((await caseOf(page, double)).state).toBe("withdrawn");
  expect((await caseOf(page, original)).merged).toContain(double);

  await similar.getByRole("button", { name: "撤销并案" }).click();
  await expect(page.getByTestId("case-state")).toHaveText("待立案");
  expect((await caseOf(page, original)).merged).not.toContain(double);
});

unwatched("somebody else's act is said, and shown", async ({ page }) => {
  const [id = ""] = await mostUrgent(page, "state=accepted");
  await openDesk(page, `?queue=accepted&pick=${id}`);
  const detail = page.getByTestId("desk-detail");
  await detail.getByRole("button", { name: "作废" }).click();
  await detail.getByLabel("理由").fill("误报");
  // The line is cut, so that the page does not hear of it before it sends.
  await page.route("**/api/problems/*/case", (route) => route.abort());
  await page.request.post(`/api/problems/${id}/acts`, {
    headers: { "If-Match": "*" },
    data: { act: "dispatch", unitId: (await caseOf(page, id)).dutyUnit?.id },
  });
  const sent = page.waitForRequest(
    (request) => request.method() === "POST" && request.url().endsWith(`/${id}/acts`),
  );
  await detail.getByRole("button", { name: "确认作废" }).click();
  await sent;
  await page.unroute("**/api/problems/*/case");
  await expect(detail.getByRole("alert")).toContainText("已被他人更新");
  await expect(detail.getByTestId("case-state")).toHaveText("处置中");
});

test("what others do is seen without asking; the case at hand stays while it is open", async ({
  page,
}) => {
  const [first = "", second = ""] = await mostUrgent(page, "state=reported");
  await openDesk(page);
  const before = await queueCount(page, "reported");
  const rows = rowsOf(page);
  const row = (id: string) => rows.and(page.locator(`[data-case="${id}"]`));
  await row(second).click();
  const detail = page.getByTestId("desk-detail");
  await detail.getByRole("button", { name: "不予立案" }).click();
  await detail.getByLabel("理由").fill("核实中");

  const accept = (id: string) =>
    page.request.post(`/api/problems/${id}/acts`, {
      headers: { "If-Match": "*" },
      data: { act: "accept" },
    });
  await accept(first);
  await expect(row(first)).toHaveCount(0);
  await expect.poll(() => queueCount(page, "reported")).toBe(before - 1);
  await expect(detail.getByLabel("理由")).toHaveValue("核实中");

  await accept(second);
  await expect(row(second)).toContainText("已离开本队列");
  await expect(detail.getByTestId("case-state")).toHaveText("待派遣");
  await expect(detail.getByRole("alert").filter({ hasText: "已被他人更新" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(row(second)).toHaveCount(0);
});
