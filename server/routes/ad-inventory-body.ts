import type { PlacedAd } from "../../domain/ads/inventory/placed-ad.ts";
import type { InventoryAd } from "../../domain/contract/ads-inventory.ts";
import type { CityClock } from "../../domain/time.ts";
import { type Reader, shownText } from "../access/shown-problem.ts";
import type { KnownAd } from "../ads/inventory/ad-inventory.ts";

/** Names that uploads get; a picture of another name was said by a table and is not here. */
const UPLOADED = /^[0-9a-f]{24}\.jpg$/;

export function inventoryAd(
  { record, kept }: KnownAd,
  placed: PlacedAd | undefined,
  { clock, viewer }: { readonly clock: CityClock; readonly viewer: Reader },
): InventoryAd {
  const { id, carrier, theme, state, facing, repairCost, unitId, x, y, photo, note } = record;
  return {
    id,
    carrier: carrier ?? null,
    theme: theme ?? null,
    state,
    facing: facing ?? null,
    repairCost: repairCost ?? null,
    unitId: unitId ?? null,
    position: [x, y],
    photo: photo ?? null,
    hasPhoto: UPLOADED.test(photo ?? ""),
    note: shownText(viewer, note ?? null),
    version: kept?.version ?? 0,
    changedAt: kept ? clock.toIso(kept.changedAt) : null,
    changedBy: kept?.actorName ?? null,
    road: placed?.road ? { ...placed.road } : null,
  };
}
