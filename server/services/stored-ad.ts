import type { AdRecord } from "../../domain/ads/ad-record.ts";
import type { StoredAd } from "../storage/storage.ts";
import type { ServiceContext } from "./service-context.ts";

/** An ad as services keep it: with the requests from the street that made it what it is, the last ones. */
export type KeptAd = AdRecord & { readonly clientIds?: readonly string[] };

const CLIENT_IDS_KEPT = 20;

/** A record to be kept, its version one more than the one before. */
export function storedAd(
  { city, actor, viewer }: ServiceContext,
  record: KeptAd,
  versionBefore: number,
): StoredAd {
  return {
    id: record.id,
    record,
    version: versionBefore + 1,
    changedAt: city.now(),
    account: actor,
    actorName: viewer?.name ?? actor,
  };
}

export function withClientId({ clientIds = [] }: KeptAd, clientId: string): readonly string[] {
  return [...clientIds, clientId].slice(-CLIENT_IDS_KEPT);
}
