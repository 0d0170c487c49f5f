import { type PageUrl, readPageUrl, usePageUrl } from "./page-url.ts";
import { type Camera, readCamera } from "./url-state.ts";

const names = ["tab", "level", "zone", "at", "theme", "lang"] as const;

/** What a link to the page of borders can carry; `at` is where the map looks: lng,lat or lng,lat,zoom. */
export type ZonesUrl = PageUrl<(typeof names)[number]>;

export const zoneTabs = ["map", "history"] as const;
export type ZoneTab = (typeof zoneTabs)[number];

/** How near the map goes to a position that comes without a zoom. */
const NEAR_ZOOM = 16;

export const readZonesUrl = (search: Readonly<Record<string, unknown>>): ZonesUrl =>
  readPageUrl(names, search);

export function readZonesCamera(at: string | undefined): Camera | null {
  return readCamera(at) ?? readCamera(at && `${at},${NEAR_ZOOM}`);
}

export const useZonesUrl = () => usePageUrl("/zones", names);
