import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { CityPack } from "../../domain/city-pack.ts";
import type { Problem } from "../../domain/problem.ts";
import type { MakerMessage, MakerOrder } from "./maker-thread.ts";

export type MadeCity = {
  readonly pack: CityPack;
  /** Chunk by chunk, in order of time; the maker stands still while a chunk is looked at. */
  readonly chunks: AsyncIterable<readonly Problem[]>;
};

/**
 * A city made in a thread of its own, so that what the maker holds in memory is no burden on what is measured. Ten million
 * reports never stand in memory as objects.
 */
export async function madeCity(rows: number, seed: number, chunkSize: number): Promise<MadeCity> {
  const go = new Int32Array(new SharedArrayBuffer(4));
  const order: MakerOrder = { rows, seed, chunkSize, go };
  const worker = new Worker(new URL("./maker-thread.ts", import.meta.url), { workerData: order });
  const next = async () => {
    const [message] = await once(worker, "message");
    return message as MakerMessage;
  };
  const first = await next();
  if (first.kind !== "pack") throw new Error(`The maker began with ${first.kind}`);
  return { pack: first.pack, chunks: chunks(next, go, () => void worker.terminate()) };
}

async function* chunks(
  next: () => Promise<MakerMessage>,
  go: Int32Array<SharedArrayBuffer>,
  end: () => void,
): AsyncGenerator<readonly Problem[]> {
  for (;;) {
    const coming = next();
    Atomics.add(go, 0, 1);
    Atomics.notify(go, 0);
    const message = await coming;
    if (message.kind !== "chunk") break;
    yield message.problems;
  }
  end();
}
