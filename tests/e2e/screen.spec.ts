import { expect, type Page, test } from "@playwright/test";
import { blocksOfView } from "../../client/api/cluster-blocks.ts";
import { joinedBlocks } from "../../client/api/joined-blocks.ts";
import { wallLayout } from "../../client/features/screen/wall-layout.ts";
import { MAP_PER_UNIT } from "../../client/features/screen/wall-pixels.ts";
import { viewPixels } from "../../client/map/view-pixels.ts";
import { CityManifest } from "../../domain/contract/city.ts";
import { ClusterBlock } from "../../domain/contract/problems.ts";
import { warmShare } from "./picture-colours.ts";
import { seriousFindings } from "./serious-findings.ts";
import { illegibleTexts } from "./wall-legibility.ts";

const SLOW_MS = 90_000;

async function openWall(page: Page, scene: string, width = 1920, height = 1080): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.goto(`/screen?scene=${scene}&hold=1`);
  await expect(page.locator(".wall")).toHaveAttribute("data-step", new RegExp(`^${scene}`), {
    timeout: SLOW_MS,
  });
  await expect(page.locator(".wall-panel.is-loading")).toHaveCount(0, { timeout: SLOW_MS });
}

function reportOn(page: Page, baseURL: string | undefined) {
  return page.request.post("/api/problems", {
    headers: { origin: baseURL ?? "" },
    data: {
      clientId: `wall-${Date.now()}`,
      category: "E0102",
      source: "hotline",
      position: [114.3, 30.6],
    },
  });
}

test.use({ contextOptions: { reducedMotion: "reduce" } });

for (const scene of ["overview", "recurrence", "ranking", "responsibility", "today", "ads"]) {
  test(`the scene ${scene} can be read from afar`, async ({ page }) => {
    test.setTimeout(2 * SLOW_MS);
    await openWall(page, scene);
    expect(await illegibleTexts(page)).toEqual([]);
    expect(await seriousFindings(page, [".wall-header", ".wall-panels", ".wall-footer"])).toEqual(
      [],
    );
  });
}

test("a wall of two screens can be read, and nothing crosses the joint", async ({ page }) => {
  test.setTimeout(2 * SLOW_MS);
  await openWall(page, "overview", 3840, 1080);
  await expect(page.locator(".wall-map .map")).toHaveCount(2);
  expect(await illegibleTexts(page)).toEqual([]);
  const crossing = await page.evaluate(() =>
    [...document.querySelectorAll(".wall :is(h1, h2, h3, p, span, strong, li, td)")]
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        return (
          element.textContent !== "" &&
          element.childElementCount === 0 &&
          left < 1932 &&
          right > 1908
        );
      })
      .map((element) => element.textContent),
  );
  expect(crossing).toEqual([]);
});

test("the numbers of the wall are those of the server", async ({ page }) => {
  test.setTimeout(2 * SLOW_MS);
  await openWall(page, "overview");
  const answer = await page.request.get("/api/problems/count");
  const { byStatus } = await answer.json();
  const [open, overdue] = await page.locator(".wall-figure strong").allTextContents();
  expect(open).toBe(byStatus.open.toLocaleString("en-US"));
  expect(overdue).toBe(byStatus.overdue.toLocaleString("en-US"));
  await expect(page.locator(".wall-legend")).toContainText(`合计 ${open}`);
});

for (const [width, height] of [
  [1920, 1080],
  [3840, 1080],
  [7680, 2160],
] as const) {
  test(`a click at ${width} × ${height} hits the ring that it shows`, async ({ page }) => {
    // A card that is a program draws 17 million pixels in seconds.
    test.setTimeout(width > 4000 ? 10 * SLOW_MS : 3 * SLOW_MS);
    await openWall(page, "overview", width, height);
    const map = page.locator('.wall-map [data-drawn~="clusters"]').first();
    await expect(map).toHaveAttribute("data-camera", /,/, { timeout: SLOW_MS });
    const [lng = 0, lat = 0, zoom = 0] = ((await map.getAttribute("data-camera")) ?? "")
      .split(",")
      .map(Number);
    const rings = await ringsOf(
      page,
      zoom - Math.log2(wallLayout(width, height).unit * MAP_PER_UNIT),
    );
    const pixels = viewPixels(zoom);
    const box = await map.boundingBox();
    for (const ring of rings.slice(0, width > 4000 ? 1 : 3)) {
      const [ringLng, ringLat] = ring.geometry.coordinates;
      await page.mouse.click(
        (box?.x ?? 0) + (box?.width ?? 0) / 2 + pixels.x(ringLng) - pixels.x(lng),
        (box?.y ?? 0) + (box?.height ?? 0) / 2 + pixels.y(ringLat) - pixels.y(lat),
      );
      await expect(page.locator(".wall-picked h2")).toHaveText(
        `此处 ${ring.properties.point_count} 件`,
        { timeout: SLOW_MS },
      );
    }
  });
}

