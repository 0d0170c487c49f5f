import { type PageUrl, readPageUrl, usePageUrl } from "./page-url.ts";
import { type Camera, readCamera } from "./url-state.ts";

const names = [
  "mode",
  "zone",
  "unit",
  "group",
  "status",
  "plan",
  "compare",
  "pair",
  "show",
  "map",
  "blocked",
  "tab",
  "subject",
  "pick",
  "at",
  "theme",
  "lang",
] as const;

/**
 * What a link to the page of ads can carry: `plan`, `compare` and `pair` are ids of plans, `show=after` the audit as the plan will
 * leave it, `subject` the theme that the map brings out, `pick` what is looked at (road:, ad:, site:), `at` where the map
 * looks.
 */
export type AdsUrl = PageUrl<(typeof names)[number]>;

export const adsModes = ["audit", "plan", "compare"] as const;
export type AdsMode = (typeof adsModes)[number];

/** What the map tells of roads and ads. */
export const adsMapModes = ["density", "gaps", "sides", "themes"] as const;
export type AdsMapMode = (typeof adsMapModes)[number];

/** By what the audit is summed up. */
export const adsTabs = ["group", "zone", "unit"] as const;
export type AdsTab = (typeof adsTabs)[number];

/** A road by its key, an ad that stands by its id (a repair is one), a place for a new one by its. */
const pickedKinds = ["road", "ad", "site"] as const;
export type AdsPicked = { readonly kind: (typeof pickedKinds)[number]; readonly id: string };

export function readAdsPicked(text: string | undefined): AdsPicked | null {
  const at = (text ?? "").indexOf(":");
  const kind = pickedKinds.find((known) => known === text?.slice(0, at));
  const id = text?.slice(at + 1) ?? "";
  return kind !== undefined && id !== "" ? { kind, id } : null;
}

export function adsPickedText({ kind, id }: AdsPicked): string {
  return `${kind}:${id}`;
}

export const readAdsUrl = (search: Readonly<Record<string, unknown>>): AdsUrl =>
  readPageUrl(names, search);

export function readAdsCamera(at: string | undefined): Camera | null {
  return readCamera(at);
}

export const useAdsUrl = () => usePageUrl("/ads", names);
