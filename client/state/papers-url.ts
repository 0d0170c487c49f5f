import { type PageUrl, type PageUrlChange, readPageUrl, usePageUrl } from "./page-url.ts";

const names = [
  "tab",
  "zone",
  "class",
  "sign",
  "on",
  "size",
  "orientation",
  "colour",
  "role",
  "week",
  "unit",
  "open",
  "by",
  "theme",
  "lang",
] as const;

/** What a link to the page of papers can carry; `on` and `by` are days, `zone` and `unit` ids, `sign` the board that is shown. */
export type PapersUrl = PageUrl<(typeof names)[number]>;
export type PapersUrlChange = PageUrlChange<(typeof names)[number]>;

export const paperTabs = ["signs", "map", "briefs", "orders"] as const;
export type PaperTab = (typeof paperTabs)[number];

export const readPapersUrl = (search: Readonly<Record<string, unknown>>): PapersUrl =>
  readPageUrl(names, search);

export const usePapersUrl = () => usePageUrl("/papers", names);
