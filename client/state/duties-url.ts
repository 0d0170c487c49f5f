import { type PageUrl, readPageUrl, usePageUrl } from "./page-url.ts";

const names = ["tab", "on", "role", "q", "unit", "all", "kind", "theme", "lang"] as const;

/** What a link to the duty page can carry; `on` is a day, `all` says 1 for the whole history. */
export type DutiesUrl = PageUrl<(typeof names)[number]>;

export const dutyTabs = ["table", "defects", "history"] as const;
export type DutyTab = (typeof dutyTabs)[number];

export const readDutiesUrl = (search: Readonly<Record<string, unknown>>): DutiesUrl =>
  readPageUrl(names, search);

export const useDutiesUrl = () => usePageUrl("/duties", names);
