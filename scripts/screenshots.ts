import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { withServedCity } from "./pages/served-city.ts";

/** What the documents show: name of the picture, page, size of the window. */
const SHOTS = [{ name: "workbench", path: "/", width: 1440, height: 900 }] as const;

const FOLDER = join(import.meta.dirname, "../docs/screenshots");
const READY_MS = 60_000;
/** After the last layer is handed to the map, it is drawn within this. */
const DRAWN_MS = 3000;

mkdirSync(FOLDER, { recursive: true });
await withServedCity(async ({ address, browser }) => {
  for (const { name, path, width, height } of SHOTS) {
    const page = await browser.newPage({
      viewport: { width, height },
      locale: "zh-CN",
      timezoneId: "Asia/Shanghai",
      colorScheme: "light",
    });
    await page.goto(address + path, { waitUntil: "networkidle", timeout: READY_MS });
    await page.locator('[data-testid="map"]:not([data-drawn=""])').waitFor({ timeout: READY_MS });
    await page.waitForTimeout(DRAWN_MS);
    const file = join(FOLDER, `${name}.png`);
    await page.screenshot({ path: file });
    console.log(`${file} ${width} × ${height}`);
    await page.close();
  }
});
