import { expect, type Page } from "@playwright/test";
import { test } from "./workbench-page.ts";

test.use({ viewport: { width: 1440, height: 900 } });

const AS_OF = "2026-11-21T10:42:00+08:00";
const AT = `asOf=${encodeURIComponent(AS_OF)}`;
const DEFAULT_CLASSES = "intensifying,persistent,new,easing,sporadic,resolved";

type Place = {
  id: number;
  k: number;
  ownK: number;
  lambda30: number;
  class: string;
  relapse: { x: number; n: number; low: number | null; high: number | null };
};
type Evidence = Place & {
  episodes: { start: string; reports: { id: string }[] }[];
  decisions: { decision: string; reason: string }[];
};

async function answer<T>(page: Page, path: string): Promise<T> {
  const response = await page.request.get(`/api/${path}`);
  expect(response.ok(), path).toBe(true);
  return (await response.json()) as T;
}

/** Opens the list of recurring places; the map shows no more than it must. */
async function openPlaces(page: Page, query: string): Promise<void> {
  await page.goto(`/?layers=zones&${query}`);
  await expect(page.getByRole("tab", { name: "反复点位" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
}

const places = (page: Page) => page.getByRole("listbox", { name: "反复点位" });

async function statedPlaces(page: Page): Promise<number> {
  const total = page.getByTestId("places-total");
  await expect(total).toHaveText(/^[\d,]+$/);
  return Number((await total.innerText()).replaceAll(",", ""));
}

/** What each class chip counts, by whether it is pressed. */
async function chipCounts(page: Page): Promise<{ pressed: number; all: number }> {
  const chips = page.getByRole("group", { name: "类型" }).getByRole("button");
  await expect(chips.first()).toHaveText(/\d/);
  const sums = { pressed: 0, all: 0 };
  for (const chip of await chips.all()) {
    const number = Number((await chip.locator(".number").innerText()).replaceAll(",", ""));
    sums.all += number;
    if ((await chip.getAttribute("aria-pressed")) === "true") sums.pressed += number;
  }
  return sums;
}

async function expectFigures(page: Page, place: Place): Promise<void> {
  await expect(page.getByTestId("figure-lambda30")).toContainText(place.lambda30.toFixed(1));
  await expect(page.getByTestId("figure-lambda30")).toContainText("平台口径");
  await expect(page.getByTestId("figure-ownK")).toContainText(String(place.ownK));
  const { x, n, low, high } = place.relapse;
  const relapse = page.getByTestId("figure-relapse");
  if (n === 0) return expect(relapse).toContainText("—");
  await expect(relapse).toContainText(`${x} / ${n}`);
  const [from, to] = [low, high].map((share) => Math.round((share ?? 0) * 100));
  await expect(relapse).toContainText(`${from}–${to}%`);
}

test("the first place of the list opens with dates, photographs and the figures of the interface", async ({
  page,
}) => {
  await page.goto(`/?layers=zones&${AT}`);
  await page.getByRole("tab", { name: "反复点位" }).click();
  const { places: ranked } = await answer<{ places: Place[] }>(
    page,
    `recurrence/places?${AT}&class=${DEFAULT_CLASSES}&limit=3`,
  );
  const [first] = ranked;
  if (!first) throw new Error("no place");
  const row = places(page).getByRole("option").first();
  await expect(row).toContainText(first.lambda30.toFixed(1));
  await expect(row).toContainText(`${first.k} 次`);
  await row.click();
  await expect(page).toHaveURL(new RegExp(`pick=place:${first.id}\\b`));
  const evidence = await answer<Evidence>(page, `recurrence/places/${first.id}?${AT}`);
  await expectFigures(page, evidence);
  const newest = evidence.episodes.at(-1);
  await expect(page.getByTestId("timeline")).toContainText(newest?.start.slice(5, 10) ?? "—");
  await expect(page.getByTestId("timeline").getByText("复发")).toBeVisible();
  await expect(page.getByTestId("photos")).toBeInViewport();
  await expect(page.getByTestId("sentence")).toHaveText(/反弹|平稳|平静|未办结/);
  await expect(page.getByTestId("who-then")).toContainText("挂片领导");
});

test("the list is walked and opened by keyboard in the order of the interface", async ({
  page,
}) => {
  await openPlaces(page, `list=places&${AT}`);
  const { places: ranked } = await answer<{ places: Place[] }>(
    page,
    `recurrence/places?${AT}&class=${DEFAULT_CLASSES}&limit=3`,
  );
  await places(page).getByRole("option").first().waitFor();
  await places(page).focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("drawer").getByRole("heading", { level: 2 })).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`pick=place:${ranked[2]?.id}\\b`));
});

