import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { seededRandom } from "../demo-city/random.ts";
import { fillCity } from "./load/fill-city.ts";
import { type Load, type Read, runLoad, type Sent } from "./load/load-stage.ts";
import { openScreens, type Screens } from "./load/open-screens.ts";
import { proofDatabase } from "./proof-database.ts";
import { proofOptions } from "./proof-options.ts";
import { startServer } from "./server-process.ts";

const DEMO = fileURLToPath(new URL("../../data/packs/demo", import.meta.url));
/** Slower than this at the 99th percentile, and it has broken. */
const BROKEN_MS = 200;
/** What is still on its way to a screen when a stage ends. */
const LAST_WORDS_MS = 1000;
/** How often the load is doubled or halved. */
const MOST_STEPS = 5;

export type LoadFigures = {
  readonly reportsPerSecond: number;
  readonly readsPerSecond: number;
  readonly sent: { readonly reports: number; readonly reads: number };
  readonly readMs: Quantiles;
  readonly readMsByKind: Readonly<Record<string, Quantiles>>;
  readonly reportMs: Quantiles;
  /** From when a report was due to when a screen heard of it, over all screens. */
  readonly heardMs: Quantiles;
  /** Reports times screens that heard nothing in time. */
  readonly unheard: number;
  readonly errors: number;
  readonly firstError: string | null;
  /** Memory of the server, MB. */
  readonly serverMB: number | null;
  /** Of the machine, over the last minute. */
  readonly loadAverage: number;
};

type Quantiles = { readonly p50: number; readonly p99: number; readonly max: number };

/**
 * `npm run proof -- load`: a city of a million problems, looked at and written to at once, then more until it breaks or less
 * until it holds.
 */
export async function run(args: readonly string[]): Promise<number> {
  const { numbers, words } = proofOptions(
    args,
    { problems: 1_000_000, screens: 200, reports: 50, seconds: 60, leaders: 100, servers: 1 },
    ["database"],
  );
  const database = await proofDatabase(words.database);
  const folder = mkdtempSync(join(tmpdir(), "wangge-load-"));
  const state = (name: string) => ({
    packFolder: DEMO,
    stateFolder: join(folder, name),
    databaseUrl: database.url,
  });
  const stops: (() => unknown)[] = [database.close, () => rmSync(folder, { recursive: true })];
  try {
    const began = performance.now();
    const { problems, people } = await fillCity(state("first"), numbers.problems);
    console.error(`${problems} problems stored in ${seconds(performance.now() - began)} s`);
    const written = await startServer(state("first"));
    stops.unshift(written.kill);
    console.error(`ready in ${seconds(written.readyMs)} s`);
    // A second process over the same database: what is written at the one is heard at the other.
    const read = numbers.servers > 1 ? await startServer(state("second")) : written;
    if (read !== written) stops.unshift(read.kill);
    const screens = await openScreens(read.url, numbers.screens);
    stops.unshift(screens.close);
    const stage = await stages(written.url, read, screens, people.slice(0, numbers.leaders));
    // A server that nobody has asked anything yet compiles as it goes; what its first seconds are like is printed apart.
    console.error("first seconds:", JSON.stringify((await stage(warmUp(numbers))).readMs));
    await climb(stage, numbers);
    return 0;
  } finally {
    for (const stop of stops) await stop();
  }
}

/** A few seconds of half the load asked for. */
function warmUp({ reports, leaders }: Pick<Asked, "reports" | "leaders">): Load {
  return { seconds: 6, reportsPerSecond: reports / 2, readsPerSecond: leaders / 10 };
}

type Stage = (load: Load) => Promise<LoadFigures>;

type Asked = { readonly reports: number; readonly leaders: number; readonly seconds: number };

/** The load asked for; then twice as much, and again, until it breaks; or half as much, and again, until it holds. */
async function climb(stage: Stage, asked: Asked): Promise<void> {
  const holds = await holdsAt(stage, asked, 1, asked.seconds);
  const factor = holds ? 2 : 0.5;
  for (let step = 1; step <= MOST_STEPS; step++) {
    const times = factor ** step;
    if ((await holdsAt(stage, asked, times, Math.ceil(asked.seconds / 4))) === holds) continue;
    console.log(`holds ${holds ? times / 2 : times} times the load asked for, not twice that`);
    return;
  }
  console.log(`${holds ? "holds" : "breaks at"} ${factor ** MOST_STEPS} times the load asked for`);
}

