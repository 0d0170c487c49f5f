import { expect, type Page, test } from "@playwright/test";
import type { MyGrid } from "../../domain/contract/my.ts";
import type { ProblemHistory } from "../../domain/contract/problems.ts";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

const PERSON = "市领导 07";
const PAGE = `/my?person=${encodeURIComponent(PERSON)}`;

async function grid(page: Page): Promise<MyGrid> {
  const answer = await page.request.get(`/api/my?${new URLSearchParams({ person: PERSON })}`);
  return (await answer.json()) as MyGrid;
}

async function urgesOf(page: Page, id: string): Promise<number> {
  const answer = await page.request.get(`/api/problems/${encodeURIComponent(id)}/history`);
  const { entries } = (await answer.json()) as ProblemHistory;
  return entries.filter(({ action }) => action === "urge").length;
}

/** Opens the page and waits until it can do without the server. */
async function openKept(page: Page): Promise<void> {
  await page.goto(PAGE);
  await expect(page.getByRole("tab", { name: "超期" })).toBeVisible();
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const hasShell = await caches.match("/my");
          const answers = await (await caches.open("my-answers-1")).keys();
          const assets = await (await caches.open("my-shell-1")).keys();
          return Boolean(hasShell) && answers.length >= 2 && assets.length >= 4;
        }),
      { timeout: 15_000 },
    )
    .toBe(true);
  await page.waitForLoadState("networkidle");
}

test("a person is chosen from those in office, and remembered", async ({ page }) => {
  await page.goto("/my");
  await page.getByLabel("输入姓名").fill(PERSON);
  await page.getByRole("button", { name: PERSON }).tap();
  await expect(page.getByTestId("my")).toContainText(PERSON);
  await page.goto("/my");
  await expect(page.getByTestId("my")).toContainText(PERSON);
});

test("three taps lead to the evidence of the place that comes back most", async ({ page }) => {
  const { recurring } = await grid(page);
  const [worst] = recurring;
  if (!worst) throw new Error("no place");
  await page.goto("/my");
  await page.getByRole("button", { name: PERSON }).tap();
  await page.getByRole("tab", { name: "反复点" }).tap();
  const card = page.getByTestId("place").first();
  await expect(card).toContainText(`一年复发 ${worst.ownK} 次`);
  await expect(card.locator(".my-sentence")).not.toBeEmpty();
  await card.getByRole("link", { name: "看证据" }).tap();
  await expect(page).toHaveURL(new RegExp(`/evidence/${worst.id}\\b`));
  await expect(page.getByTestId("sheet")).toContainText("全部上报");
});

test("how the score is made is one tap away", async ({ page }) => {
  await page.goto(PAGE);
  await page.locator(".my-score").tap();
  await expect(page.getByText("得分 = 100 − 40 × 超期占未办结")).toBeInViewport();
  await expect(page).toHaveURL(/person=/);
});

test("nothing is wider than the phone, small to the finger, or from another host", async ({
  page,
  baseURL,
}) => {
  const foreign: string[] = [];
  page.on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && origin !== baseURL) foreign.push(request.url());
  });
  await page.goto(PAGE);
  await page.getByRole("button", { name: "看地图" }).tap();
  await expect(page.locator('[data-testid="my-map"] canvas')).toBeVisible();
  await page.getByRole("tab", { name: "反复点" }).tap();
  await page.locator(".phone-navigate summary").first().tap();
  await page.waitForLoadState("networkidle");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  const small = await page.evaluate(() =>
    [...document.querySelectorAll(".my button, .my a, .my summary, .my input")]
      .filter((each) => !each.closest(".maplibregl-map"))
      .map((each) => ({ text: each.textContent, box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 44 || box.height < 44))
      .map(({ text }) => text),
  );
  expect(small).toEqual([]);
  expect(foreign).toEqual([]);
});

test("without a connection a reload shows the last snapshot and its age", async ({
  page,
  context,
}) => {
  await openKept(page);
  const overdue = await page.getByRole("tab", { name: "超期" }).textContent();
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByTestId("stale")).toContainText(
    /离线 · 数据截至 \d\d-\d\d \d\d:\d\d，\d+ 分前/,
  );
  await expect(page.getByRole("tab", { name: "超期" })).toHaveText(overdue ?? "");
  await context.setOffline(false);
  await expect(page.getByTestId("stale")).toHaveCount(0);
});

test("an urge made without a connection is sent exactly once after it is back", async ({
  page,
  context,
}) => {
  const { overdue } = await grid(page);
  const [first] = overdue;
  if (!first) throw new Error("nothing overdue");
  const before = await urgesOf(page, first.id);
  await openKept(page);
  await context.setOffline(true);
  await page.getByRole("button", { name: "一键督办" }).first().tap();
  await expect(page.getByText("1 件督办待发送")).toBeVisible();
  await page.reload();
  await expect(page.getByText("1 件督办待发送")).toBeVisible();
  await expect(page.getByRole("button", { name: "待发送" })).toBeDisabled();
  await context.setOffline(false);
  await expect(page.getByText("件督办待发送")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "已督办" })).toBeVisible();
  await page.reload();
  await expect(page.getByText(/已督办 \d\d-\d\d/)).toBeVisible();
  await expect.poll(() => urgesOf(page, first.id)).toBe(before + 1);
});

test("an urge whose answer was lost on the way is sent again and kept once", async ({ page }) => {
  const { overdue } = await grid(page);
  const second = overdue[1];
  if (!second) throw new Error("nothing overdue");
  const before = await urgesOf(page, second.id);
  let posts = 0;
  await page.route("**/urge", async (route) => {
    posts++;
    if (posts > 1) return route.continue();
    await route.fetch();
    return route.abort();
  });
  await page.goto(PAGE);
  const card = page.locator(".phone-card").nth(1);
  await card.getByRole("button").first().tap();
  await card.getByRole("button", { name: "一键督办" }).tap();
  await expect.poll(() => urgesOf(page, second.id)).toBe(before + 1);
  await expect(page.getByText("1 件督办待发送")).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await expect(page.getByText("件督办待发送")).toHaveCount(0);
  expect(posts).toBe(2);
  expect(await urgesOf(page, second.id)).toBe(before + 1);
});

test("the worker is asked for anew each time, and the page can be installed", async ({ page }) => {
  const worker = await page.request.get("/sw.js");
  expect(worker.headers()["cache-control"]).toBe("no-cache");
  expect(worker.headers()["content-type"]).toContain("javascript");
  await page.goto(PAGE);
  const href = await page.locator('link[rel="manifest"]').getAttribute("href");
  const manifest = await (await page.request.get(href ?? "")).json();
  expect(manifest).toMatchObject({ name: "我的网格", start_url: "/my", display: "standalone" });
  for (const { src, type } of manifest.icons) {
    const icon = await page.request.get(src);
    expect(icon.headers()["content-type"]).toContain(type);
  }
});
