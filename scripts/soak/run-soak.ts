import { setTimeout } from "node:timers/promises";
import { DAY_MS, HOUR_MS } from "../../domain/time.ts";
import { CityLife } from "./city-life.ts";
import { CuttableLine } from "./cuttable-line.ts";
import { SoakClient } from "./soak-client.ts";
import type { SoakAct, SoakPlan } from "./soak-plan.ts";
import { type Outage, type SoakFacts, type Verdict, verdictOf } from "./verdict.ts";
import { WarpedServer } from "./warped-server.ts";
import { type WallSample, WatchedWall } from "./watched-wall.ts";

/** The city's clock at the begin: noon, so that midnight is in the middle. */
const NOON_MS = 12 * HOUR_MS;
const CITY_OFFSET_MS = 8 * HOUR_MS;
/** A lost context is made good within this. */
const CONTEXT_MS = 5000;
/** A line that broke comes again at once or within a silence. */
const LINE_MS = 45_000;
/** Answers of the scenes before are pushed out by new ones of the scene that stands. */
const STAND_MS = 20_000;
/** A wall asks every half minute whether it is let in, and twice as long passes at worst. */
const SESSION_MS = 90_000;

/** A wall's day: events, scenes, outages; and what was found. */
export async function runSoak(
  plan: SoakPlan,
  chromium: string,
  say: (line: string) => void,
): Promise<Verdict> {
  const today = Math.floor((Date.now() + CITY_OFFSET_MS) / DAY_MS) * DAY_MS - CITY_OFFSET_MS;
  const server = new WarpedServer(today + NOON_MS, plan.speed);
  try {
    say(`server ready in ${(await server.start()).toFixed(0)} ms, ${plan.durationMs / 60_000} min`);
    const soak = await Soak.begin(plan, server, chromium, say);
    try {
      return verdictOf(plan, await soak.run());
    } finally {
      await soak.end();
    }
  } finally {
    await server.close();
  }
}

class Soak {
  readonly #plan: SoakPlan;
  readonly #server: WarpedServer;
  readonly #wall: WatchedWall;
  readonly #line: CuttableLine;
  readonly #admin: SoakClient;
  readonly #life: CityLife;
  readonly #say: (line: string) => void;
  readonly #samples: WallSample[] = [];
  readonly #outages: Outage[] = [];
  readonly #days = new Set<string>();
  #link: { readonly id: string; readonly token: string };

  private constructor(
    given: {
      plan: SoakPlan;
      server: WarpedServer;
      wall: WatchedWall;
      line: CuttableLine;
      say: (line: string) => void;
    },
    admin: SoakClient,
    life: CityLife,
    link: { readonly id: string; readonly token: string },
  ) {
    this.#plan = given.plan;
    this.#server = given.server;
    this.#wall = given.wall;
    this.#line = given.line;
    this.#say = given.say;
    this.#admin = admin;
    this.#life = life;
    this.#link = link;
  }

  static async begin(
    plan: SoakPlan,
    server: WarpedServer,
    chromium: string,
    say: (line: string) => void,
  ): Promise<Soak> {
    const admin = new SoakClient(() => server.url);
    await admin.expect("POST", "/api/account/demo", { account: "demo-admin" });
    const zones = (await admin.expect("GET", "/api/zones?level=zone")) as {
      features?: readonly { properties: { id: string } }[];
    };
    const some = (zones.features ?? []).slice(0, 2).map(({ properties }) => properties.id);
    await admin.shortenScenes(plan.sceneS, some);
    const link = await admin.addWall("soak-wall");
    const { bounds } = (await admin.expect("GET", "/api/city")) as { bounds?: number[] };
    const line = await CuttableLine.open(() => server.port);
    const entry = `${line.url}/kiosk?to=%2Fscreen#token=${link.token}`;
    const wall = await WatchedWall.open(chromium, entry);
    wall.loads = 0;
    const life = new CityLife(admin, bounds ?? []);
    return new Soak({ plan, server, wall, line, say }, admin, life, link);
  }

