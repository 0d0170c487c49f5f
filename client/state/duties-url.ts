import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

const names = ["tab", "on", "role", "q", "unit", "all", "kind", "theme", "lang"] as const;

/** What a link to the duty page can carry; `on` is a day, `all` says 1 for the whole history. */
export type DutiesUrl = Partial<Record<(typeof names)[number], string>>;
export type DutiesUrlChange = { [K in keyof DutiesUrl]?: DutiesUrl[K] | undefined };

export const dutyTabs = ["table", "defects", "history"] as const;
export type DutyTab = (typeof dutyTabs)[number];

export function readDutiesUrl(search: Readonly<Record<string, unknown>>): DutiesUrl {
  const url: DutiesUrl = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === "string" && value !== "") url[name] = value;
  }
  return url;
}

/** The address of the duty page and how to change it; undefined takes a part away. */
export function useDutiesUrl(): readonly [url: DutiesUrl, set: (change: DutiesUrlChange) => void] {
  const url: DutiesUrl = useSearch({ from: "/duties" });
  const navigate = useNavigate({ from: "/duties" });
  const set = useCallback(
    (change: DutiesUrlChange) =>
      void navigate({
        replace: true,
        search: (before: DutiesUrl) => {
          const after = Object.entries({ ...before, ...change });
          return Object.fromEntries(after.filter(([, value]) => value !== undefined));
        },
      }),
    [navigate],
  );
  return [url, set];
}
