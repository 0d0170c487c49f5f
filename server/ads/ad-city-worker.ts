import { parentPort, workerData } from "node:worker_threads";
import { networkOf, surveyAds } from "../../domain/ads/audit/audit.ts";
import { auditReport } from "../../domain/ads/audit/audit-report.ts";
import { packInstance } from "../../domain/ads/pack-instance.ts";
import { planarInstance } from "../../domain/ads/planar-instance.ts";
import { readAds } from "../packs/read-ads.ts";
import { readPack } from "../packs/read-pack.ts";
import type { AdCityMessage } from "./ad-city.ts";

/** The other side of this thread gives the pack's folder. */
parentPort?.postMessage(await auditedAds(workerData as string));

async function auditedAds(folder: string): Promise<AdCityMessage> {
  const { value: pack } = await readPack(folder);
  const { value: ads } = await readAds(pack);
  if (!ads.rules) return null;
  const instance = packInstance(pack, ads, ads.rules);
  const planar = planarInstance(instance);
  const report = auditReport(surveyAds(planar, networkOf(planar)));
  return { instance, blocked: report.blocked, auditJson: JSON.stringify(report) };
}
