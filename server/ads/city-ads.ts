import { stat } from "node:fs/promises";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { LRUCache } from "lru-cache";
import { AdRecord } from "../../domain/ads/ad-record.ts";
import { AdRuleSet } from "../../domain/ads/ad-rules.ts";
import type { AdStamp } from "../../domain/contract/ads.ts";
import type { City } from "../city/city.ts";
import {
  AD_CANDIDATES_FILE,
  AD_FORBIDDEN_FILE,
  AD_HOARDINGS_FILE,
  AD_RULES_FILE,
  AD_SCREENS_FILE,
  ADS_FILE,
  readAdRules,
} from "../packs/read-ads.ts";
import { MANIFEST_FILE } from "../packs/read-manifest.ts";
import { PLACES_FILE } from "../packs/read-places.ts";
import { ROADS_FILE } from "../packs/read-roads.ts";
import type { AdCityCalls } from "./ad-city-calls.ts";
import type { Loaded } from "./ad-city-model.ts";
import { type Answer, type Caller, threadCaller } from "./thread-calls.ts";

/** What an audit is made of, besides what is kept in storage. */
const FILES = [
  AD_RULES_FILE,
  ADS_FILE,
  AD_CANDIDATES_FILE,
  AD_FORBIDDEN_FILE,
  AD_HOARDINGS_FILE,
  AD_SCREENS_FILE,
  ROADS_FILE,
  PLACES_FILE,
  MANIFEST_FILE,
] as const;

/** Characters of answers that are kept. */
const KEPT_CHARACTERS = 32_000_000;

/** The rules for the city's ads as they are now. */
export type ReadyAds = {
  /** Those saved last, else the pack's. */
  readonly rules: AdRuleSet | null;
  readonly packRules: AdRuleSet | null;
  /** The pack has a file of rules, readable or not. */
  readonly isRulesFileThere: boolean;
  /** When they were read, epoch ms. */
  readonly at: number;
};

/** The calls that answer text: kept until something changes. */
type TextCall = {
  [N in keyof AdCityCalls]: Answer<AdCityCalls, N> extends string ? N : never;
}[keyof AdCityCalls];

type Thread = { readonly worker: Worker; readonly call: Caller<AdCityCalls> };

/**
 * A city's ads, which live in a thread of their own: roads, audits and plans of a large city take seconds. They are read again
 * when a file, a kept ad, the rules, a duty or a border changes, once somebody asks; a reading that failed is tried again.
 */
export class CityAds {
  readonly #city: City;
  readonly #folder: string;
  readonly #texts = new LRUCache<string, string>({
    maxSize: KEPT_CHARACTERS,
    sizeCalculation: (text) => text.length + 1,
  });
  #thread: Thread | null = null;
  #version: readonly unknown[] = [];
  #ready: Promise<ReadyAds> | null = null;
  #loaded: Promise<Loaded> | null = null;

  constructor(city: City, folder: string) {
    this.#city = city;
    this.#folder = folder;
  }

  /** Cheap: nothing but the rules is read. */
  async ready(): Promise<ReadyAds> {
    const stamps = await Promise.all(FILES.map((file) => stampOf(join(this.#folder, file))));
    const { tables, adsVersion } = this.#city;
    const { duties, zones } = tables.registry;
    const version = [...stamps, adsVersion, duties, zones];
    const isSame = version.every((each, i) => each === this.#version[i]);
    if (this.#ready && isSame) return this.#ready;
    const ready = this.#readRules(stamps[0] !== null);
    [this.#version, this.#ready, this.#loaded] = [version, ready, null];
    this.#texts.clear();
    ready.catch(() => {
      if (this.#ready === ready) this.#ready = null;
    });
    return ready;
  }

  /** Of roads, places, ads and sites: the same for the same content. */
  async dataVersion(): Promise<string> {
    const { data } = await this.#load();
    return data;
  }

  /** Asks about the ads as `ready` found them last. */
  async ask<N extends keyof AdCityCalls>(
    name: N,
    asked: Parameters<AdCityCalls[N]>[0],
  ): Promise<Answer<AdCityCalls, N>> {
    await this.#load();
    return this.#caller()(name, asked);
  }

  /** The same for calls that answer text, which is kept. */
  async text<N extends TextCall>(name: N, asked: Parameters<AdCityCalls[N]>[0]): Promise<string> {
    const key = JSON.stringify([name, asked]);
    const known = this.#texts.get(key);
    if (known !== undefined) return known;
    const version = this.#version;
    const text = String(await this.ask(name, asked));
    if (this.#version === version) this.#texts.set(key, text);
    return text;
  }

  async close(): Promise<void> {
    await this.#thread?.worker.terminate();
  }

  async #readRules(isRulesFileThere: boolean): Promise<ReadyAds> {
    const { storage, now } = this.#city;
    const sets = await storage.adRuleSets();
    const packRules = isRulesFileThere ? (await readAdRules(this.#folder)).value : null;
    const rules = sets[0] ? AdRuleSet.parse(sets[0].rules) : packRules;
    return { rules, packRules, isRulesFileThere, at: now() };
  }

  #load(): Promise<Loaded> {
    if (this.#loaded) return this.#loaded;
    const loaded = this.#readAll();
    this.#loaded = loaded;
    loaded.catch(() => {
      if (this.#loaded === loaded) this.#loaded = null;
    });
    return loaded;
  }

  async #readAll(): Promise<Loaded> {
    const { storage, tables } = this.#city;
    const [kept, zoneVersions] = await Promise.all([storage.ads(), storage.zoneVersions()]);
    return this.#caller()("load", {
      folder: this.#folder,
      records: kept.map(({ record }) => AdRecord.parse(record)),
      duties: tables.registry.duties,
      zoneVersions,
    });
  }

  #caller(): Caller<AdCityCalls> {
    if (this.#thread) return this.#thread.call;
    const worker = new Worker(new URL("./ad-city-thread.ts", import.meta.url));
    const thread = { worker, call: threadCaller<AdCityCalls>(worker) };
    worker.unref();
    worker.once("exit", () => {
      if (this.#thread !== thread) return;
      this.#thread = null;
      this.#loaded = null;
    });
    this.#thread = thread;
    return thread.call;
  }
}

/** What figures under some rules were made from. */
export async function stampOfAds(
  ads: CityAds,
  { at }: ReadyAds,
  rules: AdRuleSet,
  city: City,
): Promise<AdStamp> {
  const { version, issuedOn, source } = rules;
  const data = await ads.dataVersion();
  return { rules: { version, issuedOn, source }, data, at: city.clock.toIso(at) };
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
