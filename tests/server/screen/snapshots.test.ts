import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { defaultScreen } from "../../../domain/screen/default-screen.ts";
import { openAccounts } from "../../../server/access/accounts.ts";
import { accountsInMemory } from "../../../server/access/auth-database.ts";
import type { City } from "../../../server/city/city.ts";
import { CityScreen } from "../../../server/screen/city-screen.ts";
import { openSnapshots } from "../../../server/screen/open-snapshots.ts";
import type { Shot } from "../../../server/screen/shoot-page.ts";
import { Snapshots } from "../../../server/screen/snapshots.ts";
import { aCity } from "../../support/city-builder.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";
import { runningCity, TODAY } from "../../support/test-city.ts";

const scratch = scratchFolder();
const clock = { now: TODAY };
const HOUR = "07:30";
let shots: Shot[];
let links: string[];
let failures: string[];
/** What a picture waits for, if it comes. */
let before: (stopped: AbortSignal) => Promise<void>;
let withdrawing: () => Promise<void>;
let leftLinks: number;
let city: City;
let screen: CityScreen;
let folder: string;
let snapshots: Snapshots;

beforeEach(async () => {
  clock.now = TODAY;
  [shots, links, failures, leftLinks] = [[], [], [], 1];
  [before, withdrawing] = [async () => undefined, async () => undefined];
  city = await runningCity(aCity().withZone("Z", [0, 0, 10, 10]).build(), [], clock);
  const packPlan = {
    ...defaultScreen,
    snapshots: { ...defaultScreen.snapshots, scene: "today", times: [HOUR], keep: 3 },
  };
  const failed = (error: unknown) => void failures.push(String(error));
  screen = new CityScreen({ city, packPlan, build: () => "", failed });
  const create = { width: 64, height: 36, channels: 3, background: "#0b1220" } as const;
  const png = await sharp({ create }).png().toBuffer();
  folder = await scratch.folder();
  snapshots = new Snapshots({
    city,
    screen,
    folder,
    chromium: "/usr/bin/chromium",
    shoot: async (shot, stopped) => {
      shots.push(shot);
      await before(stopped);
      if (shot.url.includes("broken")) throw new Error("no picture");
      return png;
    },
    openLink: async () => {
      const token = `t${links.length}`;
      links.push(token);
      const withdraw = async () => {
        await withdrawing();
        links.splice(links.indexOf(token), 1);
      };
      return { token, withdraw };
    },
    withdrawLeft: async () => {
      leftLinks = 0;
    },
    failed,
  });
});
afterEach(async () => {
  await snapshots.stop();
  vi.useRealTimers();
});

/** So many seconds after the set hour of the day. */
function setHour(seconds: number): void {
  const [hour = 0, minute = 0] = HOUR.split(":").map(Number);
  const local = { ...city.clock.toLocal(TODAY), hour, minute, second: 0, millisecond: 0 };
  clock.now = city.clock.toEpoch(local) + seconds * 1000;
}

function startLooking(address = "http://127.0.0.1:8787"): void {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  snapshots.start(address);
}

/** The next look, and what it does at once. */
async function look(): Promise<void> {
  await vi.advanceTimersByTimeAsync(20_000);
  for (let i = 0; i < 20; i++) await new Promise((resolve) => setTimeout(resolve, 2));
}

const takenOf = async () =>
  (await snapshots.list()).filter(({ type }) => type === "png").map(({ name }) => name.slice(11));

