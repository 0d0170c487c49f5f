import { parentPort, workerData } from "node:worker_threads";
import type { CityPack } from "../../domain/city-pack.ts";
import { ProblemId } from "../../domain/ids.ts";
import type { Problem } from "../../domain/problem.ts";
import { makeBenchCity } from "../demo-city/bench/bench-city.ts";

export type MakerOrder = {
  readonly rows: number;
  readonly seed: number;
  readonly chunkSize: number;
  /** Counted up by the listener for each message that it wants after the pack. */
  readonly go: Int32Array<SharedArrayBuffer>;
};

export type MakerMessage =
  | { readonly kind: "pack"; readonly pack: CityPack }
  | { readonly kind: "chunk"; readonly problems: readonly Problem[] }
  | { readonly kind: "end" };

const { rows, seed, chunkSize, go } = workerData as MakerOrder;
let sent = 0;

const city = makeBenchCity({ rows, seed });
parentPort?.postMessage({ kind: "pack", pack: city.pack } satisfies MakerMessage);
let problems: Problem[] = [];
let number = 0;
city.emitProblems((problem) => {
  problems.push({ ...problem, id: dailyId(problem.reportedAt, number++) });
  if (problems.length < chunkSize) return;
  send({ kind: "chunk", problems });
  problems = [];
});
if (problems.length > 0) send({ kind: "chunk", problems });
send({ kind: "end" });

/** Waits until the listener asks for it. */
function send(message: MakerMessage): void {
  for (let asked = Atomics.load(go, 0); asked <= sent; asked = Atomics.load(go, 0)) {
    Atomics.wait(go, 0, asked);
  }
  sent++;
  parentPort?.postMessage(message);
}

/** Ids as a city gives them out: the day and a running number, not the copy that a report was made in. */
function dailyId(reportedAt: number, running: number): ProblemId {
  const day = new Date(reportedAt).toISOString().slice(0, 10).replaceAll("-", "");
  return ProblemId.parse(`YZ${day}-${String(running % 100_000).padStart(5, "0")}`);
}
