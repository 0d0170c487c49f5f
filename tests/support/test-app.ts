import { randomUUID } from "node:crypto";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { demoOperator, type Viewer } from "../../domain/account.ts";
import type { CityPack } from "../../domain/city-pack.ts";
import type { Problem } from "../../domain/problem.ts";
import { type Accounts, openAccounts } from "../../server/access/accounts.ts";
import { accountsInMemory } from "../../server/access/auth-database.ts";
import type { Identity } from "../../server/access/identity.ts";
import { reportCodes } from "../../server/access/report-codes.ts";
import { AdPlans } from "../../server/ads/ad-plans.ts";
import { CityAds } from "../../server/ads/city-ads.ts";
import { AdInventory } from "../../server/ads/inventory/ad-inventory.ts";
import { createApp } from "../../server/app.ts";
import { basemapLayers } from "../../server/basemap/basemap-layers.ts";
import { basemapTiles } from "../../server/basemap/basemap-tiles.ts";
import type { City } from "../../server/city/city.ts";
import type { LogEntry } from "../../server/deps.ts";
import { heatPainter } from "../../server/heat/heat-painter.ts";
import { HeatScales } from "../../server/heat/heat-scales.ts";
import { OpenStreams } from "../../server/operations/open-streams.ts";
import { PhotoStore } from "../../server/photos/photo-store.ts";
import { CityScreen } from "../../server/screen/city-screen.ts";
import { openSnapshots } from "../../server/screen/open-snapshots.ts";
import { runningCity, TODAY } from "./test-city.ts";

export type TestApp = {
  readonly city: City;
  readonly clock: { now: number };
  readonly logged: LogEntry[];
  request(path: string, init?: RequestInit): Promise<Response>;
  /** Body of a GET that must answer 200. */
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  patch(path: string, body: unknown, version?: string): Promise<Response>;
};

/** A request that carries a viewer here is that viewer's; one with none is the demo operator's. */
export const TEST_VIEWER = "x-test-viewer";

/** Where a request says it comes from. */
export const TEST_ADDRESS = "x-test-address";

/** Folders of uploads; made where something is uploaded, gone when the file's tests are. */
const scratch = join(tmpdir(), `wangge-photos-${process.pid}-${randomUUID()}`);
let folders = 0;
afterAll(() => rm(scratch, { recursive: true, force: true }));

let opened: Promise<Accounts> | null = null;

/** Accounts that a test of something else never asks for: opened once. */
function testAccounts(clock: { now: number }): Promise<Accounts> {
  const options = { now: () => clock.now, isDemo: false, clientAddress: () => "127.0.0.1" };
  opened ??= openAccounts(accountsInMemory(), "a secret of tests, long enough to be one", options);
  return opened;
}

function testIdentity(header: string | undefined): Identity {
  if (header === undefined) return { kind: "known", viewer: demoOperator };
  if (header === "none" || header === "invalid") return { kind: header };
  return { kind: "known", viewer: JSON.parse(decodeURIComponent(header)) as Viewer };
}

/** The app over a city in memory and a clock that stands still. */
export async function testApp(pack: CityPack, problems: readonly Problem[]): Promise<TestApp> {
  const clock = { now: TODAY };
  const logged: LogEntry[] = [];
  const city = await runningCity(pack, problems, clock);
  const ads = new CityAds(city, pack.folder);
  const screen = new CityScreen({
    city,
    packPlan: null,
    build: () => "",
    failed: () => undefined,
  });
  const app = createApp({
    city,
    photos: new PhotoStore(join(scratch, String(++folders))),
    basemap: basemapTiles(basemapLayers(city.pack)),
    heatPainter: heatPainter(),
    heatScales: new HeatScales(city),
    ads,
    adInventory: new AdInventory(city, pack.folder),
    adPlans: new AdPlans(city, ads, (error) =>
      logged.push({ level: "error", message: String(error) }),
    ),
    identify: async (c) => testIdentity(c.req.header(TEST_VIEWER)),
    identifyKey: async (key) =>
      /^(%7B%22|\{")account|^invalid$/.test(key) ? testIdentity(key) : { kind: "invalid" },
    accounts: await testAccounts(clock),
    clientAddress: (c) => c.req.header(TEST_ADDRESS) ?? "127.0.0.1",
    demoAccounts: null,
    version: "test",
    reportCodes: reportCodes("a secret of tests, long enough to be one"),
    publicUrl: null,
    metricsToken: null,
    openStreams: new OpenStreams(),
    screen,
    snapshots: openSnapshots(city, screen, await testAccounts(clock), {
      folder: join(scratch, `snapshots-${folders}`),
      chromium: null,
      failed: () => undefined,
    }),
    clientFolder: null,
    log: (entry) => logged.push(entry),
  });
  const request: TestApp["request"] = async (path, init) => app.request(path, init);
  const send =
    (method: string) =>
    (path: string, body: unknown, headers: Record<string, string> = {}) =>
      request(path, {
        method,
        headers: { "Content-Type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      });
  return {
    city,
    clock,
    logged,
    request,
    async get(path) {
      const response = await request(path);
      const body = await response.json();
      if (response.status !== 200)
        throw new Error(`${path}: ${response.status} ${JSON.stringify(body)}`);
      return body;
    },
    post: send("POST"),
    patch: (path, body, version) =>
      send("PATCH")(path, body, version === undefined ? {} : { "If-Match": version }),
  };
}
