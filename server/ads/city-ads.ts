import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import {
  AD_CANDIDATES_FILE,
  AD_HOARDINGS_FILE,
  AD_RULES_FILE,
  AD_SCREENS_FILE,
  ADS_FILE,
} from "../packs/read-ads.ts";
import { MANIFEST_FILE } from "../packs/read-manifest.ts";
import { PLACES_FILE } from "../packs/read-places.ts";
import { ROADS_FILE } from "../packs/read-roads.ts";
import type { AdCityMessage, AuditedAds } from "./ad-city.ts";

/** What an audit is made of. */
const FILES = [
  AD_RULES_FILE,
  ADS_FILE,
  AD_CANDIDATES_FILE,
  AD_HOARDINGS_FILE,
  AD_SCREENS_FILE,
  ROADS_FILE,
  PLACES_FILE,
  MANIFEST_FILE,
] as const;

export type CityAds =
  | { readonly kind: "audited"; readonly ads: AuditedAds }
  | { readonly kind: "no-rules" | "rules-unreadable" };

/**
 * A pack's ads and their audit, made once a version of its files in a thread of its own: a large city takes seconds. One that
 * failed is tried again at the next call.
 */
export class CityAdsReader {
  readonly #folder: string;
  readonly #threads = new Set<Worker>();
  #version = "";
  #reading: Promise<CityAds> | null = null;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async read(): Promise<CityAds> {
    const stamps = await Promise.all(FILES.map((file) => stampOf(join(this.#folder, file))));
    if (stamps[0] === null) return { kind: "no-rules" };
    const version = stamps.join(" ");
    if (this.#reading && this.#version === version) return this.#reading;
    const reading = this.#readInThread();
    [this.#version, this.#reading] = [version, reading];
    reading.catch(() => {
      if (this.#reading === reading) this.#reading = null;
    });
    return reading;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#threads].map((worker) => worker.terminate()));
  }

  #readInThread(): Promise<CityAds> {
    return new Promise((resolve, reject) => {
      const url = new URL("./ad-city-worker.ts", import.meta.url);
      const worker = new Worker(url, { workerData: this.#folder });
      this.#threads.add(worker);
      worker.unref();
      worker.once("message", (ads: AdCityMessage) =>
        resolve(ads ? { kind: "audited", ads } : { kind: "rules-unreadable" }),
      );
      worker.once("error", reject);
      worker.once("exit", () => {
        this.#threads.delete(worker);
        reject(new Error("The audit of ads stopped"));
      });
    });
  }
}

/** Changes when a file does; null where there is none. */
async function stampOf(path: string): Promise<string | null> {
  try {
    const { mtimeMs, size } = await stat(path);
    return `${mtimeMs}:${size}`;
  } catch {
    return null;
  }
}
