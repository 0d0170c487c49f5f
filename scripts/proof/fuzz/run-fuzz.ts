import fc from "fast-check";
import type { ServedCity } from "../served-city.ts";
import { type ApiDocument, type FuzzRequest, fuzzRequests } from "./fuzz-requests.ts";
import { hostileFiles, zipBombs } from "./hostile-files.ts";
import { faultOf } from "./judge-answer.ts";
import { rawSender, type Sender } from "./send-raw.ts";

export type FuzzOptions = {
  readonly requests: number;
  readonly seed: number;
  readonly answerWithinMs: number;
  /** Bombs take seconds each and are sent once. */
  readonly bombs: boolean;
  /** What no answer may name. */
  readonly ownPaths: readonly string[];
  readonly tell?: (sent: number) => void;
};

export type FuzzFigures = {
  readonly sent: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  readonly slowest: string;
  readonly faults: readonly FuzzFault[];
};

export type FuzzFault = { readonly request: FuzzRequest; readonly fault: string };

/** Requests that are made and sent at once, and between which health is asked for. */
const BATCH = 250;
/** Faults of one route that are kept: one cause is usually behind all of them. */
const FAULTS_A_ROUTE = 3;
/** Characters of an address that the server's own parser refuses, and hangs up on whoever still sends a body. */
const LONGEST_HEAD = 14_000;
/** Whose sessions are used: between them they may call every route. */
const ACCOUNTS = ["demo-admin", "demo-leader"];

/** Sends seeded requests to every route of a server and says what it did wrong. */
export async function runFuzz(served: ServedCity, options: FuzzOptions): Promise<FuzzFigures> {
  const document = await readJson(served.port, "/api/openapi.json");
  const files = hostileFiles();
  const tally = newTally(options);
  const sender = rawSender(served.port, options.answerWithinMs);
  try {
    for (let begun = 0; begun < options.requests; begun += BATCH) {
      const numRuns = Math.min(BATCH, options.requests - begun);
      const sessions = await openSessions(served.port);
      const arbitrary = fuzzRequests(document as ApiDocument, files, sessions);
      for (const request of fc.sample(arbitrary, { numRuns, seed: options.seed + begun })) {
        await tally.take(sender, request);
      }
      await requireHealth(served);
      options.tell?.(begun + numRuns);
    }
    if (options.bombs) for (const request of bombRequests()) await tally.take(sender, request);
    await requireHealth(served);
  } finally {
    sender.close();
  }
  return tally.figures();
}

function newTally({ answerWithinMs, ownPaths }: FuzzOptions) {
  const byStatus: Record<string, number> = {};
  const faults: FuzzFault[] = [];
  let [sent, slowestMs, slowest] = [0, 0, ""];
  return {
    async take(sender: Sender, request: FuzzRequest): Promise<void> {
      sent++;
      const found = (fault: string) => {
        const { route } = request;
        if (faults.filter((each) => each.request.route === route).length < FAULTS_A_ROUTE) {
          faults.push({ request, fault });
        }
      };
      try {
        const answer = await sender.send(request);
        byStatus[answer.status] = (byStatus[answer.status] ?? 0) + 1;
        if (answer.ms > slowestMs) {
          [slowestMs, slowest] = [answer.ms, `${request.method} ${request.path.slice(0, 200)}`];
        }
        const fault = faultOf(answer, answerWithinMs, ownPaths);
        if (fault !== null) found(fault);
      } catch (error) {
        if (request.path.length > LONGEST_HEAD) return;
        found(error instanceof Error ? error.message : String(error));
      }
    },
    figures: (): FuzzFigures => ({ sent, byStatus, slowestMs, slowest, faults }),
  };
}

function bombRequests(): FuzzRequest[] {
  return zipBombs().map(({ type, bytes }) => ({
    method: "POST",
    route: "/api/duties/import",
    path: "/api/duties/import?preview=1",
    headers: { "content-type": type },
    body: bytes,
  }));
}

/** Cookies of the accounts that still are; the requests may have closed earlier sessions. */
async function openSessions(port: number): Promise<string[]> {
  const cookies = ACCOUNTS.map(async (account) => {
    const answer = await fetch(`http://127.0.0.1:${port}/api/account/demo`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ account }),
    });
    await answer.arrayBuffer();
    return answer.headers.get("set-cookie")?.split(";")[0] ?? [];
  });
  return (await Promise.all(cookies)).flat();
}

/** Throws unless the server answers and memory counts as many reports as storage. */
async function requireHealth({ port, city }: ServedCity): Promise<void> {
  const health = (await readJson(port, "/api/health")) as { status: string; problems: number };
  const stored = await city.storage.countProblems();
  if (health.status !== "ok" || health.problems !== stored) {
    throw new Error(`not healthy: ${JSON.stringify(health)}, stored ${stored}`);
  }
}

async function readJson(port: number, path: string): Promise<unknown> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`);
  if (!answer.ok) throw new Error(`GET ${path}: ${answer.status}`);
  return answer.json();
}
