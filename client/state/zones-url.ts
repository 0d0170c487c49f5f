import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { type Camera, readCamera } from "./url-state.ts";

const names = ["tab", "level", "zone", "at", "theme", "lang"] as const;

/** What a link to the page of borders can carry; `at` is where the map looks: lng,lat or lng,lat,zoom. */
export type ZonesUrl = Partial<Record<(typeof names)[number], string>>;
export type ZonesUrlChange = { [K in keyof ZonesUrl]?: ZonesUrl[K] | undefined };

export const zoneTabs = ["map", "history"] as const;
export type ZoneTab = (typeof zoneTabs)[number];

/** How near the map goes to a position that comes without a zoom. */
const NEAR_ZOOM = 16;

export function readZonesUrl(search: Readonly<Record<string, unknown>>): ZonesUrl {
  const url: ZonesUrl = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === "string" && value !== "") url[name] = value;
  }
  return url;
}

export function readZonesCamera(at: string | undefined): Camera | null {
  return readCamera(at) ?? readCamera(at && `${at},${NEAR_ZOOM}`);
}

/**
 * The address of the page and how to change it; undefined takes a part away. Nobody on the way to another page is called
 * back: the map writes where it looks whenever it comes to rest.
 */
export function useZonesUrl(): readonly [url: ZonesUrl, set: (change: ZonesUrlChange) => void] {
  const url: ZonesUrl = useSearch({ from: "/zones" });
  const navigate = useNavigate({ from: "/zones" });
  const router = useRouter();
  const set = useCallback(
    (change: ZonesUrlChange) => {
      if (router.history.location.pathname !== "/zones") return;
      void navigate({
        replace: true,
        search: (before: ZonesUrl) => {
          const after = Object.entries({ ...before, ...change });
          return Object.fromEntries(after.filter(([, value]) => value !== undefined));
        },
      });
    },
    [navigate, router],
  );
  return [url, set];
}
