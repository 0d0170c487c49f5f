import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

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
  "theme",
  "lang",
] as const;

/** What a link to the page of papers can carry; `on` is a day, `zone` an id, `sign` the board that is shown. */
export type PapersUrl = Partial<Record<(typeof names)[number], string>>;
export type PapersUrlChange = { [K in keyof PapersUrl]?: PapersUrl[K] | undefined };

export const paperTabs = ["signs", "map", "briefs"] as const;
export type PaperTab = (typeof paperTabs)[number];

export function readPapersUrl(search: Readonly<Record<string, unknown>>): PapersUrl {
  const url: PapersUrl = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === "string" && value !== "") url[name] = value;
  }
  return url;
}

/** The address of the page and how to change it; undefined takes a part away. */
export function usePapersUrl(): readonly [url: PapersUrl, set: (change: PapersUrlChange) => void] {
  const url: PapersUrl = useSearch({ from: "/papers" });
  const navigate = useNavigate({ from: "/papers" });
  const set = useCallback(
    (change: PapersUrlChange) =>
      void navigate({
        replace: true,
        search: (before: PapersUrl) => {
          const after = Object.entries({ ...before, ...change });
          return Object.fromEntries(after.filter(([, value]) => value !== undefined));
        },
      }),
    [navigate],
  );
  return [url, set];
}
