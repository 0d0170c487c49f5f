import { test as bare, expect, type Page } from "@playwright/test";
import type { AdAudit, AdRoadDetail, AdSpots, AdSummaryRow } from "../../domain/contract/ads.ts";
import { seriousFindings } from "./serious-findings.ts";
import { test } from "./workbench-page.ts";

const desk = { viewport: { width: 1440, height: 900 } };
test.use(desk);

type Summed = AdAudit & { readonly summary: NonNullable<AdAudit["summary"]> };

async function auditOf(page: Page, query = ""): Promise<Summed> {
  const answer = await page.request.get(`/api/ads/audit${query}`);
  return (await answer.json()) as Summed;
}

async function openAds(page: Page, query = ""): Promise<void> {
  await page.goto(`/ads${query}`);
  await expect(page.getByTestId("ads-required")).toHaveText(/^[\d,]+$/, { timeout: 40_000 });
  await expect(page.getByTestId("ads-map")).toHaveAttribute("data-drawn", /\broads\b/, {
    timeout: 40_000,
  });
}

const figure = (n: number) => n.toLocaleString("en-US");

/** The page's figures, the sum under them, the legend and the list of roads all say what the server says. */
async function expectSums(page: Page, row: AdSummaryRow): Promise<void> {
  const { required, existing, shortage, surplus } = row;
  await expect(page.getByTestId("ads-required")).toHaveText(figure(required));
  await expect(page.getByTestId("ads-existing")).toHaveText(figure(existing));
  await expect(page.getByTestId("ads-shortage")).toHaveText(figure(shortage));
  await expect(page.getByTestId("ads-identity")).toHaveText(
    `应设 ${figure(required)} − 现有 ${figure(existing)} + 富余 ${figure(surplus)} = 缺口 ${figure(shortage)}`,
  );
  expect(required - existing + surplus).toBe(shortage);
  const legend = page.getByTestId("ads-legend");
  for (const status of ["short", "met", "dense", "unneeded"] as const) {
    const words = `${figure(row[status])} 条`;
    const key = legend.locator(`[data-status="${status}"]`);
    await expect(key).toHaveText(status === "short" ? `${words} · 缺 ${figure(shortage)}` : words);
  }
  await expect(page.getByTestId("ads-road-list-sum")).toHaveText(
    `${figure(row.short)} 条 · 缺 ${figure(shortage)} 处`,
  );
}

test("figures, legend and lists say what the audit says, for the city and for a class", async ({
  page,
}) => {
  await openAds(page);
  const { summary } = await auditOf(page);
  await expectSums(page, summary.total);

  const lanes = summary.byGroup.find(({ id }) => id === "lane");
  if (!lanes) throw new Error("no lanes");
  const row = page.getByTestId("ads-sums").locator('[data-id="lane"] button');
  await expect(row).toContainText(`缺 ${figure(lanes.shortage)}`);
  await row.click();
  await expectSums(page, lanes);
  await expect(page).toHaveURL(/group=lane/);

  await page.getByRole("button", { name: "背街小巷 ，清除此条件" }).click();
  await expectSums(page, summary.total);
});

test("a zone narrows every figure, and zones add up to the city", async ({ page }) => {
  await openAds(page);
  const { summary } = await auditOf(page);
  const sum = summary.byZone.reduce((all, { shortage }) => all + shortage, 0);
  expect(sum).toBe(summary.total.shortage);

  await page.getByRole("tab", { name: "片区" }).click();
  await expect(page.getByTestId("ads-sums").locator("li")).toHaveCount(summary.byZone.length);

  const [zone] = summary.byZone.filter(({ id, shortage }) => id !== null && shortage > 0);
  if (!zone) throw new Error("no zone");
  await page.getByRole("combobox", { name: "片区" }).selectOption(zone.id);
  const narrowed = await auditOf(page, `?zone=${zone.id}`);
  expect(narrowed.summary.total.shortage).toBe(zone.shortage);
  await expectSums(page, narrowed.summary.total);
});