test("the numbers of the class chips add up to the total, whatever is chosen", async ({ page }) => {
  await openPlaces(page, `list=places&${AT}`);
  const all = await answer<{ total: number }>(page, `recurrence/places?${AT}&limit=1`);
  const atFirst = await chipCounts(page);
  expect(atFirst.all).toBe(all.total);
  expect(await statedPlaces(page)).toBe(atFirst.pressed);
  expect(atFirst.pressed).toBeLessThan(atFirst.all);

  await page.getByRole("button", { name: /反弹一次/ }).click();
  await expect(page.getByTestId("places-total")).toHaveText(all.total.toLocaleString("en-US"));
  const sporadic = page.getByRole("button", { name: /偶发/ });
  await sporadic.click();
  await expect(sporadic).toHaveAttribute("aria-pressed", "false");
  const chosen = await chipCounts(page);
  await expect(page.getByTestId("places-total")).toHaveText(chosen.pressed.toLocaleString("en-US"));
  const address = new URL(page.url()).searchParams.get("class") ?? "";
  expect(address.split(",")).toContain("once");
  expect(address.split(",")).not.toContain("sporadic");
  const asked = await answer<{ total: number }>(
    page,
    `recurrence/places?${AT}&class=${address}&limit=1`,
  );
  expect(asked.total).toBe(chosen.pressed);
});

test("the list follows filter and as-of", async ({ page }) => {
  const filter = "zone=Z08&category=E05&asOf=2026-06-01";
  await openPlaces(page, `list=places&${filter}`);
  const asked = await answer<{ total: number }>(
    page,
    `recurrence/places?${filter}&class=${DEFAULT_CLASSES}&limit=1`,
  );
  expect(asked.total).toBeGreaterThan(0);
  await expect(page.getByTestId("places-total")).toHaveText(asked.total.toLocaleString("en-US"));
});

test("the sheet to print has the same figures and every report, and loads no map", async ({
  page,
}) => {
  const { suggestions } = await answer<{ suggestions: Place[] }>(
    page,
    `recurrence/suggestions?${AT}`,
  );
  const place = suggestions[1];
  if (!place) throw new Error("no suggestion");
  await page.goto(`/?layers=zones&${AT}&pick=place:${place.id}`);
  const link = page.getByRole("link", { name: "打印 / 导出 PDF" });
  const address = (await link.getAttribute("href")) ?? "";
  expect(address).toContain(`/evidence/${place.id}?asOf=`);

  await page.goto("about:blank");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(address);
  const evidence = await answer<Evidence>(page, `recurrence/places/${place.id}?${AT}`);
  await expectFigures(page, evidence);
  const reports = page.getByTestId("reports");
  const ids = evidence.episodes.flatMap((episode) => episode.reports.map(({ id }) => id));
  expect(ids.length).toBeGreaterThan(5);
  for (const id of ids) await expect(reports.getByRole("cell", { name: id })).toHaveCount(1);
  await expect(reports.locator("tbody tr")).toHaveCount(ids.length);
  await expect(page.getByText("演示数据 · 不作为任何依据")).toBeVisible();
  await expect(page.getByText("核实人")).toBeVisible();
  expect(asked.filter((path) => /map|basemap|deck|clusters/.test(path))).toEqual([]);

  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("button", { name: "打印" })).toBeHidden();
  await expect(page.getByTestId("sheet")).toBeVisible();
});

