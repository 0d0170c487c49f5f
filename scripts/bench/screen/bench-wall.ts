import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { fillCity } from "../../proof/load/fill-city.ts";
import { startServer } from "../../proof/server-process.ts";
import { CityLife } from "../../soak/city-life.ts";
import { SoakClient } from "../../soak/soak-client.ts";
import { MeasuredWall } from "./measured-wall.ts";
import { type WallFigures, wallFigures } from "./screen-figures.ts";

export type ScreenFigures = WallFigures & {
  readonly problems: number;
  readonly size: string;
  readonly chromium: string;
  /** Processor time of the main thread since the page was begun, and by the browser's account in scripts, seconds. */
  readonly threadS: number;
  readonly scriptS: number;
  /** What the probe counted of it. */
  readonly countedS: number;
  /** Of the machine, over the last minute. */
  readonly loadAverage: number;
  readonly errors: readonly string[];
};

export type WallBench = {
  readonly problems: number;
  readonly size: readonly [width: number, height: number];
  readonly chromium: string;
};

/** Has 39,300 problems by itself: no city of the measure has fewer. */
const DEMO = fileURLToPath(new URL("../../../data/packs/demo", import.meta.url));
const SCENE_S = 8;
const ROUNDS = 2;
/** Eight scenes: one has three stops, one two zones. */
const STEPS_OF_ROUND = 11;
/** A report or a closing so often, while scenes stand and while they change. */
const EVENT_MS = 4000;
/** A machine that is busy with other things is waited for. */
const PATIENCE = 3;

/** A city of so many problems, a server of its own, a wall whose scenes have their turn twice while the city goes on. */
export async function benchWall({ problems, size, chromium }: WallBench): Promise<ScreenFigures> {
  const folder = mkdtempSync(join(tmpdir(), "wangge-bench-screen-"));
  const state = { packFolder: DEMO, stateFolder: folder, databaseUrl: null };
  const stops: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  try {
    const filled = await fillCity(state, problems);
    const server = await startServer(state, { HOST: "127.0.0.1", LOG_LEVEL: "error" });
    stops.unshift(server.kill);
    const client = new SoakClient(() => server.url);
    await client.expect("POST", "/api/account/demo", { account: "demo-admin" });
    await client.shortenScenes(SCENE_S, await someZones(client));
    const { bounds } = (await client.expect("GET", "/api/city")) as { bounds?: number[] };
    const { token } = await client.addWall("bench-wall");
    const wall = await MeasuredWall.open(
      chromium,
      `${server.url}/kiosk?to=%2Fscreen#token=${token}`,
      size,
    );
    stops.unshift(() => wall.close());
    const life = new CityLife(client, bounds ?? []);
    stops.unshift(() => life.stop());
    life.start(EVENT_MS);
    const steps = ROUNDS * STEPS_OF_ROUND;
    const tracedFrom = await wall.trace();
    await wall.watch(steps, PATIENCE * steps * SCENE_S * 1000);
    const records = await wall.records(tracedFrom);
    return {
      problems: filled.problems,
      size: size.join(" × "),
      chromium,
      ...wallFigures(records),
      ...(await wall.mainThread()),
      countedS: records.countedMs / 1000,
      loadAverage: loadavg()[0] ?? 0,
      errors: wall.errors,
    };
  } finally {
    for (const stop of stops) await stop();
  }
}

/** Two, so that a round is not one of the tour through all zones. */
async function someZones(client: SoakClient): Promise<string[]> {
  const zones = (await client.expect("GET", "/api/zones?level=zone")) as {
    features?: readonly { properties: { id: string } }[];
  };
  return (zones.features ?? []).slice(0, 2).map(({ properties }) => properties.id);
}
