import { expect, type Page, test } from "@playwright/test";
import { defaultScreen } from "../../domain/screen/default-screen.ts";
import { ScreenPlan } from "../../domain/screen/screen-plan.ts";

const SHOWN_WITHIN_MS = 90_000;
/** Seconds on a machine of its own. */
const TOLD_WITHIN_MS = 60_000;
test.setTimeout(3 * SHOWN_WITHIN_MS);
test.use({ contextOptions: { reducedMotion: "reduce" } });

async function openWall(page: Page, scene: string): Promise<void> {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`/screen?scene=${scene}&hold=1`);
  await expect(page.locator(".wall")).toHaveAttribute("data-step", new RegExp(`^${scene}`), {
    timeout: SHOWN_WITHIN_MS,
  });
  await expect(page.locator(".wall-panel.is-loading")).toHaveCount(0, { timeout: SHOWN_WITHIN_MS });
}

let reports = 0;
async function report(page: Page, baseURL: string | undefined): Promise<void> {
  const answer = await page.request.post("/api/problems", {
    headers: { origin: baseURL ?? "" },
    data: {
      clientId: `endurance-${Date.now()}-${++reports}`,
      category: "E0102",
      source: "hotline",
      position: [114.3, 30.6],
    },
  });
  expect(answer.status()).toBe(201);
}

const numberIn = async (page: Page, selector: string) =>
  Number(((await page.locator(selector).first().textContent()) ?? "").replaceAll(/[^\d]/g, ""));

test("a wall whose clock is set back by three hours goes on", async ({ page, baseURL }) => {
  await openWall(page, "overview");
  const figure = page.locator(".wall-figure strong").first();
  const open = await numberIn(page, ".wall-figure strong");
  await report(page, baseURL);
  await expect(figure).toHaveText((open + 1).toLocaleString("en-US"), { timeout: TOLD_WITHIN_MS });
  await page.evaluate(() => {
    const real = Date.now.bind(Date);
    Date.now = () => real() - 3 * 3_600_000;
  });
  await report(page, baseURL);
  await expect(figure).toHaveText((open + 2).toLocaleString("en-US"), { timeout: TOLD_WITHIN_MS });
});

test("rings that take longer than the city is busy come nevertheless", async ({
  page,
  baseURL,
}) => {
  await openWall(page, "overview");
  const map = page.getByTestId(/^wall-map-/).first();
  await expect(map).toHaveAttribute("data-drawn", /clusters/, { timeout: SHOWN_WITHIN_MS });
  const before = await map.getAttribute("data-as-of");
  await page.route(/problems\/clusters/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 4000));
    await route.continue();
  });
  await whileBusy(page, baseURL, async () => {
    await expect(map).not.toHaveAttribute("data-as-of", before ?? "", {
      timeout: TOLD_WITHIN_MS,
    });
  });
});

test("an answer that is slower than the city is busy comes nevertheless", async ({
  page,
  baseURL,
}) => {
  const hours = ".wall-hours .wall-keys span";
  await openWall(page, "today");
  const before = await numberIn(page, hours);
  await page.route(/screen\/hours/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 4000));
    await route.continue();
  });
  await whileBusy(page, baseURL, () =>
    expect.poll(() => numberIn(page, hours), { timeout: TOLD_WITHIN_MS }).toBeGreaterThan(before),
  );
});

/** Reports faster than slow answers come, until what is done in the meantime is done. */
async function whileBusy(
  page: Page,
  baseURL: string | undefined,
  act: () => Promise<unknown>,
): Promise<void> {
  let isOver = false;
  const busy = (async () => {
    while (!isOver) {
      await report(page, baseURL);
      await page.waitForTimeout(800);
    }
  })();
  await act().finally(() => {
    isOver = true;
  });
  await busy;
}

async function keepPlan(page: Page, baseURL: string | undefined, plan: object): Promise<void> {
  const answer = await page.request.put("/api/screen", {
    headers: { origin: baseURL ?? "", "if-match": "*" },
    data: ScreenPlan.parse({ ...defaultScreen, ...plan }),
  });
  expect(answer.status()).toBe(200);
}

test.afterEach(({ page, baseURL }) => keepPlan(page, baseURL, {}));

const onlyScene = (name: string) => ({
  scenes: [{ id: "only", kind: "today", name, panels: ["figures", "hours"], durationS: 3 }],
});

test("scenes that were changed while a wall's line was cut are shown when it is back", async ({
  page,
  baseURL,
}) => {
  let isCut = true;
  await page.route(/live\?screen=/, (route) => (isCut ? route.abort() : route.continue()));
  await openWall(page, "overview");
  await keepPlan(page, baseURL, onlyScene("夜间值守"));
  isCut = false;
  await expect(page.locator(".wall-scene")).toContainText("夜间值守", { timeout: TOLD_WITHIN_MS });
});

test("a wall of one scene takes over another build of its pages", async ({ page, baseURL }) => {
  await keepPlan(page, baseURL, onlyScene("值守"));
  await page.goto("/screen");
  await expect(page.locator(".wall-scene")).toContainText("值守", { timeout: SHOWN_WITHIN_MS });
  await page.route(/screen\/walls/, (route) =>
    route.fulfill({ json: { build: "/assets/another.js", version: 1 } }),
  );
  await page.waitForEvent("load", { timeout: TOLD_WITHIN_MS });
});
