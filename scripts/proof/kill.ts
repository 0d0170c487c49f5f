import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Random, seededRandom } from "../demo-city/random.ts";
import { cityAnswers, differences } from "./city-answers.ts";
import { checkLedger } from "./kill/check-ledger.ts";
import { Ledger } from "./kill/ledger.ts";
import { sendJson } from "./kill/send-json.ts";
import { storedRows } from "./kill/stored-rows.ts";
import { writeStorm } from "./kill/write-storm.ts";
import { proofDatabase } from "./proof-database.ts";
import { proofOptions } from "./proof-options.ts";
import { type ServerProcess, type ServerState, startServer } from "./server-process.ts";
import { tinyCity, writeTinyPack } from "./tiny-pack.ts";

export type KillProof = {
  readonly rounds: number;
  /** Writes that were acknowledged, those of the rounds alone. */
  readonly acknowledged: number;
  /** Killed while this many writes, over all rounds, had no answer. */
  readonly unanswered: number;
  /** Acknowledged and not there. */
  readonly lost: readonly string[];
  /** Done by half: counts that disagree, rows without their audit row. */
  readonly halves: readonly string[];
  /** What a server says from memory that a fresh one says otherwise. */
  readonly differences: readonly string[];
  readonly refusals: readonly string[];
  readonly slowestStartMs: number;
};

/** `npm run proof -- kill`: a server killed while it writes, again and again; nothing acknowledged may be lost. */
export async function run(args: readonly string[]): Promise<number> {
  const { numbers, words } = proofOptions(args, { rounds: 200, seed: 1 }, ["database"]);
  const database = await proofDatabase(words.database);
  try {
    const tell = (round: number) => void (round % 10 === 0 && console.error(`${round} …`));
    const proof = await proveKill({ ...numbers, databaseUrl: database.url, tell });
    const { lost, ...figures } = proof;
    console.log(JSON.stringify({ ...figures, lost: lost.length }, null, 2));
    for (const each of lost) console.log(`lost: ${each}`);
    const isWhole = proof.halves.length + proof.differences.length + proof.refusals.length === 0;
    return isWhole && lost.length === 0 ? 0 : 1;
  } finally {
    await database.close();
  }
}

type KillOptions = {
  readonly rounds: number;
  readonly seed: number;
  readonly databaseUrl: string | null;
  readonly tell?: (round: number) => void;
};

/** Over a tiny city in a folder of its own, gone afterwards. */
export async function proveKill({
  rounds,
  seed,
  databaseUrl,
  tell,
}: KillOptions): Promise<KillProof> {
  const folder = mkdtempSync(join(tmpdir(), "wangge-kill-"));
  const state = {
    packFolder: join(folder, "pack"),
    stateFolder: join(folder, "state"),
    databaseUrl,
  };
  writeTinyPack(state.packFolder);
  const random = seededRandom(seed);
  const found = newFindings();
  let server = await startServer(state);
  try {
    for (let round = 1; round <= rounds; round++) {
      server = await killedRound(server, state, round, random.fork(`round ${round}`), found);
      tell?.(round);
    }
    return found.proof(rounds);
  } finally {
    await server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

function newFindings() {
  const ledger = new Ledger();
  const lost: string[] = [];
  const halves: string[] = [];
  const differences: string[] = [];
  let [acknowledged, unanswered, slowestStartMs] = [0, 0, 0];
  return {
    ledger,
    lost,
    halves,
    differences,
    started(ms: number) {
      slowestStartMs = Math.max(slowestStartMs, ms);
    },
    /** Before what was in doubt is sent again. */
    stormed(acknowledgedNow: number, unansweredNow: number) {
      acknowledged += acknowledgedNow;
      unanswered += unansweredNow;
    },
    proof: (rounds: number): KillProof => ({
      rounds,
      acknowledged,
      unanswered,
      lost,
      halves,
      differences,
      refusals: ledger.refusals,
      slowestStartMs: Math.round(slowestStartMs),
    }),
  };
}

type Findings = ReturnType<typeof newFindings>;

/** Every third round the storm ends first: then memory is compared with that of the server after it. */
const CALM_EVERY = 3;

async function killedRound(
  server: ServerProcess,
  state: ServerState,
  round: number,
  random: Random,
  found: Findings,
): Promise<ServerProcess> {
  const { ledger } = found;
  const since = { reports: ledger.reports.length, urges: ledger.urges.length };
  const known = ledger.acknowledged;
  const storm = writeStorm(server.url, round, random, ledger);
  await setTimeout(random.between(50, 1500));
  const isCalm = round % CALM_EVERY === 0;
  if (isCalm) {
    storm.calm();
    await storm.over;
  }
  const before = isCalm ? await cityAnswers(server.url) : null;
  await server.kill();
  await storm.over;
  found.stormed(ledger.acknowledged - known, unansweredIn(ledger, since));

  const next = await startServer(state);
  found.started(next.readyMs);
  if (before) found.differences.push(...differences(before, await cityAnswers(next.url)));
  found.lost.push(...(await checkLedger(next.url, ledger, since)));
  found.halves.push(...(await halvesOf(next, state, ledger)));
  return next;
}

function unansweredIn(ledger: Ledger, since: { reports: number; urges: number }): number {
  const reports = ledger.reports.slice(since.reports);
  const urges = ledger.urges.slice(since.urges);
  return (
    reports.filter(({ id, isInDoubt }) => id === null || isInDoubt).length +
    urges.filter(({ isAcknowledged }) => !isAcknowledged).length
  );
}

/** Rows, counts of the server and the ledger must agree, and no row may stand without what belongs to it. */
async function halvesOf(
  { url }: ServerProcess,
  state: ServerState,
  ledger: Ledger,
): Promise<string[]> {
  const rows = await storedRows(state);
  const health = await sendJson(url, "GET", "/api/health", undefined);
  const expected = tinyCity.problemIds.length + ledger.reports.length;
  const told: number = health?.body.problems;
  const counts =
    told === rows.reports && rows.reports === expected
      ? []
      : [`counted ${told}, stored ${rows.reports}, sent ${expected}`];
  const broken = Object.entries(rows.broken).filter(([, number]) => number !== 0);
  return [...counts, ...broken.map(([what, number]) => `${number} ${what}`)];
}