/** The rings of the whole city as the wall asks for them, in its middle first: clear of cards. */
async function ringsOf(page: Page, zoom: number) {
  const city = CityManifest.parse(await (await page.request.get("/api/city")).json());
  const blocks = blocksOfView(city.bounds, zoom);
  const answers = await Promise.all(
    blocks.map(async ({ z, x, y }) => {
      const answer = await page.request.get(`/api/problems/clusters/${z}/${x}/${y}?status=open`);
      return ClusterBlock.parse(await answer.json()).features;
    }),
  );
  const [west, south, east, north] = city.bounds;
  const middle = [(west + east) / 2, (south + north) / 2] as const;
  const fromMiddle = ([lng, lat]: readonly [number, number]) =>
    Math.hypot(lng - middle[0], lat - middle[1]);
  return joinedBlocks(answers.flat(), blocks[0]?.z ?? 0)
    .filter(({ properties }) => properties.point_count > 1)
    .toSorted((a, b) => fromMiddle(a.geometry.coordinates) - fromMiddle(b.geometry.coordinates));
}

test("keys lead through the scenes, hold them, and explain the numbers", async ({ page }) => {
  test.setTimeout(2 * SLOW_MS);
  await openWall(page, "overview");
  const wall = page.locator(".wall");
  await page.keyboard.press("ArrowRight");
  await expect(wall).toHaveAttribute("data-step", "recurrence");
  await page.keyboard.press("ArrowLeft");
  await expect(wall).toHaveAttribute("data-step", "overview");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "为什么是这个数" })).toContainText("未办结");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("d");
  await expect(page.getByRole("complementary", { name: "运行诊断" })).toBeVisible();
  await page.keyboard.press(" ");
  await expect(page.locator(".wall-header")).not.toContainText("已暂停");
  const origin = new URL(page.url()).origin;
  await page.request.post("/api/screen/steer", { headers: { origin }, data: { command: "pin" } });
  await expect(page.locator(".wall-header")).toContainText("已固定", { timeout: SLOW_MS });
  await page.keyboard.press("Escape");
  await expect(page.locator(".wall-header")).not.toContainText("已固定");
});

test("a panel whose data does not come says so, and the rest goes on", async ({ page }) => {
  test.setTimeout(2 * SLOW_MS);
  await page.route(/cases\/rates/, (route) => route.fulfill({ status: 400, body: "{}" }));
  await openWall(page, "overview");
  const rates = page.locator('[data-panel="rates"]');
  await expect(rates).toHaveClass(/is-failed/);
  await expect(rates).toContainText("没有取到数据");
  await expect(page.locator('[data-panel="figures"]')).toHaveClass(/is-live/);
  await expect(page.locator('[data-panel="ranking"] tbody tr')).toHaveCount(12);
});

test("what the server will not answer is told in its words, and a layer by its name once", async ({
  page,
}) => {
  test.setTimeout(2 * SLOW_MS);
  const error = { message: "没有编号为 Z99 的片区", details: { reason: "unknown-value" } };
  await page.route(/cases\/rates|api\/zones\?/, (route) =>
    route.fulfill({ status: 400, json: { error } }),
  );
  await openWall(page, "overview");
  await expect(page.locator('[data-panel="rates"]')).toContainText(error.message);
  await expect(page.locator(".wall-map-notices")).toHaveText("网格片区：没有取到数据", {
    timeout: SLOW_MS,
  });
});

test("rings that fail are named and stay as they were", async ({ page, baseURL }) => {
  test.setTimeout(2 * SLOW_MS);
  await openWall(page, "overview");
  const map = page.getByTestId(/^wall-map-/).first();
  await expect(map).toHaveAttribute("data-drawn", /clusters/, { timeout: SLOW_MS });
  await page.route(/problems\/clusters/, (route) => route.fulfill({ status: 500, json: {} }));
  const answer = await reportOn(page, baseURL);
  expect(answer.status()).toBe(201);
  await expect(page.locator(".wall-map-notices")).toContainText("没有取到数据", {
    timeout: SLOW_MS,
  });
  await expect(map).toHaveAttribute("data-drawn", /clusters/);
});

test("a layer and a panel that fail in a busy city are named until they are answered", async ({
  page,
  baseURL,
}) => {
  test.setTimeout(2 * SLOW_MS);
  await page.route(/problems\/clusters|cases\/rates/, (route) =>
    route.fulfill({ status: 400, json: { error: { message: "不可用" } } }),
  );
  await openWall(page, "overview");
  const notices = page.locator(".wall-map-notices");
  const rates = page.locator('[data-panel="rates"]');
  await expect(notices).toHaveText("问题聚合：没有取到数据", { timeout: SLOW_MS });
  await expect(rates).toHaveClass(/is-failed/);
  const seen = await page.evaluateHandle(() => {
    const states = new Set<string>();
    const look = () => {
      states.add(document.querySelector(".wall-map-notices")?.textContent ?? "");
      states.add(document.querySelector('[data-panel="rates"]')?.className ?? "");
    };
    new MutationObserver(look).observe(document.body, {
      subtree: true,
      childList: true,
      attributeFilter: ["class"],
    });
    look();
    return states;
  });
  for (let n = 0; n < 2; n++) {
    const asked = page.waitForRequest(/problems\/clusters/, { timeout: SLOW_MS });
    expect((await reportOn(page, baseURL)).status()).toBe(201);
    await asked;
    await page.waitForTimeout(1500);
  }
  expect(await seen.evaluate((states) => [...states])).toHaveLength(2);
});

