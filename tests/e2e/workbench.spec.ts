import { setTimeout } from "node:timers/promises";
import { expect, type Page } from "@playwright/test";
import { tilesCovering } from "../../domain/spatial/web-mercator.ts";
import { colours } from "./picture-colours.ts";
import { mapPicture, otherPicture, stillPicture } from "./still-picture.ts";
import {
  clickMap,
  clusterSumDuring,
  middleOfMap,
  openWorkbench,
  statedTotal,
  test,
  waitForLayers,
} from "./workbench-page.ts";

test.use({ viewport: { width: 1440, height: 900 } });

test("the map draws the city: ground, borders, rings and heat are pixels, not only elements", async ({
  page,
}) => {
  await openWorkbench(page, "", ["zones", "clusters", "hexagons", "zone-labels"]);
  await expect(async () => {
    const seen = await colours(await mapPicture(page));
    expect(seen.count).toBeGreaterThan(500);
    expect(seen.commonest).toBeLessThan(0.6);
  }).toPass({ timeout: 30_000 });
  const withAll = await stillPicture(page);
  await page.getByRole("switch", { name: /问题聚合/ }).click();
  await otherPicture(page, [withAll]);
});

test("a filter changes map, list and number alike, and the three agree", async ({ page }) => {
  await openWorkbench(page);
  const all = await statedTotal(page);
  const sum = await clusterSumDuring(
    page,
    (url) => url.searchParams.get("status") === "overdue",
    async () => {
      await page.getByRole("button", { name: "超期" }).click();
      await expect(page.getByTestId("total")).not.toHaveText(all.toLocaleString("en-US"));
    },
  );
  const overdue = await statedTotal(page);
  expect(overdue).toBeGreaterThan(0);
  expect(overdue).toBeLessThan(all);
  expect(sum).toBe(overdue);
  await expect(page.getByTestId("in-view")).toContainText(`/ ${overdue.toLocaleString("en-US")}`);
  const list = page.getByRole("listbox", { name: "问题点位" });
  await expect(list).not.toHaveAttribute("aria-busy", "true");
  const rows = list.getByRole("option");
  await expect(rows.first()).toContainText("超期");
  for (const row of await rows.all()) await expect(row).toContainText("超期");
});

test("every category counts as much in the tree as filtered alone", async ({ page }) => {
  await openWorkbench(page);
  const tree = page.getByRole("navigation", { name: "类别" });
  const first = tree.getByRole("listitem").first();
  await expect(first.locator(".number")).toHaveText(/^[\d,]+$/);
  const stated = (await first.locator(".number").innerText()).replaceAll(",", "");
  await first.getByRole("checkbox").check();
  await expect(page.getByTestId("total")).toHaveText(Number(stated).toLocaleString("en-US"));
});

test("clicking a spot names everyone who answers for it; the server says the same", async ({
  page,
}) => {
  const [lng, lat] = [114.3052, 30.5963];
  await openWorkbench(page, `?at=${lng},${lat},16&layers=zones`, ["zones"]);
  const drawer = page.getByTestId("drawer");
  const heading = drawer.getByRole("heading", { name: "谁负责", exact: true });
  await clickMap(page, (within) => expect(heading).toBeVisible(within));
  await expect(drawer.getByText("挂片领导").first()).toBeVisible();
  const spot = new URL(page.url()).searchParams.get("pick")?.replace("spot:", "").split(",") ?? [];
  const answer = await page.request.get(`/api/duty-at?lng=${spot[0]}&lat=${spot[1]}`);
  const { duties } = (await answer.json()) as { duties: { person: string | null }[] };
  expect(duties.length).toBeGreaterThan(1);
  for (const { person } of duties) if (person) await expect(drawer).toContainText(person);
});

test("clicking a zone from afar opens its panel with lead, numbers and trend", async ({ page }) => {
  await openWorkbench(page, "?layers=zones", ["zones"]);
  const drawer = page.getByTestId("drawer");
  const leads = drawer.getByTestId("leads");
  const aside = [130, 0] as const;
  await clickMap(page, (within) => expect(leads).toContainText(/市领导 \d\d/, within), aside);
  await expect(drawer.getByText("近 30 天未办结")).toBeVisible();
  await expect(drawer.getByText("问题最多的类别")).toBeVisible();
});