test("the arithmetic of a road unfolds, by keys alone", async ({ page }) => {
  await openAds(page);
  const list = page.getByRole("listbox", { name: "道路清单" });
  await list.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");

  const card = page.getByTestId("ads-road-card");
  await expect(card).toBeVisible();
  const key = new URL(page.url()).searchParams.get("pick")?.replace("road:", "") ?? "";
  const answer = await page.request.get(`/api/ads/road?key=${encodeURIComponent(key)}`);
  const road = (await answer.json()) as AdRoadDetail;
  const steps = page.getByTestId("ads-road-steps");
  const resultOf = (name: string) =>
    steps
      .getByRole("row", { name: new RegExp(`^${name}`) })
      .getByRole("cell")
      .last();
  await expect(resultOf("应设")).toHaveText(figure(road.required));
  await expect(resultOf("现有")).toHaveText(figure(road.count));
  await expect(resultOf("缺口")).toHaveText(figure(road.shortage));
  await expect(card).toContainText(`沿线广告 ${road.ads.length} 处`);
  await expect(card.getByRole("option").first()).toContainText(/K\d+\+\d{3}/);
  await expect(page.getByTestId("ads-picked")).toBeVisible();
  expect(await seriousFindings(page)).toEqual([]);

  await card.getByRole("button", { name: "关闭" }).click();
  await expect(card).toBeHidden();
});

test("a click on the map finds the mark under it", async ({ page }) => {
  const answer = await page.request.get("/api/ads/spots");
  const { ads } = (await answer.json()) as AdSpots;
  const ad = ads.find(({ counts, road }) => counts && road !== null);
  if (!ad) throw new Error("no ad");
  await openAds(page, `?at=${ad.position.join()},18`);
  const box = await page.getByTestId("ads-map").boundingBox();
  if (!box) throw new Error("no map");
  await expect(async () => {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(page).toHaveURL(new RegExp(`pick=ad:${ad.id}`), { timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
  await expect(page.getByTestId("ads-picked")).toContainText(ad.id);
});

for (const theme of ["", "theme=night"]) {
  test(`every map is legible and named ${theme}`, async ({ page }) => {
    await openAds(page, `?${theme}`);
    for (const [mode, title] of [
      ["空档", "最长空档"],
      ["左右侧", "左右侧数量"],
      ["主题", "主题分布"],
    ] as const) {
      await page.getByRole("button", { name: mode, exact: true }).click();
      await expect(page.getByTestId("ads-legend")).toContainText(title);
    }
    await page.getByRole("tab", { name: "责任单位" }).click();
    expect(await seriousFindings(page)).toEqual([]);
  });
}

bare.describe("without an answer", () => {
  bare.use(desk);

  bare("the page says so and asks again", async ({ page }) => {
    await page.route("**/api/ads/audit*", (route) => route.fulfill({ status: 503, body: "{}" }));
    await page.goto("/ads");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("没有取到数据", { timeout: 40_000 });
    await page.unroute("**/api/ads/audit*");
    await alert.getByRole("button").click();
    await expect(page.getByTestId("ads-shortage")).toHaveText(/^[\d,]+$/, { timeout: 40_000 });
  });

  bare(
    "a map without its roads says so; a road that there is not is no failure",
    async ({ page }) => {
      await page.route("**/api/ads/roads*", (route) => route.fulfill({ status: 503, body: "{}" }));
      await page.goto("/ads?pick=road:nowhere");
      const alert = page.getByRole("alert");
      await expect(alert).toContainText("道路没有取到", { timeout: 40_000 });
      await expect(page.getByTestId("ads-road-card")).toContainText("现行规则下没有这条道路");
      await page.unroute("**/api/ads/roads*");
      await alert.getByRole("button").click();
      await expect(alert).toBeHidden({ timeout: 20_000 });
    },
  );
});