test("where no map can be made the numbers stand, and the map comes when it can be", async ({
  page,
}) => {
  test.setTimeout(2 * SLOW_MS);
  await page.clock.install();
  await page.addInitScript(() => {
    const { getContext } = HTMLCanvasElement.prototype;
    const without = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      // The page looks once whether there is a card at all, with a canvas that is nowhere.
      if (kind === "webgl2" && this.isConnected && !("hasCard" in globalThis)) return null;
      return getContext.call(this, kind, ...(rest as []));
    };
    HTMLCanvasElement.prototype.getContext = without as typeof getContext;
  });
  await openWall(page, "overview");
  await expect(page.locator(".wall-map-notices")).toHaveText("地图正在恢复");
  await expect(page.locator('[data-panel="figures"]')).toHaveClass(/is-live/);
  await page.evaluate(() => Object.assign(globalThis, { hasCard: true }));
  await page.clock.fastForward(30_000);
  const map = page.getByTestId(/^wall-map-/).first();
  await expect(map).toHaveAttribute("data-drawn", /clusters/, { timeout: SLOW_MS });
});

test("a wall that is looked at on a phone has its map, too", async ({ page }) => {
  test.setTimeout(2 * SLOW_MS);
  await openWall(page, "overview", 390, 844);
  const map = page.getByTestId(/^wall-map-/).first();
  await expect
    .poll(async () => warmShare(await map.screenshot()), { timeout: SLOW_MS })
    .toBeGreaterThan(0.02);
});

test("heat that does not come is named, and drawn once it does", async ({ page }) => {
  test.setTimeout(3 * SLOW_MS);
  await page.clock.install();
  await page.route(/recurrence\/heat/, (route) => route.fulfill({ status: 503, json: {} }));
  await openWall(page, "overview");
  const notices = page.locator(".wall-map-notices");
  await expect(notices).toHaveText("反复 · 热力：没有取到数据", { timeout: SLOW_MS });
  const map = page.getByTestId(/^wall-map-/).first();
  const heat = async () => warmShare(await map.screenshot());
  const without = await heat();
  await page.unroute(/recurrence\/heat/);
  await page.clock.fastForward(30_000);
  await expect.poll(heat, { timeout: SLOW_MS }).toBeGreaterThan(without + 0.02);
  await page.clock.fastForward(1000);
  await expect(notices).toHaveText("");
});

test("old figures say how old they are, and the picture stays", async ({ page, context }) => {
  test.setTimeout(3 * SLOW_MS);
  await page.clock.install();
  await openWall(page, "overview");
  const figures = page.locator('[data-panel="figures"]');
  const open = await figures.locator("strong").first().textContent();
  await context.setOffline(true);
  await page.clock.fastForward(100_000);
  await expect(figures).toHaveClass(/is-late/, { timeout: SLOW_MS });
  await page.clock.fastForward(320_000);
  await expect(figures).toHaveClass(/is-broken/, { timeout: SLOW_MS });
  await expect(page.locator(".wall-broken")).toContainText("连接中断");
  await expect(figures.locator("strong").first()).toHaveText(open ?? "");
});

test("a report is counted and told while it stands on the wall", async ({ page, baseURL }) => {
  test.setTimeout(2 * SLOW_MS);
  await openWall(page, "overview");
  const open = page.locator(".wall-figure strong").first();
  const before = Number((await open.textContent())?.replaceAll(",", ""));
  await expect(page.locator(".wall-footer li")).not.toHaveCount(0);
  const map = page.getByTestId(/^wall-map-/).first();
  await expect(map).toHaveAttribute("data-drawn", /clusters/, { timeout: SLOW_MS });
  const drawn = await map.evaluateHandle((node) => {
    const seen = new Set([node.getAttribute("data-drawn")]);
    new MutationObserver(() => seen.add(node.getAttribute("data-drawn"))).observe(node, {
      attributeFilter: ["data-drawn"],
    });
    return seen;
  });
  const answer = await reportOn(page, baseURL);
  expect(answer.status()).toBe(201);
  await expect(open).toHaveText((before + 1).toLocaleString("en-US"), { timeout: SLOW_MS });
  await expect(page.locator(".wall-footer li").first()).toContainText("暴露垃圾", {
    timeout: SLOW_MS,
  });
  await expect(page.locator(".wall-ping")).toHaveCount(1);
  // What is drawn stays until there is something newer: nothing blinks.
  expect(await drawn.evaluate((seen) => [...seen])).toHaveLength(1);
});