  async run(): Promise<SoakFacts> {
    const begin = performance.now();
    this.#life.start(this.#plan.eventEveryMs);
    const days = setInterval(() => void this.#noteDay(), 5000);
    for (const { atMs, act } of this.#plan.acts) {
      await setTimeout(Math.max(0, begin + atMs - performance.now()));
      await this.#act(act);
    }
    await setTimeout(Math.max(0, begin + this.#plan.durationMs - performance.now()));
    clearInterval(days);
    this.#life.stop();
    const scenes = await this.#wall.steps();
    const figures = await this.#compareFigures();
    await this.#look();
    return {
      samples: this.#samples,
      scenes,
      outages: this.#outages,
      days: this.#days.size,
      events: this.#life.happened,
      figures,
      errors: this.#wall.errors,
      loads: this.#wall.loads,
    };
  }

  async end(): Promise<void> {
    this.#life.stop();
    await this.#wall.close();
    await this.#line.close();
  }

  #act(act: SoakAct): Promise<void> {
    switch (act) {
      case "look":
        return this.#look();
      case "lose-context":
        return this.#outage(act, CONTEXT_MS, () => this.#wall.loseContexts());
      case "restart":
        return this.#outage(act, LINE_MS, () => this.#startAgain("SIGTERM"));
      case "kill":
        return this.#outage(act, LINE_MS, () => this.#startAgain("SIGKILL"));
      case "go-offline":
        return this.#outage(act, LINE_MS, () => this.#goOffline());
      case "end-session":
        return this.#outage(act, SESSION_MS, () => this.#endSession());
    }
  }

  async #outage(act: string, mostMs: number, work: () => Promise<number | null>): Promise<void> {
    const recoveredMs = await work();
    this.#outages.push({ act, recoveredMs, mostMs });
    this.#say(`${act}: ${recoveredMs === null ? "never" : `${recoveredMs.toFixed(0)} ms`}`);
  }

  /** Stands still on the first scene, and counts what the wall holds. */
  async #look(): Promise<void> {
    await this.#standStill();
    await setTimeout(STAND_MS);
    this.#life.isResting = true;
    const sample = await this.#wall.sample();
    this.#life.isResting = false;
    this.#samples.push(sample);
    await this.#steer({ command: "resume" });
    this.#say(
      `heap ${sample.dataMb.toFixed(1)} MB, listeners ${sample.listeners}, scenes ${await this.#wall.steps()}`,
    );
  }

  /** On the first scene, for as long as it is not told to go on; told again where its line was just broken. */
  async #standStill(): Promise<void> {
    await until(async () => {
      await this.#steer({ command: "scene", scene: "overview" });
      await this.#steer({ command: "pause" });
      await setTimeout(3 * this.#plan.sceneS * 1000);
      return (await this.#wall.step()) === "overview" && (await this.#wall.isPaused());
    }, LINE_MS * 2);
  }

  async #steer(body: object): Promise<void> {
    await this.#admin.expect("POST", "/api/screen/steer", body);
    await setTimeout(300);
  }

  async #startAgain(signal: "SIGTERM" | "SIGKILL"): Promise<number | null> {
    await this.#server.end(signal);
    await setTimeout(3000);
    await this.#server.start();
    await this.#admin.expect("POST", "/api/account/demo", { account: "demo-admin" });
    return this.#untilCaughtUp();
  }

  async #goOffline(): Promise<number | null> {
    this.#line.cut();
    await setTimeout(this.#plan.offlineMs);
    const isSaid = !(await this.#wall.isLive());
    this.#line.mend();
    const caughtUpMs = await this.#untilCaughtUp();
    return isSaid ? caughtUpMs : null;
  }

  /** Withdraws the wall's right, waits until the wall says so, and lets it in again by a new link. */
  async #endSession(): Promise<number | null> {
    const begin = performance.now();
    await this.#admin.expect("DELETE", `/api/accounts/walls/${this.#link.id}`);
    const isSaid = await until(() => this.#wall.hasLostRight(), SESSION_MS);
    this.#link = await this.#admin.addWall("soak-wall");
    await this.#wall.enter(this.#link.token);
    const isBack = await until(async () => !(await this.#wall.hasLostRight()), SESSION_MS);
    if (!isSaid || !isBack || (await this.#untilCaughtUp()) === null) return null;
    return performance.now() - begin;
  }

  /** Until the wall shows a report that came just now: commands and figures reach it again. */
  async #untilCaughtUp(): Promise<number | null> {
    const begin = performance.now();
    const isCaughtUp = await until(async () => {
      if (!(await this.#wall.isLive())) return false;
      const before = await this.#wall.step();
      await this.#admin.send("POST", "/api/screen/steer", { command: "next" });
      await setTimeout(1200);
      return before !== (await this.#wall.step());
    }, LINE_MS * 2);
    return isCaughtUp ? performance.now() - begin : null;
  }

  async #noteDay(): Promise<void> {
    const text = await this.#wall.page
      .locator(".wall-clock span")
      .textContent()
      .catch(() => null);
    if (text) this.#days.add(text);
  }

  /** The figures of the wall, and those of the API at the moment that the wall's are of. */
  async #compareFigures(): Promise<SoakFacts["figures"]> {
    await this.#standStill();
    await setTimeout(6000);
    const candidates = [...new Set(this.#wall.momentsAsked)].toSorted().reverse();
    const wall = (await this.#wall.figures()).slice(0, 2);
    let api: number[] = [];
    for (const asOf of candidates) {
      const path = `/api/problems/count?asOf=${encodeURIComponent(asOf)}`;
      const { byStatus } = (await this.#admin.expect("GET", path)) as {
        byStatus?: { open: number; overdue: number };
      };
      api = [byStatus?.open ?? -1, byStatus?.overdue ?? -1];
      if (api.join() === wall.join()) break;
    }
    await this.#steer({ command: "resume" });
    return { wall, api };
  }
}

async function until(isDone: () => Promise<boolean>, withinMs: number): Promise<boolean> {
  const begin = performance.now();
  while (performance.now() - begin < withinMs) {
    if (await isDone().catch(() => false)) return true;
    await setTimeout(200);
  }
  return false;
}
