import type { Browser } from "@playwright/test";
import { withServedCity } from "./pages/served-city.ts";

/** Compressed scripts and styles that a page may load before it can be used, KB of 1000 bytes. */
const BUDGETS = [{ path: "/", budgetKB: 1100 }] as const;

/** Quiet for this long counts as loaded. */
const QUIET_MS = 1500;

type Loaded = { readonly scriptKB: number; readonly styleKB: number; readonly files: number };

const isWithin = await withServedCity(async ({ address, browser }) => {
  let isGood = true;
  for (const { path, budgetKB } of BUDGETS) {
    const { scriptKB, styleKB, files } = await load(browser, address + path);
    const totalKB = scriptKB + styleKB;
    if (totalKB > budgetKB) isGood = false;
    const parts = `scripts ${scriptKB.toFixed(0)}, styles ${styleKB.toFixed(0)}, ${files} files`;
    const verdict = totalKB > budgetKB ? "超出 over" : "在内 within";
    console.log(`${path}  ${totalKB.toFixed(0)} KB (${parts})  ${verdict} ${budgetKB} KB`);
  }
  return isGood;
});
process.exitCode = isWithin ? 0 : 1;

/** Opens a page with nothing cached and sums what came over the wire, as it was compressed. */
async function load(browser: Browser, url: string): Promise<Loaded> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const sizes: Promise<{ readonly isStyle: boolean; readonly bytes: number }>[] = [];
  page.on("requestfinished", (request) => {
    const path = new URL(request.url()).pathname;
    if (!/\.(js|mjs|css)$/.test(path)) return;
    const isStyle = path.endsWith(".css");
    sizes.push(
      request.sizes().then(({ responseBodySize }) => ({ isStyle, bytes: responseBodySize })),
    );
  });
  await page.goto(url, { waitUntil: "networkidle" });
  await page.waitForTimeout(QUIET_MS);
  const all = await Promise.all(sizes);
  await context.close();
  const sumKB = (isStyle: boolean) =>
    all.reduce((sum, each) => (each.isStyle === isStyle ? sum + each.bytes : sum), 0) / 1000;
  return { scriptKB: sumKB(false), styleKB: sumKB(true), files: all.length };
}
