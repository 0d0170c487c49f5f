import { type PageUrl, readPageUrl, usePageUrl } from "./page-url.ts";

const names = ["days", "by", "zone", "theme", "lang"] as const;

/** What a link to the page of handling can carry: the last so many days, the table's groups, one zone. */
export type QualityUrl = PageUrl<(typeof names)[number]>;

export const qualityDays = ["7", "30", "90", "365"] as const;

export const readQualityUrl = (search: Readonly<Record<string, unknown>>): QualityUrl =>
  readPageUrl(names, search);

export const useQualityUrl = () => usePageUrl("/quality", names);