test("a picture is of the scene that is asked for, let in by a link that is withdrawn after", async () => {
  expect(snapshots.maker).toBe("none");
  snapshots.start("http://127.0.0.1:8787");
  expect(snapshots.maker).toBe("server");
  await Promise.all([snapshots.take(), snapshots.take()]);
  await snapshots.stop();
  expect(shots).toHaveLength(1);
  const { pathname, searchParams, hash } = new URL(shots[0]?.url ?? "");
  expect([pathname, hash]).toEqual(["/kiosk", "#token=t0"]);
  expect(searchParams.get("to")).toBe("/screen?scene=today&hold=1&preview=1");
  expect(links).toEqual([]);
  const [first, second] = await snapshots.list();
  expect([first?.type, second?.type].sort()).toEqual(["pdf", "png"]);
  expect(first).toMatchObject({ scene: "today", takenAt: Math.floor(TODAY / 60_000) * 60_000 });
  const pdf = await snapshots.read(first?.name.replace("png", "pdf") ?? "");
  expect(
    Buffer.from(pdf ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe("%PDF-");
});

test("of many the newest stay, and no other file is read", async () => {
  snapshots.start("http://127.0.0.1:8787");
  for (let i = 0; i < 5; i++) {
    await snapshots.take();
    clock.now += 3_600_000;
  }
  await snapshots.stop();
  const times = new Set((await snapshots.list()).map(({ takenAt }) => takenAt));
  expect([...times].map((t) => Math.round((t - TODAY) / 3_600_000))).toEqual([4, 3, 2]);
  for (const name of ["../../etc/passwd", "x.png", "2026-10-28-0730-../a.png"]) {
    expect(await snapshots.read(name)).toBeNull();
  }
});

test("a picture that fails leaves nothing behind, and says so", async () => {
  snapshots.start("http://broken");
  await expect(snapshots.take()).rejects.toThrow("no picture");
  await snapshots.stop();
  expect([await snapshots.list(), links]).toEqual([[], []]);
});

test("a set hour has its picture though another is being taken, once, however long it takes", async () => {
  setHour(-10);
  startLooking();
  const held = Promise.withResolvers<void>();
  before = () => held.promise;
  const byHand = snapshots.take();
  setHour(10);
  for (let i = 0; i < 4; i++) await look();
  held.resolve();
  await byHand;
  await vi.waitFor(async () =>
    expect(await takenOf()).toEqual(["0730-today.png", "0729-today.png"]),
  );
  for (let i = 0; i < 3; i++) await look();
  expect(shots).toHaveLength(2);
});

test("a set hour that fails is tried again, three times in all", async () => {
  setHour(10);
  startLooking();
  let isDown = true;
  before = async () => {
    if (isDown) throw new Error("down");
  };
  await look();
  await look();
  expect([await takenOf(), failures]).toEqual([[], ["Error: down", "Error: down"]]);
  isDown = false;
  await vi.waitFor(async () => {
    await look();
    expect(await takenOf()).toEqual(["0730-today.png"]);
  });
  expect(shots).toHaveLength(3);
  isDown = true;
  clock.now += 86_400_000;
  for (let i = 0; i < 8; i++) await look();
  expect(shots).toHaveLength(6);
});

test("a server that stops waits for no picture", async () => {
  snapshots.start("http://127.0.0.1:8787");
  const held = Promise.withResolvers<void>();
  let isTold = false;
  before = (stopped) => {
    stopped.addEventListener("abort", () => {
      isTold = true;
    });
    return held.promise;
  };
  void snapshots.take();
  await vi.waitFor(() => expect(shots).toHaveLength(1));
  await snapshots.stop();
  expect(isTold).toBe(true);
  held.resolve();
});

test("a picture of which one file cannot be written has none", async () => {
  setHour(10);
  const day = city.clock.toDate(clock.now);
  const pdf = join(folder, `${day}-0730-today.pdf`);
  await mkdir(join(pdf, "in the way"), { recursive: true });
  snapshots.start("http://127.0.0.1:8787");
  await expect(snapshots.take()).rejects.toThrow();
  expect(await readdir(folder)).toEqual([`${day}-0730-today.pdf`]);
});

test("a PDF alone counts for no picture of its hour", async () => {
  setHour(10);
  const day = city.clock.toDate(clock.now);
  await writeFile(join(folder, `${day}-0730-today.pdf`), "%PDF-");
  startLooking();
  await vi.waitFor(async () => {
    await look();
    expect(await takenOf()).toEqual(["0730-today.png"]);
  });
});

test("what a process left behind that was killed is gone at the next start", async () => {
  await writeFile(join(folder, ".part-1"), "cut");
  snapshots.start("http://127.0.0.1:8787");
  await snapshots.take();
  expect((await readdir(folder)).filter((name) => name.startsWith("."))).toEqual([]);
  expect(leftLinks).toBe(0);
});

test("a picture stays whose link cannot be withdrawn, and the log says so", async () => {
  withdrawing = () => Promise.reject(new Error("the database is busy"));
  snapshots.start("http://127.0.0.1:8787");
  await snapshots.take();
  expect(await takenOf()).toHaveLength(1);
  expect(failures).toEqual(["Error: the database is busy"]);
});

test("a start withdraws the links of pictures, and no others", async () => {
  const options = { now: () => clock.now, isDemo: false, clientAddress: () => "127.0.0.1" };
  const secret = "a secret of tests, long enough to be one";
  const accounts = await openAccounts(accountsInMemory(), secret, options);
  for (const account of ["wall-snapshot", "hall", "wall-snapshot"]) await accounts.addWall(account);
  const failed = (error: unknown) => void failures.push(String(error));
  const opened = openSnapshots(city, screen, accounts, { folder, chromium: null, failed });
  opened.start("http://127.0.0.1:8787");
  const accountsOf = async () => (await accounts.walls.list()).map(({ account }) => account);
  await vi.waitFor(async () => expect(await accountsOf()).toEqual(["hall"]));
  await opened.stop();
});