test("clicking a ring looks closer", async ({ page }) => {
  test.setTimeout(90_000);
  const { features } = await clustersAtStart(page);
  const largest = features.sort((a, b) => b.properties.point_count - a.properties.point_count)[0];
  if (!largest) throw new Error("no cluster");
  const [lng, lat] = largest.geometry.coordinates;
  await openWorkbench(page, `?at=${lng},${lat},13&layers=clusters`, ["clusters"]);
  await stillPicture(page);
  const { x, y } = await middleOfMap(page);
  const zoomOf = () => Number(new URL(page.url()).searchParams.get("at")?.split(",")[2]);
  const before = zoomOf();
  const spots = [
    [0, 0],
    [40, 0],
    [-40, 0],
    [0, 40],
    [0, -40],
    [60, 60],
    [-60, -60],
  ] as const;
  for (const [dx, dy] of spots) {
    await page.mouse.click(x + dx, y + dy);
    const closer = expect.poll(zoomOf, { timeout: 5000 }).toBeGreaterThan(before);
    const isCloser = closer.then(() => true).catch(() => false);
    if (await isCloser) return;
  }
  throw new Error("no click looked closer");
});

async function clustersAtStart(page: Page) {
  const [tile] = tilesCovering([114.3, 30.6, 114.3, 30.6], 9);
  const response = await page.request.get(`/api/problems/clusters/9/${tile?.x}/${tile?.y}`);
  return (await response.json()) as {
    features: {
      geometry: { coordinates: [number, number] };
      properties: { point_count: number };
    }[];
  };
}

