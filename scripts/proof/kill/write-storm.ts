import type { Random } from "../../demo-city/random.ts";
import { tinyCity } from "../tiny-pack.ts";
import type { Ledger, ReportEntry } from "./ledger.ts";
import { sendJson } from "./send-json.ts";

/** Writers that send at once, each as fast as it is answered. */
const WRITERS = 8;

export type Storm = {
  /** Resolves when the last writer has its last answer, or has lost the server. */
  readonly over: Promise<void>;
  /** No writer begins another write. */
  calm(): void;
};

/** Reports, changes, urges and duties, all at once, noted in the ledger as they are acknowledged. */
export function writeStorm(url: string, round: number, random: Random, ledger: Ledger): Storm {
  let isCalm = false;
  const writers = Array.from({ length: WRITERS }, async (_, i) => {
    const writer = aWriter(url, `${round}-${i}`, random.fork(`writer ${i}`), ledger);
    while (!isCalm && (await writer.write()));
  });
  return {
    over: Promise.all(writers).then(() => undefined),
    calm: () => {
      isCalm = true;
    },
  };
}

/** `write` answers false when the server is gone. */
function aWriter(url: string, name: string, random: Random, ledger: Ledger) {
  const own: ReportEntry[] = [];
  let count = 0;
  const post = (path: string, body: unknown) => sendJson(url, "POST", path, body);

  async function report(): Promise<boolean> {
    const clientId = `report-${name}-${++count}`;
    const body = {
      clientId,
      category: random.pick(tinyCity.categories),
      source: "hotline",
      position: anywhere(random),
      description: "路边垃圾".repeat(random.int(0, 50)),
    };
    const entry: ReportEntry = { clientId, body, id: null, version: 0, isInDoubt: false };
    ledger.reports.push(entry);
    const answer = await post("/api/problems", body);
    if (answer === null) return false;
    if (answer.status !== 201) return refused("report", answer);
    entry.id = answer.body.properties.id;
    entry.version = answer.body.properties.version;
    own.push(entry);
    return true;
  }

  async function change(entry: ReportEntry): Promise<boolean> {
    const action = entry.version % 2 === 1 ? "close" : "reopen";
    const body = random.chance(0.3)
      ? { action: "relocate", position: anywhere(random) }
      : { action };
    entry.isInDoubt = true;
    const answer = await sendJson(url, "PATCH", `/api/problems/${entry.id}`, body, {
      "if-match": String(entry.version),
    });
    if (answer === null) return false;
    entry.isInDoubt = false;
    // A relocation shifts whose turn it is to close: that refusal is in order.
    if (answer.status === 409 && answer.body.error.details.reason === "wrong-state") return true;
    if (answer.status !== 200) return refused("change", answer);
    entry.version = answer.body.properties.version;
    ledger.changes++;
    return true;
  }

  async function urge(): Promise<boolean> {
    const clientId = `urge-${name}-${++count}`;
    const body = { clientId, person: "市领导 01", note: "请尽快" };
    // Two of three of the pack's reports are open, and nobody closes them here.
    const problemId = `Q${random.int(0, 19) * 3 + 2}`;
    const entry = { clientId, problemId, body, isAcknowledged: false };
    ledger.urges.push(entry);
    const answer = await post(`/api/problems/${problemId}/urge`, body);
    if (answer === null) return false;
    if (answer.status !== 201) return refused("urge", answer);
    entry.isAcknowledged = true;
    return true;
  }

  async function assign(): Promise<boolean> {
    const person = `某人 ${name}-${++count}`;
    const entry: { person: string; id: string | null } = { person, id: null };
    ledger.duties.push(entry);
    const scope = { type: "zone", id: random.pick(tinyCity.zoneIds) };
    const answer = await post("/api/duties", {
      role: "grid-worker",
      person,
      scope,
      from: "2026-01-05",
    });
    if (answer === null) return false;
    if (answer.status !== 200) return refused("assign", answer);
    entry.id = answer.body.saved[0].id;
    return true;
  }

  function refused(what: string, { status, body }: { status: number; body: unknown }): boolean {
    ledger.refusals.push(`${what}: ${status} ${JSON.stringify(body).slice(0, 300)}`);
    return true;
  }

  return {
    write(): Promise<boolean> {
      const entry = own.length > 0 && random.chance(0.4) ? random.pick(own) : null;
      if (entry !== null) return change(entry);
      if (random.chance(0.15)) return urge();
      return random.chance(0.05) ? assign() : report();
    },
  };
}

function anywhere(random: Random): [number, number] {
  const [west, south, east, north] = tinyCity.bounds;
  // A coarse grid, so that many fall together and places recur.
  const step = (from: number, to: number) => from + ((to - from) * random.int(1, 39)) / 40;
  return [step(west, east), step(south, north)];
}
