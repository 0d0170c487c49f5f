import { expect, type Locator, type Page } from "@playwright/test";
import axe from "axe-core";
import type { Position } from "geojson";
import type { ZoneChangeHistory } from "../../domain/contract/zone-changes.ts";
import type { DutyList, ZoneList } from "../../domain/contract/zones.ts";
import { test } from "./workbench-page.ts";

test.use({ viewport: { width: 1440, height: 900 } });

type AxeResult = {
  violations: { id: string; impact: string; nodes: { html: string }[] }[];
};

type ZoneFeature = ZoneList["features"][number];

async function zonesOf(page: Page, asOf?: string): Promise<ZoneFeature[]> {
  const query = asOf === undefined ? "" : `&asOf=${asOf}`;
  const answer = await page.request.get(`/api/zones?level=all${query}`);
  return ((await answer.json()) as ZoneList).features;
}

async function zoneOf(page: Page, id: string, asOf?: string): Promise<ZoneFeature | undefined> {
  return (await zonesOf(page, asOf)).find(({ properties }) => properties.id === id);
}

function ringOf(zone: ZoneFeature | undefined): Position[] {
  if (zone?.geometry.type !== "Polygon") throw new Error("no polygon");
  return zone.geometry.coordinates[0] ?? [];
}

async function history(page: Page): Promise<ZoneChangeHistory["entries"]> {
  const answer = await page.request.get("/api/zones/changes");
  return ((await answer.json()) as ZoneChangeHistory).entries;
}

/** By the city's clock. */
async function today(page: Page): Promise<string> {
  const answer = await page.request.get("/api/city");
  return ((await answer.json()) as { now: string }).now.slice(0, 10);
}

async function yesterday(page: Page): Promise<string> {
  return new Date(Date.parse(await today(page)) - 86_400_000).toISOString().slice(0, 10);
}

