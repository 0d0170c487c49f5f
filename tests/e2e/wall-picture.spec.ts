import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, expect, test } from "@playwright/test";
import sharp from "sharp";
import { ScreenBody } from "../../domain/contract/screen.ts";

/** A server that finds no browser on its machine. */
let server: ChildProcess;
let folder: string;
let url = "";

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "wangge-picture-"));
  const env = { ...process.env, HOST: "127.0.0.1", PORT: "0", STATE_DIR: folder };
  server = spawn(process.execPath, ["server/main.ts"], {
    env: { ...env, PACK: "data/packs/demo", CHROMIUM: "/nowhere/chromium", LOG_LEVEL: "warn" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  url = await new Promise((found) => {
    server.stdout?.on("data", (part: Buffer) => {
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(part.toString()) ?? [];
      if (address) found(address);
    });
  });
});

test.afterAll(async () => {
  const gone = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await gone;
  rmSync(folder, { recursive: true, force: true });
});

async function lengthenScenes(request: APIRequestContext, headers: Record<string, string>) {
  const { version, origin, build, ...plan } = ScreenBody.parse(
    await (await request.get("/api/screen")).json(),
  );
  const scenes = plan.scenes.map((scene) => ({ ...scene, durationS: 900 }));
  const data = { ...plan, scenes };
  const kept = await request.put("/api/screen", {
    data,
    headers: { ...headers, "If-Match": `"${version}"` },
  });
  expect(kept.status(), await kept.text()).toBe(200);
}

/** How much a part of a picture varies, and its mean, of 255. */
async function partOf(png: Buffer, rect: { x: number; y: number; width: number; height: number }) {
  const { x, y, width, height } = rect;
  const area = [x, y, width, height].map(Math.round) as [number, number, number, number];
  const [left, top, w, h] = area;
  const part = sharp(png).extract({ left, top, width: w, height: h }).greyscale();
  const { channels } = await sharp(await part.png().toBuffer()).stats();
  return { mean: channels[0]?.mean ?? 0, deviation: channels[0]?.stdev ?? 0 };
}

test("where the server has no browser, a wall that watches makes the picture", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const context = await browser.newContext({
    baseURL: url,
    locale: "zh-CN",
    viewport: { width: 1920, height: 1080 },
  });
  const headers = { origin: url };
  const { request } = context;
  const makerOf = async () => (await (await request.get("/api/screen/snapshots")).json()).maker;
  expect(await makerOf()).toBe("none");

  const wall = await context.newPage();
  const loaded: string[] = [];
  wall.on("request", (each) => loaded.push(each.url()));
  // It goes to the scene that is asked for, and is still there when it is looked at from outside.
  await lengthenScenes(request, headers);
  await wall.goto("/screen?scene=today");
  await wall.locator('[data-drawn~="clusters"]').first().waitFor({ timeout: 90_000 });
  await expect.poll(makerOf, { timeout: 30_000 }).toBe("client");
  expect(loaded.filter((each) => each.includes("take-picture"))).toEqual([]);
  await expect(wall.locator(".wall")).toHaveAttribute("data-step", "today");

  const taken = await request.post("/api/screen/snapshots", { headers, timeout: 200_000 });
  expect(taken.status(), await taken.text()).toBe(200);
  const { snapshots } = (await taken.json()) as { snapshots: { name: string; type: string }[] };
  expect(snapshots.map(({ type }) => type).sort()).toEqual(["pdf", "png"]);
  await expect(wall.locator(".wall")).toHaveAttribute("data-step", "overview");
  const name = snapshots.find(({ type }) => type === "png")?.name ?? "";
  const png = await (await request.get(`/api/screen/snapshots/${name}`)).body();
  if (process.env.WALL_PICTURE_OUT) await sharp(png).toFile(process.env.WALL_PICTURE_OUT);
  const { width, height } = await sharp(png).metadata();
  expect([width, height]).toEqual([1920, 1080]);

  expect(name).toMatch(/^\d{4}-\d{2}-\d{2}-\d{4}-overview\.png$/);
  const figure = await wall.locator(".wall-panels .wall-figure, .wall-panels strong").first();
  const box = await figure.boundingBox();
  const map = { x: 760, y: 300, width: 400, height: 480 };
  expect((await partOf(png, map)).deviation).toBeGreaterThan(4);
  if (!box) throw new Error("no figure is shown");
  expect((await partOf(png, box)).deviation).toBeGreaterThan(10);
  const seen = await wall.screenshot();
  for (const part of [map, box]) {
    const [made, shown] = [await partOf(png, part), await partOf(seen, part)];
    expect(Math.abs(made.mean - shown.mean)).toBeLessThan(12);
  }
  await context.close();
});
