import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import type { AdRecord } from "../../../domain/ads/ad-record.ts";
import { AdRuleSet } from "../../../domain/ads/ad-rules.ts";
import type { PlacedAd } from "../../../domain/ads/inventory/placed-ad.ts";
import type { City } from "../../city/city.ts";
import { AD_RULES_FILE, ADS_FILE } from "../../packs/read-ads.ts";
import { MANIFEST_FILE } from "../../packs/read-manifest.ts";
import { PLACES_FILE } from "../../packs/read-places.ts";
import { ROADS_FILE } from "../../packs/read-roads.ts";
import { type Answer, type Caller, threadCaller } from "../thread-calls.ts";
import type { LoadedPlacing, PlacingCalls, SnapAsked, Spots } from "./placing-calls.ts";

const FILES = [AD_RULES_FILE, ADS_FILE, ROADS_FILE, PLACES_FILE, MANIFEST_FILE] as const;

/** An ad as it is kept, with who sent it; see `registerAd`. */
export type KeptAdRecord = AdRecord & { readonly clientIds?: readonly string[] };

export type KnownAd = {
  readonly record: KeptAdRecord;
  /** Null: the pack's own. */
  readonly kept: {
    readonly version: number;
    readonly changedAt: number;
    readonly actorName: string;
  } | null;
};

/** By id, in the order of the ids. */
export type KnownAds = ReadonlyMap<string, KnownAd>;

type Ready = { readonly known: KnownAds; readonly hasRules: boolean };

/**
 * All ads of a city, the pack's and those kept here, and the roads that they serve. Roads are known to a thread of their own,
 * which no audit or plan holds up: whoever stands in the street waits for its answer.
 */
export class AdInventory {
  readonly #city: City;
  readonly #folder: string;
  #thread: { readonly worker: Worker; readonly call: Caller<PlacingCalls> } | null = null;
  #files = "";
  #loading: Promise<LoadedPlacing> | null = null;
  #rules = "";
  #version: readonly [LoadedPlacing, number] | null = null;
  #reading: Promise<Ready> | null = null;

  constructor(city: City, folder: string) {
    this.#city = city;
    this.#folder = folder;
  }

  async known(): Promise<KnownAds> {
    return (await this.#ready()).known;
  }

  /** In the order asked for; null where there are no rules to place them by. */
  async place(ads: readonly Placeable[]): Promise<PlacedAd[] | null> {
    if (!(await this.#ready()).hasRules) return null;
    if (ads.length === 0) return [];
    return this.#ask("place", { spots: spotsOf(ads) });
  }

  /** Those whose host is this road. */
  async hostedBy<T extends Placeable>(key: string, ads: readonly T[]): Promise<T[]> {
    if (!(await this.#ready()).hasRules) return [];
    const found = await this.#ask("hostedBy", { key, spots: spotsOf(ads) });
    return found.flatMap((i) => ads[i] ?? []);
  }

  async snap(asked: SnapAsked): Promise<Answer<PlacingCalls, "snap"> | null> {
    return (await this.#ready()).hasRules ? this.#ask("snap", asked) : null;
  }

  async close(): Promise<void> {
    await this.#thread?.worker.terminate();
  }

  /** Reads again what changed: the pack's files, kept ads, rules. One that failed is tried again at the next call. */
  async #ready(): Promise<Ready> {
    const loaded = await this.#load();
    const { adsVersion } = this.#city;
    const [before, version] = this.#version ?? [];
    if (this.#reading && before === loaded && version === adsVersion) return this.#reading;
    const reading = this.#read(loaded);
    this.#version = [loaded, adsVersion];
    this.#reading = reading;
    reading.catch(() => {
      if (this.#reading === reading) this.#reading = null;
    });
    return reading;
  }

  async #load(): Promise<LoadedPlacing> {
    const files = (
      await Promise.all(FILES.map((file) => stampOf(join(this.#folder, file))))
    ).join();
    if (this.#loading && this.#files === files) return this.#loading;
    const loading = this.#ask("load", { folder: this.#folder });
    [this.#files, this.#loading, this.#rules] = [files, loading, ""];
    loading.catch(() => {
      if (this.#loading === loading) this.#loading = null;
    });
    return loading;
  }

  async #read({ packAds, packRules }: LoadedPlacing): Promise<Ready> {
    const { storage } = this.#city;
    const [kept, [saved]] = await Promise.all([storage.ads(), storage.adRuleSets()]);
    const rules = saved ? AdRuleSet.parse(saved.rules) : packRules;
    const text = rules ? JSON.stringify(rules) : "";
    if (rules && text !== this.#rules) {
      await this.#ask("rules", { rules });
      this.#rules = text;
    }
    const known = new Map<string, KnownAd>(
      packAds.map((record) => [record.id, { record, kept: null }]),
    );
    for (const { id, record, version, changedAt, actorName } of kept) {
      // The cast holds because services write the column, see `storedAd`.
      const own = { version, changedAt, actorName };
      known.set(id, { record: record as KeptAdRecord, kept: own });
    }
    const inOrder = [...known].sort(([a], [b]) => (a < b ? -1 : 1));
    return { known: new Map(inOrder), hasRules: rules !== null };
  }

  #ask: Caller<PlacingCalls> = (name, asked) => this.#caller()(name, asked);

  #caller(): Caller<PlacingCalls> {
    if (this.#thread) return this.#thread.call;
    const worker = new Worker(new URL("./placing-thread.ts", import.meta.url));
    const thread = { worker, call: threadCaller<PlacingCalls>(worker) };
    worker.unref();
    worker.once("exit", () => {
      if (this.#thread === thread) this.#thread = null;
      [this.#loading, this.#reading, this.#rules] = [null, null, ""];
    });
    this.#thread = thread;
    return thread.call;
  }
}

export type Placeable = {
  readonly x: number;
  readonly y: number;
  readonly facing?: number | null | undefined;
};

export function spotsOf(ads: readonly (Placeable | null)[]): Spots {
  const spots = new Float64Array(3 * ads.length).fill(Number.NaN);
  ads.forEach((ad, i) => {
    if (ad) spots.set([ad.x, ad.y, ad.facing ?? Number.NaN], 3 * i);
  });
  return spots;
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
