import { readdirSync, readFileSync, statSync } from "node:fs";
import { chromium, type Page } from "@playwright/test";
import { chromiumArgs, findChromium } from "./browser.ts";
import { startDemoServer } from "./demo-server.ts";

/** Compressed JavaScript and CSS of the first load, as the browser receives it, against the budgets. */
const KB = 1024;
const budgets = { workbench: 1.1 * KB * KB, mapAlone: 760 * KB, phone: 200 * KB };

/**
 * The chunks that bring the desk components, known by a word that all of these have; without them the map and the list
 * still work.
 */
const deskComponents = readdirSync("dist/assets").filter(
  (name) =>
    name.endsWith(".js") && readFileSync(`dist/assets/${name}`, "utf8").includes("prefixCls"),
);

/** What is there once a page is of use. */
const MAP = '[data-drawn~="clusters"]';
const MY_LIST = '[data-testid="my"] [role="tab"]';
const ORDERS_LIST = '[data-testid="order"]';
const ROUND_LIST = '[data-testid="suggestion"]';

const PERSON = encodeURIComponent("市领导 07");

const server = await startDemoServer();
const executablePath = findChromium();
const browser = await chromium.launch({
  args: [...chromiumArgs],
  ...(executablePath && { executablePath }),
});
try {
  const whole = await bytesUntilUsable(await browser.newPage(), "/", MAP);
  const withoutDesk = await browser.newPage();
  const isDesk = ({ pathname }: URL) => deskComponents.some((name) => pathname.endsWith(name));
  await withoutDesk.route(isDesk, (route) => route.abort());
  const mapAlone = await bytesUntilUsable(withoutDesk, "/", MAP);
  const my = await bytesUntilUsable(await browser.newPage(), `/my?person=${PERSON}`, MY_LIST);
  const orders = await bytesUntilUsable(await browser.newPage(), "/orders?unit=I01", ORDERS_LIST);
  const round = await bytesUntilUsable(await browser.newPage(), "/round", ROUND_LIST);
  const isWithin = [
    report("workbench until its map is usable", whole, budgets.workbench),
    report("the same without desk components", mapAlone, budgets.mapAlone),
    report("/my until its list is usable", my, budgets.phone),
    report("/orders until its list is usable", orders, budgets.phone),
    report("/round until its list is usable", round, budgets.phone),
  ].every(Boolean);
  process.exitCode = isWithin ? 0 : 1;
} finally {
  await browser.close();
  server.stop();
}
process.exit();

type Loaded = { readonly total: number; readonly files: readonly (readonly [string, number])[] };

async function bytesUntilUsable(page: Page, path: string, usable: string): Promise<Loaded> {
  const files = new Map<string, number>();
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    // A worker's script is answered without a size, so the file that was served is looked at.
    if (/\.(m?js|css)$/.test(pathname)) files.set(pathname, statSync(`dist${pathname}.br`).size);
  });
  await page.goto(new URL(path, server.url).href);
  await page.locator(usable).first().waitFor({ state: "attached", timeout: 60_000 });
  await page.waitForLoadState("networkidle");
  const sizes = [...files].sort((a, b) => b[1] - a[1]);
  return { total: sizes.reduce((sum, [, size]) => sum + size, 0), files: sizes };
}

function report(what: string, { total, files }: Loaded, budget: number): boolean {
  const isWithin = total <= budget;
  const kb = (bytes: number) => `${(bytes / KB).toFixed(0)} KB`;
  console.log(`${isWithin ? "ok  " : "over"} ${what}: ${kb(total)} of ${kb(budget)} brotli`);
  for (const [name, size] of files) console.log(`       ${kb(size).padStart(7)}  ${name}`);
  return isWithin;
}
