import { queryOptions } from "@tanstack/react-query";
import { AdsNear, InventoryAd, NewInventoryAd } from "../../domain/contract/ads-inventory.ts";
import { apiUrl, getJson, sendJson } from "./http.ts";

export type AdSpotAsked = {
  readonly position: readonly [lng: number, lat: number];
  readonly carrier: string | null;
  readonly facing: number | null;
};

/** What stands about a spot, and the road that an ad there would serve. */
export const adsNearQuery = ({ position: [lng, lat], carrier, facing }: AdSpotAsked) => {
  const query = {
    lng: lng.toFixed(7),
    lat: lat.toFixed(7),
    ...(carrier !== null && { carrier }),
    ...(facing !== null && { facing: String(facing) }),
  };
  return queryOptions({
    queryKey: ["ads-near", query],
    queryFn: ({ signal }) => getJson("ads/near", query, AdsNear, signal),
    retry: false,
    staleTime: 30_000,
  });
};

/** Throws an ApiError. */
export function sendAd(body: NewInventoryAd): Promise<InventoryAd> {
  return sendJson("POST", "ads/inventory", NewInventoryAd.parse(body), InventoryAd);
}

export function adPhotoUrl(id: string): string {
  return apiUrl(`ads/inventory/${encodeURIComponent(id)}/photo`, { size: "small" });
}
