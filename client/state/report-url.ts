import { type LookUrl, readLook } from "./read-look.ts";

/** What the address of the page for reporting holds. `as`: public, whoever is signed in; for posters and a try. */
export type ReportUrl = LookUrl & { readonly as?: "public" };

export function readReportUrl(search: Readonly<Record<string, unknown>>): ReportUrl {
  return { ...readLook(search), ...(search.as === "public" && { as: "public" }) };
}

/** What the address of the progress of a report holds beside its number. */
export type TrackUrl = LookUrl & { readonly code?: string };

export function readTrackUrl(search: Readonly<Record<string, unknown>>): TrackUrl {
  const { code } = search;
  return { ...readLook(search), ...(typeof code === "string" && code !== "" && { code }) };
}
