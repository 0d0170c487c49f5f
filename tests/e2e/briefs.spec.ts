import { expect, type Page, test } from "@playwright/test";
import type { BriefBody, BriefPeople } from "../../domain/contract/briefs.ts";
import { seriousFindings } from "./serious-findings.ts";

const PERSON = "市领导 07";
const WEEK = "2026-11-11";
const query = (more: Record<string, string> = {}) =>
  new URLSearchParams({ person: PERSON, week: WEEK, ...more }).toString();

async function briefOf(page: Page, search: string): Promise<BriefBody> {
  const answer = await page.request.get(`/api/briefs?${search}`);
  expect(answer.status()).toBe(200);
  return (await answer.json()) as BriefBody;
}

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test("one tap leads from the phone page to the brief, which fits the phone", async ({ page }) => {
    await page.goto(`/my?person=${encodeURIComponent(PERSON)}`);
    await page.getByRole("link", { name: "一周简报" }).tap();
    await expect(page).toHaveURL(/\/briefs\?.*person=/);
    await expect(page.getByTestId("brief")).toContainText("网格责任一周简报");
    await expect(page.getByRole("heading", { name: PERSON })).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const small = await page.evaluate(() =>
      [...document.querySelectorAll(".briefs button, .briefs a")]
        .map((each) => ({ text: each.textContent, box: each.getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
        .map(({ text }) => text),
    );
    expect(small).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
  });

  test("a definition is one tap away", async ({ page }) => {
    await page.goto(`/briefs?${query()}`);
    await page.getByRole("link", { name: /^反复点位/ }).tap();
    await expect(page.getByText("近一年至少复发一次的点位")).toBeInViewport();
    await expect(page.locator("li:target")).toContainText("平台口径");
  });
});

test("figures on the page are those of the answer", async ({ page }) => {
  const brief = await briefOf(page, query());
  await page.goto(`/briefs?${query()}`);
  const { figures, inTime } = brief;
  for (const figure of ["open", "overdue", "reported", "closed", "returns", "recurring"] as const) {
    const { value, change } = figures[figure];
    const tile = page.locator(`[data-figure="${figure}"]`);
    await expect(tile.locator("strong")).toHaveText((value ?? 0).toLocaleString("en-US"));
    const words =
      change === 0
        ? "与上周持平"
        : `${(change ?? 0) > 0 ? "▲ 比上周多" : "▼ 比上周少"} ${Math.abs(change ?? 0)}`;
    await expect(tile).toContainText(words);
  }
  await expect(page.locator('[data-figure="inTime"]')).toContainText(
    `${((figures.inTime.value ?? 0) * 100).toFixed(1)}%`,
  );
  await expect(page.locator('[data-figure="inTime"]')).toContainText(
    `${inTime.week?.x} / ${inTime.week?.n} 件`,
  );
  const spots = page.locator(".brief-spots li");
  await expect(spots).toHaveCount(brief.spots.length);
  for (const [i, { name }] of brief.spots.entries())
    await expect(spots.nth(i)).toContainText(name ?? "");
  const map = page.locator(".brief-map");
  await expect(map).toBeVisible();
  const width = () => map.evaluate((image) => (image as HTMLImageElement).naturalWidth);
  await expect.poll(width).toBeGreaterThan(0);
  expect(await seriousFindings(page)).toEqual([]);
});

test("weeks are turned over, and an empty one says why", async ({ page }) => {
  await page.goto(`/briefs?${query()}`);
  await page.getByRole("button", { name: "上一周" }).click();
  await expect(page).toHaveURL(/week=2026-11-02/);
  const before = await briefOf(page, query({ week: "2026-11-02" }));
  await expect(page.locator('[data-figure="open"] strong')).toHaveText(
    String(before.figures.open.value),
  );
  await page.goto(`/briefs?${query({ week: "2026-06-03" })}`);
  await expect(page.getByTestId("brief")).toContainText("该周没有在任责任");
  await expect(page.locator(".brief-tiles")).toHaveCount(0);
  await page.goto(`/briefs?${query({ week: "2099-01-01" })}`);
  await expect(page.getByRole("alert")).toContainText("还没有开始");
  await page.getByRole("button", { name: "最近一个完整的周" }).click();
  await expect(page.locator(".brief-tiles")).toBeVisible();
  await page.goto("/briefs?person=nobody");
  await expect(page.getByRole("alert")).toContainText("责任登记里没有");
});

test("everybody of a role is listed, with files that open", async ({ page }) => {
  const search = new URLSearchParams({ role: "zone-lead", week: WEEK });
  const answer = await page.request.get(`/api/briefs/people?${search}`);
  const { people } = (await answer.json()) as BriefPeople;
  await page.goto(`/briefs?${search}`);
  const rows = page.locator(".brief-people tbody tr");
  await expect(rows).toHaveCount(people.length);
  const [first] = people;
  await expect(rows.first()).toContainText(first?.person ?? "");
  await expect(rows.first().locator("td").nth(1)).toHaveText(String(first?.overdue));
  for (const name of [`${first?.person} 的简报 PDF`, `${first?.person} 的简报 DOCX`]) {
    const href = await page.getByRole("link", { name }).getAttribute("href");
    const file = await page.request.get(href ?? "");
    expect(file.status()).toBe(200);
    expect((await file.body()).subarray(0, 2).toString()).toBe(name.endsWith("PDF") ? "%P" : "PK");
  }
  const all = await page.getByRole("link", { name: "全部打包" }).getAttribute("href");
  expect((await page.request.get(all ?? "")).headers()["content-type"]).toBe("application/pdf");
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole("link", { name: `查看 ${first?.person} 的简报` }).click();
  await expect(page.getByRole("heading", { name: first?.person ?? "" })).toBeVisible();
  await expect(page.getByLabel("职务")).toHaveCount(0);
});

test("the desk's page of papers has them under a tab", async ({ page }) => {
  await page.goto("/papers");
  await page.getByRole("tab", { name: "简报" }).click();
  await page.getByLabel("职务").selectOption("river-chief");
  await expect(page).toHaveURL(/tab=briefs.*role=river-chief|role=river-chief.*tab=briefs/);
  const answer = await page.request.get("/api/briefs/people?role=river-chief");
  const { people } = (await answer.json()) as BriefPeople;
  const rows = page.locator(".brief-people tbody tr");
  await expect(rows).toHaveCount(people.length);
  await expect(rows.first().locator("td").first()).toHaveText(String(people[0]?.open));
  expect(await seriousFindings(page, ["#desk-panel"])).toEqual([]);
  await page.getByRole("link", { name: `查看 ${people[0]?.person} 的简报` }).click();
  await expect(page.getByTestId("brief")).toContainText(people[0]?.person ?? "");
});

test("printed it is one sheet in the colours of the day, whatever the screen shows", async ({
  page,
}) => {
  await page.goto(`/briefs?${query({ theme: "night" })}`);
  await expect(page.locator(".brief-map")).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(await seriousFindings(page)).toEqual([]);
  const printed = await page.pdf({ preferCSSPageSize: true });
  expect(printed.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
});
