import { expect } from "@playwright/test";
import type { HotSpots } from "../../domain/contract/hot-spots.ts";
import type { RecurrenceCells, RecurrencePlaces } from "../../domain/contract/recurrence.ts";
import { quiet } from "./quiet.ts";
import { clickMap, openWorkbench, statedTotal, test } from "./workbench-page.ts";

test.use({ viewport: { width: 1440, height: 900 } });

const AS_OF = "2026-11-21T10:42:00+08:00";
const at = (params: Record<string, string>) =>
  `?${new URLSearchParams({ asOf: AS_OF, ...params }).toString()}`;

test("from a hexagon it is two clicks to the dates", async ({ page }) => {
  const answer = await page.request.get(
    `/api/recurrence/cells?res=9&asOf=${encodeURIComponent(AS_OF)}`,
  );
  const cells = (await answer.json()) as RecurrenceCells;
  const worst = cells.toSorted((a, b) => b.rate - a.rate)[0];
  if (!worst) throw new Error("no cell");
  const corners = worst.boundary.slice(1);
  const mean = (axis: 0 | 1) => corners.reduce((sum, p) => sum + p[axis], 0) / corners.length;
  const camera = `${mean(0)},${mean(1)},14`;
  await openWorkbench(page, at({ layers: "hexagons,zones", at: camera }), ["hexagons"]);
  const drawer = page.getByTestId("drawer");
  const heading = drawer.getByRole("heading", { name: "六边形 · 9 级" });
  await clickMap(page, (within) => expect(heading).toBeVisible(within));
  await drawer.locator(".recurring-rows button").first().click();
  await expect(drawer.getByRole("heading", { name: "证据时间线" })).toBeVisible();
  await expect(page).toHaveURL(/pick=place:\d+/);
});

test("the mark of the highest place opens its evidence, from afar and from near", async ({
  page,
}) => {
  const query = new URLSearchParams({ asOf: AS_OF, limit: "1" });
  const answer = await page.request.get(`/api/recurrence/places?${query}`);
  const [place] = ((await answer.json()) as RecurrencePlaces).places;
  if (!place) throw new Error("no place");
  for (const zoom of [14, 17]) {
    const camera = `${place.position.join()},${zoom}`;
    await openWorkbench(page, at({ layers: "recurring", at: camera }), ["recurring"]);
    const address = new RegExp(`pick=place:${place.id}\\b`);
    await clickMap(page, (within) => expect(page, `zoom ${zoom}`).toHaveURL(address, within));
  }
});

test("a click into the heat lists the recurring places around it", async ({ page }) => {
  const query = new URLSearchParams({ asOf: AS_OF, limit: "1" });
  const answer = await page.request.get(`/api/recurrence/places?${query}`);
  const [place] = ((await answer.json()) as RecurrencePlaces).places;
  if (!place) throw new Error("no place");
  const camera = `${place.position.join()},13`;
  await openWorkbench(page, at({ layers: "heat,zones", at: camera }), ["heat"]);
  const rows = page.getByTestId("drawer").locator(".recurring-rows button");
  await clickMap(page, (within) => expect(rows.first()).toBeVisible(within));
  await expect(page.getByTestId("drawer")).toContainText("150 m 内的反复点位");
});

test("hot spots: the legend counts what the server says, a square tells its pattern and steps", async ({
  page,
}) => {
  const answer = await page.request.get(`/api/hot-spots?asOf=${encodeURIComponent(AS_OF)}`);
  const { features } = (await answer.json()) as HotSpots;
  const square = features.find(({ properties }) => properties.category === "new_hot");
  if (square?.geometry.type !== "Polygon") throw new Error("no new hot spot");
  const squares = features.filter(({ properties }) => properties.category === "new_hot").length;
  const [[west = 0, south = 0] = [], , [east = 0, north = 0] = []] =
    square.geometry.coordinates[0] ?? [];
  const camera = `${(west + east) / 2},${(south + north) / 2},14`;
  await openWorkbench(page, at({ layers: "hot-spots,zones", at: camera }), ["hot-spots"]);
  await expect(page.getByText(`新增热点 ${squares}`)).toBeVisible();
  const drawer = page.getByTestId("drawer");
  const heading = drawer.getByRole("heading", { name: "新增热点" });
  await clickMap(page, (within) => expect(heading).toBeVisible(within));
  await expect(drawer).toContainText("最近一期首次成为热点");
  await expect(drawer.locator(".step-value")).toHaveText(square.properties.counts.map(String));
});

test("the comparison has two maps under one camera; its handle is moved by key", async ({
  page,
}) => {
  await openWorkbench(page, at({ at: "114.3,30.59,13.00" }));
  await page.getByRole("button", { name: "对比：报得多 / 反复发生" }).click();
  const reported = page.getByTestId("reported-map");
  await expect(reported).toHaveAttribute("data-drawn", /reported/, { timeout: 20_000 });
  await expect(page.getByTestId("map")).toHaveAttribute("data-drawn", /heat/, {
    timeout: 20_000,
  });
  await page.getByRole("slider", { name: /移动分界/ }).focus();
  await page.keyboard.press("PageUp");
  await expect(page).toHaveURL(/compare=swipe&split=0.6/);
  await quiet(page);
  const box = await reported.boundingBox();
  if (!box) throw new Error("no map");
  await page.mouse.move(box.x + 200, box.y + 300);
  await page.mouse.down();
  await page.mouse.move(box.x + 260, box.y + 340, { steps: 5 });
  await page.mouse.up();
  await expect(page).not.toHaveURL(/at=114.3,30.59,/);
  await page.getByRole("button", { name: "并排" }).click();
  await expect(page).toHaveURL(/compare=side/);
  await page.getByRole("button", { name: "退出对比" }).click();
  await expect(reported).toHaveCount(0);
  await expect(page).not.toHaveURL(/compare|split/);
});

test("the calendar counts what the filter counts, and its cells are walked by key", async ({
  page,
}) => {
  await openWorkbench(page, at({ category: "E05" }));
  const total = await statedTotal(page);
  await page.getByRole("button", { name: "日历" }).click();
  await expect(page.getByTestId("calendar-total")).toHaveText(
    `共 ${total.toLocaleString("en-US")} 件上报`,
  );
  await page.locator('[data-cell="0-9"]').focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("hour-words")).toContainText("周二 10:00–11:00");
  await page.getByRole("button", { name: "复发", exact: true }).click();
  await expect(page.getByTestId("calendar-total")).toHaveText(/共 [\d,]+ 次复发/);
});

test("time plays week by week and stops at the end", async ({ page }) => {
  await openWorkbench(page, "?asOf=2026-11-03&layers=zones", ["zones"]);
  const days: (string | null)[] = ["2026-11-03"];
  page.on("framenavigated", () => {
    const day = new URL(page.url()).searchParams.get("asOf");
    if (day !== days.at(-1)) days.push(day);
  });
  await page.getByRole("button", { name: "按周播放" }).click();
  await expect(page.getByRole("button", { name: "按周播放" })).toBeVisible({ timeout: 30_000 });
  expect(days.slice(1, 3)).toEqual(["2026-11-10", "2026-11-17"]);
  expect(days.at(-1)).toBeNull();
  await page.getByRole("button", { name: "后退一周" }).click();
  await expect(page).toHaveURL(/asOf=2026-11-/);
});
