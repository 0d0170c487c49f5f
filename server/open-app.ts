import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";
import { TREND_MS } from "../domain/my-score.ts";
import type { Note } from "../domain/note.ts";
import { clientAddresses } from "./access/client-address.ts";
import { demoAccounts } from "./access/demo-accounts.ts";
import { openAccountsOf, secretOf } from "./access/open-accounts.ts";
import { reportCodes } from "./access/report-codes.ts";
import { AdPlans } from "./ads/ad-plans.ts";
import { CityAds } from "./ads/city-ads.ts";
import { AdInventory } from "./ads/inventory/ad-inventory.ts";
import { createApp } from "./app.ts";
import { basemapLayers } from "./basemap/basemap-layers.ts";
import { basemapTiles } from "./basemap/basemap-tiles.ts";
import type { City } from "./city/city.ts";
import { startCity } from "./city/start-city.ts";
import { clientBuild } from "./client-build.ts";
import { type Log, type LogLevel, logLevels } from "./deps.ts";
import type { Env } from "./env.ts";
import { heatPainter } from "./heat/heat-painter.ts";
import { HeatScales } from "./heat/heat-scales.ts";
import { startNightly } from "./nightly.ts";
import { OpenStreams } from "./operations/open-streams.ts";
import { readPack } from "./packs/read-pack.ts";
import { readScreen } from "./packs/read-screen.ts";
import { PhotoStore } from "./photos/photo-store.ts";
import { AlertWatch } from "./screen/alert-watch.ts";
import { CityScreen } from "./screen/city-screen.ts";
import { findChromium } from "./screen/find-chromium.ts";
import { openSnapshots } from "./screen/open-snapshots.ts";
import { openStorage } from "./storage/open-storage.ts";
import { startWebhooks } from "./webhooks/start-webhooks.ts";

export type OpenedApp = {
  readonly app: ReturnType<typeof createApp>;
  readonly city: City;
  /** Begins what needs to know on which port the server answers. */
  listening(port: number): void;
  /** Ends what would go on for ever; every other answer comes to its end. */
  endStreams(): void;
  /** Lets go of the state folder; everything that was answered is durable before. */
  close(): Promise<void>;
};

/**
 * Environment → pack → storage → index → app, everything but listening. `root` is the project's
 * folder; `tell` hears how far it is, with what was odd. Throws a DomainError when the pack cannot
 * be read or its state is in use.
 */
export async function openApp(
  env: Env,
  root: string,
  tell: (what: string, notes: readonly Note[]) => void,
): Promise<OpenedApp> {
  const log = logAbove(env.logLevel);
  const logFailure = (error: unknown) =>
    log({
      level: "error",
      message: `what another process wrote was not taken in: ${String(error)}`,
    });
  const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const { value: pack, notes } = await readPack(env.packFolder);
  const { id, name } = pack.manifest;
  tell(`读取城市数据包 ${name}(${id})`, notes);

  const storage = await openStorage(env.databaseUrl, env.stateFolder(id), (message) =>
    log({ level: "warn", message }),
  );
  try {
    const started = await startCity(pack, storage, Date.now);
    if (started.filled) tell(`首次启动，已装入 ${started.filled.added} 件问题`, started.notes);
    const { city } = started;
    const clientFolder = join(root, "dist");
    const addressOf = clientAddresses(env.trustedProxies);
    const clientAddress = (c: Context) =>
      addressOf(getConnInfo(c).remote.address, c.req.header("x-forwarded-for"));
    const isDemo = pack.manifest.isDemo && isLoopback(env.host) && !env.isAuthRequired;
    const { accounts, close: closeAccounts } = await openAccountsOf(env, id, {
      now: Date.now,
      isDemo,
      clientAddress,
    });
    const painter = heatPainter();
    const ads = new CityAds(city, env.packFolder);
    const adInventory = new AdInventory(city, env.packFolder);
    const adPlans = new AdPlans(city, ads, (error) =>
      log({ level: "error", message: `ad plan: ${String(error)}` }),
    );
    void city.standings
      .warm([0, TREND_MS])
      .catch((error) => log({ level: "error", message: `standings: ${String(error)}` }));
    const photos = new PhotoStore(join(env.stateFolder(id), "photos"));
    const stopNightly = startNightly(city, photos, log);
    const webhooks = startWebhooks(city, env.stateFolder(id), (message) =>
      log({ level: "warn", message }),
    );
    const stopFollowing = storage.onWrite(() => void city.follow().catch(logFailure));
    const openStreams = new OpenStreams();
    const hasPages = existsSync(join(clientFolder, "index.html"));
    const walls = await openWalls(city, clientBuild(clientFolder), log, tell);
    const snapshots = openSnapshots(city, walls.screen, accounts, {
      folder: join(env.stateFolder(id), "snapshots"),
      chromium: findChromium(env.chromium),
      failed: (error) => log({ level: "error", message: `snapshot: ${String(error)}` }),
    });
    const app = createApp({
      city,
      photos,
      basemap: basemapTiles(basemapLayers(city.pack)),
      heatPainter: painter,
      heatScales: new HeatScales(city),
      ads,
      adInventory,
      adPlans,
      identify: (c, how) => accounts.identify(c, how),
      identifyKey: (key) => accounts.identifyKey(key),
      accounts,
      clientAddress,
      demoAccounts: isDemo ? await demoAccounts(accounts) : null,
      version,
      reportCodes: reportCodes(secretOf(env, id)),
      publicUrl: env.publicUrl,
      openStreams,
      metricsToken: env.metricsToken,
      screen: walls.screen,
      snapshots,
      clientFolder: hasPages ? clientFolder : null,
      log,
    });
    return {
      app,
      city,
      listening: (port) => snapshots.start(`http://${ownHost(env.host)}:${port}`),
      endStreams: () => openStreams.endAll(),
      async close() {
        stopNightly();
        stopFollowing();
        await walls.stop();
        await snapshots.stop();
        await webhooks.stop();
        await painter.close();
        await adPlans.close();
        await ads.close();
        await adInventory.close();
        await closeAccounts();
        await storage.close();
      },
    };
  } catch (error) {
    await storage.close();
    throw error;
  }
}

/** What walls show and are told, with somebody who looks for what calls for attention. */
async function openWalls(
  city: City,
  build: () => string,
  log: Log,
  tell: (what: string, notes: readonly Note[]) => void,
) {
  const { value: packPlan, notes } = await readScreen(city.pack);
  if (notes.length > 0) tell("读取大屏场景", notes);
  const failed = (error: unknown) => log({ level: "error", message: `walls: ${String(error)}` });
  const screen = new CityScreen({ city, packPlan, build, failed });
  const watch = new AlertWatch({ city, screen, failed });
  watch.start();
  const stop = async () => {
    await watch.stop();
    screen.stop();
  };
  return { screen, stop };
}

/** Where a browser of this machine finds the server. */
function ownHost(host: string): string {
  if (host === "0.0.0.0" || host === "::") return "127.0.0.1";
  return host.includes(":") ? `[${host}]` : host;
}

/** Whether a listen address is reached from the own machine alone. */
function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || /^127\./.test(host);
}

/** One line of JSON an entry, to standard error; what is below the level is left out. */
function logAbove(level: LogLevel): Log {
  const least = logLevels.indexOf(level);
  return (entry) => {
    if (logLevels.indexOf(entry.level) < least) return;
    process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), ...entry })}\n`);
  };
}
