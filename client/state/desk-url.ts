import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
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

/** What a link to the inbox can carry; `pick` is the report that is open. */
export type DeskUrl = Partial<Record<(typeof names)[number], string>>;
export type DeskUrlChange = { [K in keyof DeskUrl]?: DeskUrl[K] | undefined };

export function readDeskUrl(search: Readonly<Record<string, unknown>>): DeskUrl {
  const url: DeskUrl = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === "string" && value !== "") url[name] = value;
  }
  return url;
}

/** The part of the address that every queue is filtered by. */
export function deskFilter(url: DeskUrl): FilterParams {
  const filter: FilterParams = {};
  for (const name of deskFilterNames) {
    const value = url[name];
    if (value !== undefined) filter[name] = value;
  }
  return filter;
}

/** The address of the inbox and how to change it; undefined takes a part away. */
export function useDeskUrl(): readonly [url: DeskUrl, set: (change: DeskUrlChange) => void] {
  const url: DeskUrl = useSearch({ from: "/desk" });
  const navigate = useNavigate({ from: "/desk" });
  const set = useCallback(
    (change: DeskUrlChange) =>
      void navigate({
        replace: true,
        search: (before: DeskUrl) => {
          const after = Object.entries({ ...before, ...change });
          return Object.fromEntries(after.filter(([, value]) => value !== undefined));
        },
      }),
    [navigate],
  );
  return [url, set];
}
