import { expect } from "@playwright/test";
import { quiet } from "./quiet.ts";
import { openWorkbench, statedTotal, test } from "./workbench-page.ts";

/** Software rendering takes its time; what is measured is printed. */
const SHOWN_WITHIN_MS = 20_000;
/** Longer than a page that hears of a report waits before it asks. */
const NOTHING_MORE_MS = 1500;

test("a report accepted elsewhere is counted here at once, and only its own block is asked for again", async ({
  page,
  request,
}) => {
  await openWorkbench(page);
  await quiet(page);
  const before = await statedTotal(page);
  const asked: URL[] = [];
  page.on("request", (each) => asked.push(new URL(each.url())));

  const { bounds } = (await (await request.get("/api/city")).json()) as { bounds: number[] };
  const [west = 0, south = 0, east = 0, north = 0] = bounds;
  const position = [west * 0.55 + east * 0.45, south * 0.45 + north * 0.55];
  const clientId = `live-${Date.now()}`;
  const since = Date.now();
  const accepted = await request.post("/api/problems", {
    data: { clientId, assetId: clientId, category: "P0102", source: "hotline", position },
  });
  expect(accepted.status()).toBe(201);
  const total = page.getByTestId("total");
  await expect(total).toHaveText((before + 1).toLocaleString("en-US"), {
    timeout: SHOWN_WITHIN_MS,
  });
  const took = `${Date.now() - since} ms`;
  test
    .info()
    .annotations.push({ type: "accepted elsewhere, counted here after", description: took });
  process.stdout.write(`     counted here after ${took}\n`);

  const pathsUnder = (root: string) =>
    new Set(asked.map(({ pathname }) => pathname).filter((path) => path.startsWith(root)));
  const blocks = () => pathsUnder("/api/problems/clusters/").size;
  await expect.poll(blocks, { message: "blocks asked for again" }).toBe(1);
  await page.waitForTimeout(NOTHING_MORE_MS);
  expect(blocks(), "blocks asked for again").toBe(1);
  expect([...pathsUnder("/api/recurrence/")]).toEqual([]);
});

test("a page that lost the line says so, and catches up when it stands again", async ({
  page,
  request,
  context,
}) => {
  test.setTimeout(90_000);
  await openWorkbench(page);
  await quiet(page);
  const before = await statedTotal(page);
  await context.setOffline(true);
  const clientId = `offline-${Date.now()}`;
  const position = null;
  const accepted = await request.post("/api/problems", {
    data: { clientId, category: "P0102", source: "hotline", position, assetId: clientId },
  });
  expect(accepted.ok()).toBe(true);
  const { id, version } = (await accepted.json()) as { id: string; version: number };
  expect(version ?? 1).toBe(1);
  const { bounds } = (await (await request.get("/api/city")).json()) as { bounds: number[] };
  const [west = 0, south = 0, east = 0, north = 0] = bounds;
  await request.patch(`/api/problems/${id}`, {
    headers: { "If-Match": "*" },
    data: { action: "relocate", position: [(west + east) / 2, (south + north) / 2] },
  });
  await page.waitForTimeout(1000);
  await expect(page.getByTestId("total")).toHaveText(before.toLocaleString("en-US"));
  await context.setOffline(false);
  await expect(page.getByTestId("total")).toHaveText((before + 1).toLocaleString("en-US"), {
    timeout: 60_000,
  });
});

test("pages of one browser share one line, and another takes it over when its page is closed", async ({
  context,
  request,
}) => {
  const lines: string[] = [];
  context.on("request", (each) => {
    if (new URL(each.url()).pathname === "/api/live") lines.push(each.url());
  });
  const [first, second] = [await context.newPage(), await context.newPage()];
  await openWorkbench(first);
  await openWorkbench(second);
  await quiet(second);
  await expect.poll(() => lines.length).toBe(1);
  const total = second.getByTestId("total");
  const before = await statedTotal(second);
  const report = async (n: number) => {
    const clientId = `shared-${n}-${Date.now()}`;
    const { bounds } = (await (await request.get("/api/city")).json()) as { bounds: number[] };
    const [west = 0, south = 0, east = 0, north = 0] = bounds;
    const position = [west * 0.5 + east * 0.5, south * 0.5 + north * 0.5];
    const data = { clientId, assetId: clientId, category: "P0102", source: "hotline", position };
    expect((await request.post("/api/problems", { data })).status()).toBe(201);
  };
  const counts = (n: number) =>
    expect(total).toHaveText((before + n).toLocaleString("en-US"), {
      timeout: SHOWN_WITHIN_MS,
    });
  await report(1);
  await counts(1);
  await first.close();
  await report(2);
  await counts(2);
  await expect.poll(() => lines.length).toBe(2);
  expect(lines[1]).toContain("after=");
});
