import { setTimeout } from "node:timers/promises";
import sharp from "sharp";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { defaultScreen } from "../../../domain/screen/default-screen.ts";
import { checkedPicture } from "../../../server/screen/checked-picture.ts";
import { CityScreen } from "../../../server/screen/city-screen.ts";
import { Snapshots } from "../../../server/screen/snapshots.ts";
import { WallLines } from "../../../server/screen/wall-lines.ts";
import { WallPictures } from "../../../server/screen/wall-pictures.ts";
import { WatchingWalls } from "../../../server/screen/watching-walls.ts";
import { aCity } from "../../support/city-builder.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { testApp } from "../../support/test-app.ts";
import { runningCity, TODAY } from "../../support/test-city.ts";
import { as, aViewer } from "../../support/viewers.ts";

const scratch = scratchFolder();
const beat = {
  scene: "overview",
  step: "overview",
  mode: "turning",
  widthPx: 1920,
  heightPx: 1080,
  build: "b",
  freshness: "live",
  errors: 0,
} as const;
const picture = { png: new Uint8Array([1]), widthPx: 1920, heightPx: 1080, scene: "overview" };

let told: { readonly wall: string; readonly id: string; readonly scene: string }[];
beforeEach(() => {
  told = [];
});

/** A wall that watches by a line of its own, and what it is told. */
function watch(
  { lines, walls }: { readonly lines: WallLines; readonly walls: WatchingWalls },
  wall: string,
  given: Partial<Parameters<WatchingWalls["hear"]>[0]> = {},
) {
  walls.hear({ ...beat, ...given, wall }, `account of ${wall}`, wall);
  const send = (words: Uint8Array) => {
    const [, data = "{}"] = /data: (.*)/.exec(new TextDecoder().decode(words)) ?? [];
    told.push({ wall, ...JSON.parse(data) });
  };
  return lines.add({ wall, account: `account of ${wall}`, send });
}

describe("a wall that is asked for a picture of itself", () => {
  let lines: WallLines;
  let walls: WatchingWalls;
  let pictures: WallPictures;
  let now = 0;
  beforeEach(() => {
    now = 0;
    lines = new WallLines();
    walls = new WatchingWalls(() => now);
    pictures = new WallPictures({ lines, walls, withinMs: 50 });
  });

  test("is one that nobody holds, and of those the one of the size that is wanted", async () => {
    watch({ lines, walls }, "held-full-hd", { mode: "pinned" });
    watch({ lines, walls }, "turning-large", { widthPx: 7680 });
    watch({ lines, walls }, "turning-4k", { widthPx: 3840 });
    const made = pictures.ask("overview", 1920);
    expect(told).toMatchObject([{ wall: "turning-4k", scene: "overview" }]);
    pictures.take(told[0]?.id ?? "", "account of turning-4k", picture);
    expect(await made).toBe(picture);
  });

  test("is there only with an own line and while it is heard", () => {
    expect(pictures.isPossible).toBe(false);
    lines.add({ wall: null, account: "account of wall-0001", send: () => undefined });
    lines.add({ wall: "wall-0002", account: "somebody else", send: () => undefined });
    walls.hear({ ...beat, wall: "wall-0002" }, "account of wall-0002", "");
    expect(pictures.isPossible).toBe(false);
    const leave = watch({ lines, walls }, "wall-0003");
    expect(pictures.isPossible).toBe(true);
    now += 60_000;
    expect(pictures.isPossible).toBe(false);
    walls.hear({ ...beat, wall: "wall-0003" }, "account of wall-0003", "");
    leave();
    expect(pictures.isPossible).toBe(false);
  });

  test("hands it in once, and nobody else does", async () => {
    watch({ lines, walls }, "wall-0001");
    const made = pictures.ask("overview", 1920);
    const id = told[0]?.id ?? "";
    expect(id).toMatch(/^[\w-]{22}$/);
    expect(pictures.take(id, "somebody else", picture)).toBe(false);
    expect(pictures.take("guessed", "account of wall-0001", picture)).toBe(false);
    expect(pictures.take(id, "account of wall-0001", picture)).toBe(true);
    expect(pictures.take(id, "account of wall-0001", picture)).toBe(false);
    expect(await made).toBe(picture);
  });

  test("that says nothing is followed by another one; where none does, that is said", async () => {
    watch({ lines, walls }, "wall-0001");
    watch({ lines, walls }, "wall-0002");
    const made = pictures.ask("overview", 1920);
    await setTimeout(70);
    expect(told.map(({ wall }) => wall)).toEqual(["wall-0001", "wall-0002"]);
    expect(pictures.take(told[0]?.id ?? "", "account of wall-0001", picture)).toBe(false);
    pictures.take(told[1]?.id ?? "", "account of wall-0002", picture);
    expect(await made).toBe(picture);
    await expect(pictures.ask("overview", 1920)).rejects.toMatchObject({
      reason: "no-wall-picture",
    });
  });
});

