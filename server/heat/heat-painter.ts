import { Worker } from "node:worker_threads";
import type { TileId } from "../../domain/spatial/web-mercator.ts";
import type { BandRamp } from "./band-image.ts";
import type { WeightedPoints } from "./weighted-points.ts";

export type HeatJob = {
  readonly id: number;
  readonly tile: TileId;
  /** Origin of the plane that the points are in. */
  readonly origin: readonly [lng: number, lat: number];
  readonly points: WeightedPoints;
  readonly bandwidthM: number;
  readonly ramp: BandRamp;
};

export type HeatResult = { readonly id: number; readonly png: Uint8Array };

/** Paints heat tiles in a thread of its own, so that no request waits for a kernel. The points are handed over. */
export type HeatPainter = {
  paint(job: Omit<HeatJob, "id">): Promise<Uint8Array>;
  close(): Promise<void>;
};

/** The thread starts with the first tile; if it dies its tiles fail and the next one starts another. */
export function heatPainter(): HeatPainter {
  let worker: Worker | null = null;
  let nextId = 0;
  const waiting = new Map<
    number,
    { resolve: (png: Uint8Array) => void; reject: (error: Error) => void }
  >();

  function started(): Worker {
    if (worker) return worker;
    const fresh = new Worker(new URL("./heat-worker.ts", import.meta.url));
    fresh.unref();
    fresh.on("message", ({ id, png }: HeatResult) => {
      waiting.get(id)?.resolve(png);
      waiting.delete(id);
    });
    fresh.on("error", (error) => fail(error));
    fresh.on("exit", () => fail(new Error("The heat painter stopped")));
    worker = fresh;
    return fresh;
  }

  function fail(error: Error): void {
    worker = null;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  }

  return {
    paint(job) {
      const id = nextId++;
      const { x, y, weight } = job.points;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        started().postMessage({ ...job, id }, [x.buffer, y.buffer, weight.buffer]);
      });
    },
    async close() {
      await worker?.terminate();
    },
  };
}