test("the address brings back filter, layers, camera, selection and palette", async ({
  page,
  context,
}) => {
  await openWorkbench(
    page,
    "?category=E05&status=open&layers=clusters,zones,communities&at=114.30000,30.60000,13.40&pick=zone:Z08&theme=night",
    ["zones", "clusters", "communities"],
  );
  const total = await statedTotal(page);
  const heading = page.getByTestId("drawer").getByRole("heading").first();
  await expect(heading).not.toBeEmpty();
  const picked = await heading.innerText();
  const address = page.url();
  const other = await context.newPage();
  await other.goto(address);
  await waitForLayers(other, ["zones", "clusters", "communities"]);
  expect(await statedTotal(other)).toBe(total);
  await expect(other.getByTestId("drawer")).toContainText(picked);
  await expect(other.getByRole("button", { name: "未办结", exact: true })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await expect(other.getByRole("switch", { name: /反复 · 六边形/ })).toHaveAttribute(
    "aria-checked",
    "false",
  );
  expect(new URL(other.url()).searchParams.get("at")).toBe("114.30000,30.60000,13.40");
});

test("looking back shows the city as of that day, on the map and in the list", async ({ page }) => {
  await openWorkbench(page, "?asOf=2026-06-01");
  const then = await statedTotal(page);
  const answer = await page.request.get("/api/problems/count?asOf=2026-06-01");
  expect(then).toBe(((await answer.json()) as { total: number }).total);
  await expect(page.getByTestId("as-of")).toHaveText("06-01 00:00");
  await page.getByRole("button", { name: "回到实时" }).click();
  await expect(page.getByText("实时", { exact: true })).toBeVisible();
  await expect.poll(() => statedTotal(page)).toBeGreaterThan(then);
});

test("the list is walked and opened by keyboard, and Escape closes", async ({ page }) => {
  await openWorkbench(page);
  const list = page.getByRole("listbox", { name: "问题点位" });
  await list.getByRole("option").first().waitFor();
  await list.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  const drawer = page.getByTestId("drawer");
  await expect(drawer.getByRole("heading", { level: 2 })).toBeVisible();
  await drawer.getByRole("button", { name: "关闭" }).focus();
  await page.keyboard.press("Escape");
  await expect(drawer).toHaveCount(0);
});

test("search finds a zone by name and goes there", async ({ page }) => {
  await openWorkbench(page, "?layers=zones", ["zones"]);
  await page.getByRole("combobox", { name: /搜索/ }).fill("学府片区");
  await page
    .locator(".search-results")
    .getByRole("option", { name: /学府片区/ })
    .click();
  await expect(page.getByTestId("drawer").getByRole("heading", { name: "学府片区" })).toBeVisible();
});

test("a report from the tray is placed by hand: it leaves the tray, counts, and the act is on record", async ({
  page,
}) => {
  await openWorkbench(page, "?at=114.3052,30.5963,15&layers=clusters,zones");
  const before = await statedTotal(page);
  const tray = page.getByRole("tab", { name: /待定位/ });
  await tray.click();
  await expect(tray).toHaveAttribute("aria-selected", "true");
  await page.getByRole("listbox", { name: "问题点位" }).getByRole("option").first().click();
  const drawer = page.getByTestId("drawer");
  await drawer.getByRole("button", { name: "在地图上定位" }).click();
  const placed = drawer.getByText(/新位置 114\./);
  await clickMap(page, (within) => expect(placed).toBeVisible(within));
  await drawer.getByRole("button", { name: "保存" }).click();
  await expect(drawer.getByText("已保存")).toBeVisible();
  await expect(page.getByTestId("total")).toHaveText((before + 1).toLocaleString("en-US"));
  await expect(drawer.getByText("更正位置", { exact: false }).first()).toBeVisible();
});

test("one layer that fails says so and the rest stands", async ({ page }) => {
  await page.route("**/api/recurrence/cells**", (route) =>
    route.fulfill({ status: 400, json: {} }),
  );
  page.removeAllListeners("console");
  await openWorkbench(page);
  await expect(page.getByText("“反复 · 六边形”没有取到数据")).toBeVisible({ timeout: 20_000 });
  expect(await statedTotal(page)).toBeGreaterThan(1000);
});

test("heat and base map that do not come are named, and come by themselves later", async ({
  page,
}) => {
  test.setTimeout(120_000);
  page.removeAllListeners("console");
  await page.clock.install();
  const pictures = /api\/(recurrence\/heat|tiles\/basemap)\//;
  await page.route(pictures, (route) => route.fulfill({ status: 503, json: {} }));
  await openWorkbench(page, "?layers=zones,heat", ["zones", "heat"]);
  const notices = page.locator(".map-notices p");
  await expect(notices).toHaveText(["“反复 · 热力”没有取到数据", "“底图”没有取到数据"], {
    timeout: 20_000,
  });
  await page.unroute(pictures);
  // What comes late leaves time to draw without it.
  await page.route(pictures, async (route) => {
    await setTimeout(1000);
    await route.continue();
  });
  await page.clock.fastForward(30_000);
  await expect(notices).toHaveCount(0, { timeout: 20_000 });
});

test("without a server the page says so instead of staying blank", async ({ page }) => {
  page.removeAllListeners("console");
  await page.route("**/api/city", (route) => route.abort());
  await page.goto("/");
  await expect(page.getByText("没有取到数据")).toBeVisible({ timeout: 20_000 });
  await page.unroute("**/api/city");
  await page.getByRole("button", { name: "现在重试" }).click();
  await waitForLayers(page, ["zones"]);
});

test("an empty result says which it is and offers the way back", async ({ page }) => {
  await openWorkbench(page, "?category=P0502&from=2026-11-20&to=2026-11-21", ["zones"]);
  expect(await statedTotal(page)).toBe(0);
  await expect(page.getByText("没有符合条件的问题")).toBeVisible();
  await page.getByRole("button", { name: "清除筛选" }).click();
  await expect.poll(() => statedTotal(page)).toBeGreaterThan(1000);
});

test("a browser that is too old is told which version is needed", async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(globalThis, "structuredClone");
  });
  await page.goto("/");
  await expect(page.getByRole("heading", { name: "浏览器版本过低" })).toBeVisible();
  await expect(page.getByText(/Chrome 或 Edge 111/)).toBeVisible();
});

for (const [width, height] of [
  [1366, 768],
  [1920, 1080],
  [390, 844],
] as const) {
  test(`nothing is cut off at ${width} × ${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openWorkbench(page);
    const overflow = await page.evaluate(() => ({
      x: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      y: document.documentElement.scrollHeight - document.documentElement.clientHeight,
    }));
    expect(overflow).toEqual({ x: 0, y: 0 });
    await expect(page.getByTestId("total")).toBeInViewport();
    await expect(page.getByRole("tab", { name: "问题点位" })).toBeInViewport();
    await expect(page.getByTestId("map")).toBeInViewport({ ratio: 0.9 });
  });
}

test("a part whose code does not load says so and the rest works", async ({ page }) => {
  page.removeAllListeners("console");
  page.removeAllListeners("pageerror");
  await page.route(/filter-fields-[\w-]+\.js/, (route) => route.abort());
  await openWorkbench(page);
  await expect(page.getByRole("alert")).toContainText("没有取到数据");
  expect(await statedTotal(page)).toBeGreaterThan(1000);
});
