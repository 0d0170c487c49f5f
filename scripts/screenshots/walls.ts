import { type Browser, expect, type Page } from "@playwright/test";
import sharp from "sharp";

/** The sizes that walls of command centres have; two are larger than a document can show and are halved. */
const walls = [
  { width: 1920, height: 1080, share: 1 },
  { width: 2560, height: 1440, share: 1 },
  { width: 3840, height: 2160, share: 0.5 },
  { width: 3840, height: 1080, share: 1 },
  { width: 7680, height: 2160, share: 0.5 },
] as const;

const DRAWN_WITHIN_MS = 240_000;
/** Rings have come, the last frames of fading remain; drawn by a program they take their time, per million px. */
const SETTLE_MS_PER_MEGAPIXEL = 3000;
const COLOURS = 192;

/** The overview on every wall, in real pixels, with what is below the limit of a document's size. */
export async function wallSizes(browser: Browser, url: string, folder: string): Promise<void> {
  for (const { width, height, share } of walls) {
    const page = await browser.newPage({ viewport: { width, height }, locale: "zh-CN" });
    page.setDefaultTimeout(DRAWN_WITHIN_MS);
    await page.goto(`${url}/screen?scene=overview&hold=1`);
    await drawn(page);
    await page.waitForTimeout((SETTLE_MS_PER_MEGAPIXEL * width * height) / 1e6);
    const picture = await page.screenshot({ timeout: DRAWN_WITHIN_MS });
    const path = `${folder}/screen-${width}x${height}.png`;
    await sharp(picture)
      .resize({ width: width * share })
      .png({ palette: true, colours: COLOURS, compressionLevel: 9, effort: 8 })
      .toFile(path);
    console.log(path);
    await page.close();
  }
}

/** Every panel has its figures, every map its rings or places. */
async function drawn(page: Page): Promise<void> {
  await page.locator("main.wall[data-step]").waitFor();
  await expect(page.locator(".wall-panel.is-loading")).toHaveCount(0, { timeout: DRAWN_WITHIN_MS });
  for (const map of await page.locator(".wall-map > .map").all()) {
    await expect(map).toHaveAttribute("data-drawn", /clusters|recurring/, {
      timeout: DRAWN_WITHIN_MS,
    });
  }
}
