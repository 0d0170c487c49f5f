import { setTimeout } from "node:timers/promises";
import type { Random } from "../../demo-city/random.ts";
import { sendJson } from "../kill/send-json.ts";

/** What is asked of a server in a second of a stage. */
export type Load = {
  readonly seconds: number;
  readonly reportsPerSecond: number;
  readonly readsPerSecond: number;
};

export type Sent = {
  /** When it was due, milliseconds of `performance.now`: waiting in line counts. */
  readonly reports: ReadonlyMap<string, number>;
  readonly reportMs: readonly number[];
  readonly readMs: Readonly<Record<string, readonly number[]>>;
  readonly errors: readonly string[];
};

export type Read = { readonly name: string; readonly path: string };

const CATEGORIES = ["E0102", "E0504", "E0501"];

/**
 * Sends at fixed times whether or not earlier answers came, as people do: a server that falls behind shows it. `reads` are
 * asked in turn.
 */
export async function runLoad(
  url: { readonly write: string; readonly read: string },
  { seconds, reportsPerSecond, readsPerSecond }: Load,
  reads: readonly Read[],
  positions: readonly (readonly [number, number])[],
  random: Random,
): Promise<Sent> {
  const reports = new Map<string, number>();
  const reportMs: number[] = [];
  const readMs: Record<string, number[]> = {};
  const errors: string[] = [];

  async function report(number: number, due: number): Promise<void> {
    const answer = await sendJson(url.write, "POST", "/api/problems", {
      clientId: `load-${random.int(0, 2 ** 31 - 1)}-${number}`,
      category: random.pick(CATEGORIES),
      source: "hotline",
      position: random.pick(positions),
      description: "路边垃圾",
    });
    reportMs.push(performance.now() - due);
    if (answer?.status === 201) reports.set(answer.body.properties.id, due);
    else errors.push(`report: ${answer?.status} ${JSON.stringify(answer?.body)?.slice(0, 200)}`);
  }

  async function read(number: number, due: number): Promise<void> {
    const { name, path } = reads[number % reads.length] ?? { name: "health", path: "/api/health" };
    const answer = await fetch(`${url.read}${path}`).then(
      async (answer) => ({ status: answer.status, bytes: (await answer.arrayBuffer()).byteLength }),
      () => null,
    );
    const times = readMs[name] ?? [];
    readMs[name] = times;
    times.push(performance.now() - due);
    if (answer?.status !== 200) errors.push(`${path}: ${answer?.status}`);
  }

  const [reported, asked] = [
    atRate(reportsPerSecond, seconds, report),
    atRate(readsPerSecond, seconds, read),
  ];
  await Promise.all([reported, asked]);
  return { reports, reportMs, readMs, errors };
}

/** Calls so many times a second, evenly; resolves when all calls have. */
async function atRate(
  perSecond: number,
  seconds: number,
  call: (number: number, due: number) => Promise<void>,
): Promise<void> {
  const begin = performance.now();
  const running: Promise<void>[] = [];
  for (let number = 0; number < perSecond * seconds; number++) {
    const due = begin + (number * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await setTimeout(early);
    running.push(call(number, due));
  }
  await Promise.all(running);
}
