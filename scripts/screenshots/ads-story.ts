import { writeFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import type { AdPlanBody, AdPlanResult } from "../../domain/contract/ads-plans.ts";
import { openPdf } from "../pdf-page.ts";

const VIEW = { width: 1440, height: 900 };
/** Roads and marks are drawn, the last frames of fading remain. */
const SETTLE_MS = 5000;
const BOOK_DOTS_PER_INCH = 96;

/** A planner's story in five pictures: rules, audit, plan, why here, map book. */
export async function adsStory(browser: Browser, url: string, folder: string): Promise<void> {
  const page = await browser.newPage({ viewport: VIEW, locale: "zh-CN" });
  const shot = async (name: string, clear = true) => {
    if (clear) await page.mouse.move(0, 0);
    await page.waitForTimeout(SETTLE_MS);
    await page.screenshot({ path: `${folder}/${name}.png` });
    console.log(`${folder}/${name}.png`);
  };
  await opened(page, `${url}/ads`);
  await shot("ads-audit");
  await page.getByRole("button", { name: "编辑", exact: true }).first().click();
  const editor = page.getByRole("dialog");
  await editor.locator("input[inputmode=decimal]").first().fill("10");
  await shot("ads-rules");
  const { id, result } = await planned(url);
  await opened(page, `${url}/ads?mode=plan&plan=${id}`);
  await shot("ads-plan");
  const site = telling(result);
  const at = `${site.position.join()},16.60`;
  await opened(page, `${url}/ads?mode=plan&plan=${id}&pick=site:${site.id}&at=${at}`);
  await shot("ads-why");
  await page.close();
  const book = await fetch(`${url}/api/ads/plans/${id}/export?format=pdf&zone=${site.zone?.id}`);
  const pdf = await openPdf(new Uint8Array(await book.arrayBuffer()));
  const { png } = await pdf.pixelsOf(Math.min(2, pdf.pageCount), BOOK_DOTS_PER_INCH);
  writeFileSync(`${folder}/ads-book.png`, png());
  console.log(`${folder}/ads-book.png`);
}

async function opened(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const map = page.locator('[data-testid="ads-map"][data-drawn]');
  await map.waitFor({ state: "attached", timeout: 60_000 });
}

async function planned(url: string): Promise<{ id: string; result: AdPlanResult }> {
  const asked = await fetch(`${url}/api/ads/plans`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ objective: "cost", name: "最少费用方案" }),
  });
  const { id } = (await asked.json()) as { id: string };
  for (;;) {
    const plan = (await (await fetch(`${url}/api/ads/plans/${id}`)).json()) as AdPlanBody;
    if (plan.result) return { id, result: plan.result };
    if (plan.state !== "queued" && plan.state !== "running") throw new Error(`Plan ${plan.state}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

/** A new site in the middle of a road that has several. */
function telling({ sites }: AdPlanResult): AdPlanResult["sites"][number] {
  const roads = Map.groupBy(
    sites.filter(({ kind, road, zone }) => kind === "new" && road && zone),
    ({ road }) => road,
  );
  const [most] = [...roads.values()].sort((a, b) => b.length - a.length);
  const site = most?.[Math.floor((most.length - 1) / 2)];
  if (!site) throw new Error("The plan has no new site on a road");
  return site;
}
