import { test as base, expect, type Page, type Request, type Response } from "@playwright/test";
import { watchTraffic } from "./quiet.ts";

type Watched = {
  /** The page, watched: an error in its console or a request to another host fails the test. */
  readonly page: Page;
};

/** What the browser says of its software renderer is no fault of the page. */
const HARMLESS =
  /GPU stall due to ReadPixels|GL Driver Message|Automatic fallback to software WebGL/;

export const test = base.extend<Watched>({
  page: async ({ page, baseURL }, use) => {
    const faults: string[] = [];
    watchTraffic(page);
    page.on("console", (message) => {
      const isFault = message.type() === "error" || message.type() === "warning";
      if (isFault && !HARMLESS.test(message.text())) faults.push(message.text());
    });
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("request", (request) => {
      const url = request.url();
      const isOurs = url.startsWith(baseURL ?? "") || /^(data|blob):/.test(url);
      if (!isOurs) faults.push(`request to another host: ${url}`);
    });
    await use(page);
    expect(faults).toEqual([]);
  },
});

/** Opens the workbench and waits until the map shows what is asked for. */
export async function openWorkbench(page: Page, query = "", layers = ["zones", "clusters"]) {
  watchTraffic(page);
  await page.goto(`/${query}`);
  await waitForLayers(page, layers);
}

export async function waitForLayers(page: Page, layers: readonly string[]): Promise<void> {
  const map = page.getByTestId("map");
  for (const layer of layers) {
    await expect(map).toHaveAttribute("data-drawn", new RegExp(`\\b${layer}\\b`), {
      timeout: 30_000,
    });
  }
}

/**
 * Clicks the map, so many px beside its middle, until the page shows what it should: what is to be hit may not be
 * painted yet. A click that hit may come again and must not undo the first.
 */
export async function clickMap(
  page: Page,
  isShown: (within: { readonly timeout: number }) => Promise<unknown>,
  [dx, dy]: readonly [number, number] = [0, 0],
): Promise<void> {
  await expect(async () => {
    const { x, y } = await middleOfMap(page);
    await page.mouse.click(x + dx, y + dy);
    await isShown({ timeout: 4000 });
  }).toPass({ timeout: 40_000 });
}

/** Where on the page the middle of the map is. */
export async function middleOfMap(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.getByTestId("map").boundingBox();
  if (!box) throw new Error("no map");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** The number that the filter bar states, once it is that of the filter and no longer the one before. */
export async function statedTotal(page: Page): Promise<number> {
  const total = page.getByTestId("total");
  await expect(page.locator(".total")).toHaveAttribute("aria-busy", "false");
  await expect(total).toHaveText(/^[\d,]+$/);
  return Number((await total.innerText()).replaceAll(",", ""));
}

/** Sums what the map was sent for its rings while `act` ran, over the blocks of one view. */
export async function clusterSumDuring(
  page: Page,
  isWanted: (url: URL) => boolean,
  act: () => Promise<unknown>,
): Promise<number> {
  const blocks = new Map<string, Promise<number>>();
  let awaited = 0;
  const isOfRings = (request: Request) => {
    const url = new URL(request.url());
    return url.pathname.startsWith("/api/problems/clusters/") && isWanted(url);
  };
  const asked = (request: Request) => {
    if (isOfRings(request)) awaited++;
  };
  const answered = (response: Response) => {
    if (!isOfRings(response.request())) return;
    awaited--;
    blocks.set(new URL(response.url()).pathname, sumOf(response));
  };
  page.on("request", asked);
  page.on("response", answered);
  await act();
  await expect.poll(() => blocks.size > 0 && awaited === 0, { timeout: 20_000 }).toBe(true);
  page.off("request", asked);
  page.off("response", answered);
  const sums = await Promise.all(blocks.values());
  return sums.reduce((a, b) => a + b, 0);
}

async function sumOf(response: Response): Promise<number> {
  const { features } = (await response.json()) as {
    features: { properties: { point_count: number } }[];
  };
  return features.reduce((sum, { properties }) => sum + properties.point_count, 0);
}
