import { isTooNear } from "../../domain/ads/audit/spacing.ts";
import { mayBeSame, SAME_PLACE_M } from "../../domain/ads/inventory/same-ad.ts";
import type { AdsNear } from "../../domain/contract/ads-inventory.ts";
import type { Reader } from "../access/shown-problem.ts";
import type { AdInventory, KnownAd } from "../ads/inventory/ad-inventory.ts";
import type { City } from "../city/city.ts";
import { inventoryAd } from "./ad-inventory-body.ts";

/** Ads that are listed. */
const RADIUS_M = 60;
/** No rules keep ads further apart than this: those that far are looked at, and listed where they are too near. */
const SPACING_MOST_M = 300;

export type AskedSpot = {
  readonly x: number;
  readonly y: number;
  readonly facing: number | null;
  readonly carrier: string | null;
};

/** What stands about a spot, and what an ad there would be. */
export async function adsNearBody(
  { tables, clock }: City,
  inventory: AdInventory,
  spot: AskedSpot,
  viewer: Reader,
): Promise<AdsNear> {
  const { x, y } = tables.plane;
  const around: (KnownAd & { readonly distanceM: number })[] = [];
  for (const known of (await inventory.known()).values()) {
    const { record } = known;
    const distanceM = Math.hypot(x(record.x) - x(spot.x), y(record.y) - y(spot.y));
    if (distanceM > SPACING_MOST_M || record.state === "removed") continue;
    around.push({ ...known, distanceM });
  }
  around.sort((a, b) => a.distanceM - b.distanceM || (a.record.id < b.record.id ? -1 : 1));
  const placed = await inventory.place([spot, ...around.map(({ record }) => record)]);
  const [own, ...others] = placed ?? [];
  const ads = around.map((known, i) => {
    const other = others[i];
    const { distanceM, record } = known;
    const asked = { ...spot, state: "ok" as const };
    return {
      ad: inventoryAd(known, other, { clock, viewer }),
      distanceM: Math.round(distanceM * 10) / 10,
      isTooNear: own && other ? isTooNear(own.space, other.space) : false,
      mayBeSame: distanceM <= SAME_PLACE_M && mayBeSame(record, asked),
    };
  });
  return {
    road: own?.road ?? null,
    missed: own?.missed ?? null,
    areas: [...(own?.areas ?? [])],
    hasRules: placed !== null,
    radiusM: RADIUS_M,
    ads: ads.filter(({ distanceM, isTooNear: isNear }) => distanceM <= RADIUS_M || isNear),
  };
}