test("a suggestion that is dismissed with a reason stays so; without a reason it cannot be", async ({
  page,
}) => {
  const { suggestions } = await answer<{ suggestions: (Place & { decision: unknown })[] }>(
    page,
    "recurrence/suggestions",
  );
  const place = suggestions.find(({ decision }) => decision === null);
  test.skip(!place, "the demo city is too old by now: nothing came back lately");
  if (!place) return;
  await openPlaces(page, `list=suggestions&pick=place:${place.id}`);
  await expect(page.getByTestId("suggestions-total")).toHaveText(
    suggestions.length.toLocaleString("en-US"),
  );
  const block = page.getByTestId("summons");
  await expect(block).toContainText("须人工复核");
  await block.getByRole("button", { name: "不采纳" }).click();
  const record = block.getByRole("button", { name: "登记" });
  await expect(record).toBeDisabled();
  await block.getByRole("textbox", { name: "理由(必填)" }).fill("施工围挡占道，月底撤除");
  await record.click();
  await expect(block.getByRole("list", { name: "历次复核" })).toContainText("施工围挡占道");
  await page.reload();
  await expect(block.getByRole("list", { name: "历次复核" })).toContainText("不采纳");
  await expect(block).toContainText("施工围挡占道，月底撤除");
  const row = page.getByRole("listbox", { name: "约谈建议" }).getByRole("option", {
    selected: true,
  });
  await expect(row).toContainText("不采纳：施工围挡占道");
  const evidence = await answer<Evidence>(page, `recurrence/places/${place.id}`);
  expect(evidence.decisions.at(-1)).toMatchObject({
    decision: "dismissed",
    reason: "施工围挡占道，月底撤除",
  });
});

test("looking back, a suggestion is shown but cannot be decided", async ({ page }) => {
  const { suggestions } = await answer<{ suggestions: Place[] }>(
    page,
    `recurrence/suggestions?${AT}`,
  );
  await openPlaces(page, `list=suggestions&${AT}&pick=place:${suggestions[2]?.id}`);
  const block = page.getByTestId("summons");
  await expect(block).toContainText("正在回看历史");
  await expect(block.getByRole("button", { name: "采纳", exact: true })).toHaveCount(0);
});

type Summary = {
  total: { places: number; k: number };
  openProblems: number;
  staleProblems: number;
  relapse: { x: number; n: number };
  dropped: { withdrawn: number; unplaced: number; badPosition: number };
};

test("what the measure rests on is one click away, adds up, and can be fitted anew", async ({
  page,
}) => {
  await openPlaces(page, `list=places&${AT}`);
  await page.getByRole("button", { name: "口径与数据质量" }).click();
  const summary = await answer<Summary>(page, `recurrence/summary?${AT}`);
  const stated = (n: number) => n.toLocaleString("en-US");
  const counts = page.getByTestId("quality-counts");
  await expect(counts).toContainText(`${stated(summary.total.places)}反复点位`);
  await expect(counts).toContainText(stated(summary.total.k));
  await expect(counts).toContainText(
    `${stated(summary.relapse.x)} / ${stated(summary.relapse.n)} 次`,
  );
  await expect(counts).toContainText(`未办结问题${stated(summary.openProblems)}`);
  await expect(page.getByTestId("dropped")).toContainText(
    `没有位置${stated(summary.dropped.unplaced)}`,
  );

  const zones = page.locator(".breakdown").filter({ hasText: "按片区" });
  await zones.getByRole("button", { name: /其余/ }).click();
  const sumOfZones = async () => {
    const texts = await zones.locator("li .number").allInnerTexts();
    const counts = texts.map((text) => /([\d,]+) 处/.exec(text)?.[1]?.replaceAll(",", ""));
    return counts.reduce((sum, each) => sum + Number(each), 0);
  };
  await expect.poll(sumOfZones).toBe(summary.total.places);

  await expect(page.getByTestId("priors").getByRole("row", { name: /店外经营/ })).toBeVisible();
  await page.getByRole("button", { name: "重新拟合" }).click();
  await expect(page.getByText("已重新拟合")).toBeVisible();
});
