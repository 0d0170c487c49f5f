import { type PageUrl, type PageUrlChange, readPageUrl, usePageUrl } from "./page-url.ts";
import type { FilterParams } from "./url-state.ts";

/** Filters that a queue is narrowed by; the queue itself says stage and time limit. */
export const deskFilterNames = [
  "category",
  "source",
  "zone",
  "unit",
  "assignee",
  "person",
  "line",
  "block",
  "from",
  "to",
] as const;
const names = [...deskFilterNames, "queue", "pick", "theme", "lang"] as const;
type DeskUrlName = (typeof names)[number];

/** What a link to the inbox can carry; `pick` is the report that is open. */
export type DeskUrl = PageUrl<DeskUrlName>;

export function readDeskUrl(search: Readonly<Record<string, unknown>>): DeskUrl {
  return readPageUrl(names, search);
}

/** The part of the address that every queue is filtered by. */
export function deskFilter(url: DeskUrl): FilterParams {
  return readPageUrl(deskFilterNames, url);
}

/** The address of the inbox and how to change it; undefined takes a part away. */
export function useDeskUrl(): readonly [
  url: DeskUrl,
  set: (change: PageUrlChange<DeskUrlName>) => void,
] {
  return usePageUrl("/desk", names);
}
