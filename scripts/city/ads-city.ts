import { existsSync, readFileSync, statSync } from "node:fs";
import { AdInstance } from "../../domain/ads/ad-instance.ts";
import { networkOf } from "../../domain/ads/audit/audit.ts";
import { packInstance } from "../../domain/ads/pack-instance.ts";
import { planarInstance, planeOfRoads } from "../../domain/ads/planar-instance.ts";
import { withSitesAlongRoads } from "../../domain/ads/sites-along-roads.ts";
import { DomainError } from "../../domain/errors.ts";
import { AD_RULES_FILE, readAds } from "../../server/packs/read-ads.ts";
import { readPack } from "../../server/packs/read-pack.ts";
import { packFolder } from "./pack-folder.ts";

/** What ads are audited and planned on: a city pack, or an instance in a file of its own. */
export async function readAdCity(path: string): Promise<AdInstance> {
  const folder = packFolder(path);
  if (!existsSync(folder))
    throw new DomainError("unreadable-file", { file: path, seems: "missing" });
  if (!statSync(folder).isDirectory()) return readInstance(path);
  const { value: pack } = await readPack(folder);
  const { value: ads } = await readAds(pack);
  if (ads.rules) return withListedSites(packInstance(pack, ads, ads.rules));
  throw new DomainError("unreadable-file", { file: AD_RULES_FILE, seems: rulesSeem(folder) });
}

function withListedSites(instance: AdInstance): AdInstance {
  const network = networkOf(planarInstance(instance));
  return withSitesAlongRoads(instance, network, planeOfRoads(instance));
}

function rulesSeem(folder: string): string {
  return existsSync(`${folder}/${AD_RULES_FILE}`) ? "unreadable" : "missing";
}

function readInstance(path: string): AdInstance {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, "utf8"));
  } catch {
    throw new DomainError("unreadable-file", { file: path, seems: "not-json" });
  }
  const read = AdInstance.safeParse(content);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const problem = `${path}: ${issue?.path.join(".")}: ${issue?.message}`;
  throw new DomainError("usage", { command: "ads", problem });
}