/** Opens the page with a position in the middle of the map. Answers where that is on the screen. */
async function openAt(page: Page, zone: string, [lng, lat]: Position, zoom = 17) {
  await page.goto(`/zones?zone=${zone}&at=${lng},${lat},${zoom}`);
  const map = page.getByTestId("zone-map");
  await expect(map).toHaveAttribute("data-drawn", /areas/, { timeout: 30_000 });
  await page.waitForLoadState("networkidle");
  const box = await map.boundingBox();
  if (!box) throw new Error("no map");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Takes up a tool and waits until the map lets draw with it. */
async function takeUp(page: Page, tool: string, pen: string) {
  await page.getByRole("button", { name: tool }).click();
  await expect(page.getByTestId("zone-map")).toHaveAttribute("data-pen", pen, { timeout: 15_000 });
}

async function drag(page: Page, from: { x: number; y: number }, dx: number, dy: number) {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(from.x + dx / 2, from.y + dy / 2, { steps: 4 });
  await page.mouse.move(from.x + dx, from.y + dy, { steps: 4 });
  await page.mouse.up();
}

/** Clicks one after another, slowly enough that two are no double click. */
async function sketch(page: Page, points: readonly (readonly [number, number])[]) {
  for (const [x, y] of points) {
    await page.mouse.move(x, y, { steps: 3 });
    await page.waitForTimeout(350);
    await page.mouse.click(x, y);
  }
  await page.keyboard.press("Enter");
}

function panelOf(page: Page): Locator {
  return page.getByTestId("zone-panel");
}

async function checkAndSave(page: Page) {
  const panel = panelOf(page);
  await panel.getByRole("button", { name: "预检" }).click();
  await expect(panel.getByText("预检通过")).toBeVisible({ timeout: 30_000 });
  await panel.getByRole("button", { name: "保存" }).click();
  await expect(panel.getByText("已保存")).toBeVisible({ timeout: 30_000 });
}

/** Takes back what a test did, newest first, so that the city is as the next test expects it. */
async function undoAll(page: Page) {
  for (const { revision, canUndo, kind } of await history(page)) {
    if (!canUndo || kind === "undo") return;
    await page.request.post("/api/zones/changes/undo", { data: { revision } });
  }
}

/** A vertex of a cell that three or more zones have, of which one is a neighbour of the same level. */
async function sharedVertex(
  page: Page,
): Promise<{ id: string; vertex: Position; holders: string[] }> {
  const zones = await zonesOf(page);
  const holders = new Map<string, ZoneFeature[]>();
  for (const zone of zones) {
    for (const vertex of ringOf(zone).slice(1)) {
      holders.set(vertex.join(), [...(holders.get(vertex.join()) ?? []), zone]);
    }
  }
  for (const [key, found] of holders) {
    const cells = found.filter(({ properties }) => properties.level === "cell");
    const levels = new Set(found.map(({ properties }) => properties.level));
    const [cell] = cells;
    if (cell && cells.length >= 2 && levels.size >= 2) {
      const ids = found.map(({ properties }) => properties.id);
      return { id: cell.properties.id, vertex: key.split(",").map(Number), holders: ids };
    }
  }
  throw new Error("no shared vertex");
}

test("a shared vertex moves in all zones that have it, from today on", async ({ page }) => {
  const { id, vertex, holders } = await sharedVertex(page);
  const at = await openAt(page, id, vertex);
  await takeUp(page, "调整边界", "vertices");
  await drag(page, at, 36, 28);
  await expect(panelOf(page)).toContainText("未保存的调整");
  await checkAndSave(page);
  const keys = (zone: ZoneFeature | undefined) => ringOf(zone).map((each) => each.join());
  for (const holder of holders) {
    expect(keys(await zoneOf(page, holder))).not.toContain(vertex.join());
    expect(keys(await zoneOf(page, holder, await yesterday(page)))).toContain(vertex.join());
  }
  await undoAll(page);
  expect(keys(await zoneOf(page, id))).toContain(vertex.join());
});

/** A cell that a line through its middle, from west to east, cuts in two; the middle with it. */
async function cuttable(page: Page): Promise<{ zone: ZoneFeature; middle: Position }> {
  for (const zone of await zonesOf(page)) {
    if (zone.properties.level !== "cell") continue;
    const ring = ringOf(zone);
    const xs = ring.map(([x = 0]) => x);
    const ys = ring.map(([, y = 0]) => y);
    const y = (Math.min(...ys) + Math.max(...ys)) / 2;
    const crossings = ys.filter((each, i) => i > 0 && each > y !== (ys[i - 1] ?? 0) > y).length;
    if (crossings === 2) return { zone, middle: [(Math.min(...xs) + Math.max(...xs)) / 2, y] };
  }
  throw new Error("no cell to cut");
}

async function undoNewest(page: Page, kind: string) {
  page.on("dialog", (dialog) => void dialog.accept());
  await page.getByRole("tab", { name: "变更记录" }).click();
  const newest = page.getByRole("row").nth(1);
  await expect(newest.getByRole("cell").nth(2)).toHaveText(kind);
  await newest.getByRole("button", { name: "撤销" }).click();
  await expect(newest.getByRole("cell").nth(2)).toHaveText("撤销", { timeout: 30_000 });
}

test("a cell is split by a drawn line, and the split taken back", async ({ page }) => {
  const { zone, middle } = await cuttable(page);
  const { id, parentId } = zone.properties;
  const at = await openAt(page, id, middle, 15.5);
  await takeUp(page, "切分", "line");
  await expect(panelOf(page)).toContainText("画一条线穿过该网格");
  await sketch(page, [
    [at.x - 330, at.y],
    [at.x + 330, at.y],
  ]);
  const panel = panelOf(page);
  await expect(panel.getByLabel(`${id}A 的编号`)).toBeVisible();
  await panel.getByLabel(`${id}B 的名称`).fill("新切出的网格");
  await panel.getByLabel("事由").fill("测试切分");
  await page.reload();
  await expect(panel).toContainText("已恢复上次未保存的调整", { timeout: 30_000 });
  await checkAndSave(page);
  expect((await zoneOf(page, `${id}B`))?.properties).toMatchObject({
    name: "新切出的网格",
    parentId,
  });
  expect(await zoneOf(page, id)).toBeUndefined();
  expect(await zoneOf(page, id, await yesterday(page))).toBeDefined();
  await undoNewest(page, "切分");
  expect(await zoneOf(page, `${id}B`)).toBeUndefined();
  expect(await zoneOf(page, id)).toBeDefined();
});

/** Two communities of one zone that have an edge in common. */
async function neighbours(page: Page): Promise<[ZoneFeature, ZoneFeature]> {
  const found = (await zonesOf(page)).filter(({ properties }) => properties.level === "community");
  const edges = (zone: ZoneFeature) =>
    ringOf(zone).flatMap((v, i, ring) =>
      i === 0 ? [] : [[ring[i - 1], v].map(String).sort().join()],
    );
  for (const a of found) {
    for (const b of found) {
      if (a === b || a.properties.parentId !== b.properties.parentId) continue;
      const own = new Set(edges(a));
      if (edges(b).some((edge) => own.has(edge))) return [a, b];
    }
  }
  throw new Error("no neighbours");
}

test("two communities are merged, cells and duties with them, and the merger taken back", async ({
  page,
}) => {
  const [a, b] = await neighbours(page);
  const ids = [a.properties.id, b.properties.id];
  const cells = (await zonesOf(page)).filter(({ properties }) =>
    ids.includes(properties.parentId ?? ""),
  );
  await page.goto("/zones");
  await page.getByRole("button", { name: "合并" }).click();
  const tree = page.getByRole("tree", { name: "网格列表" });
  for (const id of ids) {
    await page.getByRole("searchbox").fill(`${id} `);
    await tree.getByRole("treeitem").first().click();
  }
  const panel = panelOf(page);
  await expect(panel).toContainText("已选 2 个网格");
  await panel.getByRole("button", { name: "合并" }).click();
  await expect(panel.getByTestId("zone-passing")).toContainText(`→ ${a.properties.name}`);
  await page.keyboard.press("Control+z");
  await expect(panel.getByTestId("zone-passing")).toHaveCount(0);
  await page.keyboard.press("Control+y");
  await checkAndSave(page);
  const now = await zonesOf(page);
  const merged = now.find(({ properties }) => properties.id === `${ids[0]}A`);
  for (const { properties } of cells) {
    const cell = now.find((each) => each.properties.id === properties.id);
    expect(cell?.properties.parentId).toBe(merged?.properties.id);
  }
  expect(now.some(({ properties }) => ids.includes(properties.id))).toBe(false);
  const duties = await page.request.get("/api/duties?geometry=none&role=grid-worker");
  const scopes = ((await duties.json()) as DutyList).features.map(
    ({ properties }) => properties.scope.id,
  );
  expect(scopes.filter((id) => id === merged?.properties.id).length).toBe(2);
  await undoNewest(page, "合并");
  expect((await zonesOf(page)).length).toBe(now.length + 1);
});

test("an overlap is refused until it is accepted, and can be mended where it is listed", async ({
  page,
}) => {
  const { zone, middle } = await cuttable(page);
  const at = await openAt(page, zone.properties.id, middle, 16);
  await takeUp(page, "新增", "polygon");
  const panel = panelOf(page);
  await panel.getByRole("checkbox", { name: /原样保留/ }).check();
  await sketch(page, [
    [at.x - 40, at.y - 30],
    [at.x + 40, at.y - 30],
    [at.x + 40, at.y + 30],
    [at.x - 40, at.y + 30],
  ]);
  await expect(panel).toContainText("未保存的调整");
  await panel.getByRole("button", { name: "保存" }).click();
  await expect(panel.getByTestId("zone-preview")).toContainText("重叠", { timeout: 30_000 });
  await expect(panel.getByText("尚未保存")).toBeVisible();
  await expect(panel.getByRole("button", { name: "保存" })).toBeDisabled();
  expect((await history(page))[0]).not.toMatchObject({ kind: "add" });
  await panel.getByRole("button", { name: "查看位置" }).first().click();
  await panel.getByRole("checkbox", { name: /确需这样保存/ }).check();
  await panel.getByRole("button", { name: "保存" }).click();
  await expect(panel.getByText("已保存")).toBeVisible({ timeout: 30_000 });
  await expect(panel).toContainText("现有缺口与重叠", { timeout: 30_000 });

  await page.goto("/duties?tab=defects");
  const defect = page.getByRole("row", { name: /重叠/ }).first();
  await defect.getByRole("link", { name: "改边界" }).click();
  await expect(page).toHaveURL(/\/zones\?zone=/);
  await expect(page.getByTestId("zone-map")).toHaveAttribute("data-drawn", /finding/, {
    timeout: 30_000,
  });
  await panelOf(page).getByRole("button", { name: "重叠归 新网格" }).click();
  await panelOf(page).getByRole("button", { name: "预检" }).click();
  await expect(panelOf(page)).toContainText("将消除 1 处原有问题", { timeout: 30_000 });
  await undoAll(page);
});

test("a gap is found from the list of defects and given to a zone beside it", async ({ page }) => {
  const { zone, middle } = await cuttable(page);
  const { id, name, level, parentId } = zone.properties;
  const ring = ringOf(zone).map((v) => v.map((x, i) => x + 0.3 * ((middle[i] ?? 0) - x)));
  const geometry = { type: "Polygon", coordinates: [ring] };
  const change = {
    at: await today(page),
    kind: "edit",
    zones: [{ id, name, level, parentId, geometry, from: [] }],
    remove: [],
  };
  const refused = await page.request.post("/api/zones/changes", { data: change });
  expect(refused.status()).toBe(409);
  expect(await refused.json()).toMatchObject({ error: { details: { reason: "zone-findings" } } });
  await page.request.post("/api/zones/changes", { data: { ...change, accept: true } });

  await page.goto("/duties?tab=defects");
  const defect = page.getByRole("row", { name: /网格未覆盖/ }).first();
  await defect.getByRole("link", { name: "改边界" }).click();
  const panel = panelOf(page);
  await panel.getByLabel("归入", { exact: true }).first().selectOption(id, { timeout: 30_000 });
  await panel.getByRole("button", { name: "归入该网格" }).first().click();
  await checkAndSave(page);
  await expect(panel).toContainText("现有网格不重不漏", { timeout: 30_000 });
});

test("nothing on the page is out of reach, by day and by night", async ({ page }) => {
  for (const query of ["", "&theme=night", "&tab=history"]) {
    await page.goto(`/zones?zone=Z0103&level=community${query}`);
    await page.getByRole("tabpanel").waitFor();
    if (query !== "&tab=history") {
      await expect(page.getByTestId("zone-map")).toHaveAttribute("data-drawn", /areas/, {
        timeout: 30_000,
      });
      await page.getByRole("button", { name: "切分" }).click();
      await page.getByRole("checkbox").first().check();
      await page.getByRole("button", { name: "按下级切分" }).click();
      await expect(panelOf(page)).toContainText("未保存的调整");
    }
    await page.evaluate(axe.source);
    const serious = await page.evaluate(async () => {
      const { axe: inPage } = window as unknown as {
        axe: { run(within: string): Promise<AxeResult> };
      };
      const { violations } = await inPage.run("main");
      return violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
    });
    expect(serious).toEqual([]);
    await page.evaluate(() => localStorage.clear());
  }
});