test("without a browser the picture of the set time is a wall's, also one that is switched on later", async () => {
  const clock = { now: TODAY };
  const city = await runningCity(aCity().withZone("Z", [0, 0, 10, 10]).build(), [], clock);
  const failed = (error: unknown) => {
    throw error;
  };
  const screen = new CityScreen({ city, packPlan: defaultScreen, build: () => "", failed });
  const snapshots = new Snapshots({
    city,
    screen,
    folder: await scratch.folder(),
    chromium: null,
    shoot: () => Promise.reject(new Error("no browser")),
    openLink: () => Promise.reject(new Error("no link")),
    withdrawLeft: async () => undefined,
    failed,
  });
  snapshots.start("http://127.0.0.1:8787");
  expect(snapshots.maker).toBe("none");
  watch(screen, "wall-0001");
  expect(snapshots.maker).toBe("client");
  const create = { width: 640, height: 360, channels: 4, background: "#0b1220" } as const;
  const sent = await sharp({ create }).png().toBuffer();
  const taking = snapshots.take();
  await vi.waitFor(() => expect(told).toHaveLength(1));
  const checked = await checkedPicture(sent);
  screen.pictures.take(told[0]?.id ?? "", "account of wall-0001", { ...checked, scene: "today" });
  await taking;
  const kept = await snapshots.list();
  expect(kept.map(({ scene, type }) => `${scene} ${type}`).sort()).toEqual([
    "today pdf",
    "today png",
  ]);
  await snapshots.stop();
  screen.stop();
});

describe("what is handed in", () => {
  const png = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: "#0b1220" } }).png();

  test("is made anew, so that nothing else stays in the file", async () => {
    const sent = await png(800, 450)
      .withExif({ IFD0: { Copyright: "hidden words" } })
      .toBuffer();
    const { png: kept, ...size } = await checkedPicture(Buffer.concat([sent, Buffer.from("tail")]));
    expect(size).toEqual({ widthPx: 800, heightPx: 450 });
    expect(Buffer.from(kept).includes("hidden words")).toBe(false);
    expect(Buffer.from(kept).includes("tail")).toBe(false);
  });

  test("is a whole PNG of a wall's size and nothing else", async () => {
    const whole = await png(800, 450).toBuffer();
    const bad = [
      await png(800, 450).jpeg().toBuffer(),
      await png(100, 100).toBuffer(),
      whole.subarray(0, whole.length - 40),
      Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' width='800' height='450'/>"),
      Buffer.alloc(0),
    ];
    for (const bytes of bad)
      await expect(checkedPicture(bytes)).rejects.toMatchObject({ reason: "bad-photo" });
  });
});

test("a picture that nobody asked for is refused before it is read", async () => {
  const app = await testApp(aCity().withZone("Z", [0, 0, 10, 10]).build(), []);
  const response = await app.request("/api/screen/snapshots/guessed?scene=overview", {
    method: "POST",
    headers: as(aViewer("screen")),
    body: new FormData(),
  });
  expect(response.status).toBe(404);
  const asked = await app.post("/api/screen/snapshots", {});
  expect(asked.status).toBe(409);
  expect(await asked.text()).toContain("no-browser");
});
