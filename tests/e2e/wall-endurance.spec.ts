import { expect, type Page, test } from "@playwright/test";

const SHOWN_WITHIN_MS = 90_000;
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
  await expect(figure).toHaveText((open + 1).toLocaleString("en-US"), { timeout: 20_000 });
  await page.evaluate(() => {
    const real = Date.now.bind(Date);
    Date.now = () => real() - 3 * 3_600_000;
  });
  await report(page, baseURL);
  await expect(figure).toHaveText((open + 2).toLocaleString("en-US"), { timeout: 20_000 });
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
  let isOver = false;
  const busy = (async () => {
    while (!isOver) {
      await report(page, baseURL);
      await page.waitForTimeout(800);
    }
  })();
  await expect
    .poll(() => numberIn(page, hours), { timeout: 20_000 })
    .toBeGreaterThan(before)
    .finally(() => {
      isOver = true;
    });
  await busy;
});