async function holdsAt(
  stage: Stage,
  { reports, leaders }: Asked,
  times: number,
  seconds: number,
): Promise<boolean> {
  const figures = await stage({
    seconds,
    reportsPerSecond: reports * times,
    // Each leader looks at the own page, the counts and a piece of the map, every fifteen seconds.
    readsPerSecond: (leaders / 5) * times,
  });
  console.log(JSON.stringify(figures));
  const worst = Math.max(figures.readMs.p99, figures.reportMs.p99, figures.heardMs.p99);
  return worst <= BROKEN_MS && figures.errors === 0;
}

async function stages(
  writeUrl: string,
  read: { readonly url: string; readonly pid: number },
  screens: Screens,
  people: readonly string[],
): Promise<Stage> {
  const positions = await somePositions(read.url);
  const random = seededRandom(1);
  const reads = readsOf(people, positions);
  return async (load) => {
    const sent = await runLoad({ write: writeUrl, read: read.url }, load, reads, positions, random);
    await setTimeout(LAST_WORDS_MS);
    return figuresOf(load, sent, screens, read.pid);
  };
}

function readsOf(
  people: readonly string[],
  positions: readonly (readonly [number, number])[],
): Read[] {
  return people.flatMap((person, i) => {
    const name = encodeURIComponent(person);
    const [lng = 0, lat = 0] = positions[i % positions.length] ?? [];
    const z = 13;
    const x = Math.floor(((lng + 180) / 360) * 2 ** z);
    const radians = (lat * Math.PI) / 180;
    const y = Math.floor(((1 - Math.asinh(Math.tan(radians)) / Math.PI) / 2) * 2 ** z);
    return [
      { name: "my", path: `/api/my?person=${name}` },
      { name: "count", path: `/api/problems/count?person=${name}` },
      { name: "clusters", path: `/api/problems/clusters/${z}/${x}/${y}` },
    ];
  });
}

async function somePositions(url: string): Promise<(readonly [number, number])[]> {
  const page = await (await fetch(`${url}/api/problems?limit=1000`)).json();
  const { features } = page as {
    features: { geometry: { coordinates: [number, number] } | null }[];
  };
  return features.flatMap(({ geometry }) => (geometry ? [geometry.coordinates] : []));
}

function figuresOf(load: Load, sent: Sent, screens: Screens, pid: number): LoadFigures {
  const { reports, reportMs, readMs, errors } = sent;
  const heardMs = [...reports].flatMap(([id, due]) =>
    (screens.heard.get(id) ?? []).map((at) => at - due),
  );
  const kinds = Object.entries(readMs);
  return {
    reportsPerSecond: load.reportsPerSecond,
    readsPerSecond: load.readsPerSecond,
    sent: { reports: reportMs.length, reads: kinds.flatMap(([, times]) => times).length },
    readMs: quantiles(kinds.flatMap(([, times]) => times)),
    readMsByKind: Object.fromEntries(kinds.map(([name, times]) => [name, quantiles(times)])),
    reportMs: quantiles(reportMs),
    heardMs: quantiles(heardMs),
    unheard: reports.size * screens.count - heardMs.length + screens.broken(),
    errors: errors.length,
    firstError: errors[0] ?? null,
    serverMB: memoryOf(pid),
    loadAverage: loadavg()[0] ?? 0,
  };
}

/** Null where the system does not tell. */
function memoryOf(pid: number): number | null {
  try {
    const kB = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kB === undefined ? null : Math.round(Number(kB) / 1024);
  } catch {
    return null;
  }
}

function quantiles(times: readonly number[]): Quantiles {
  const sorted = Float64Array.from(times).sort();
  const at = (share: number) => round(sorted[Math.ceil(share * sorted.length) - 1] ?? 0);
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}

function seconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
