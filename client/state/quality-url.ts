import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

const names = ["days", "by", "zone", "theme", "lang"] as const;

/** What a link to the page of handling can carry: the last so many days, the table's groups, one zone. */
export type QualityUrl = Partial<Record<(typeof names)[number], string>>;
export type QualityUrlChange = { [K in keyof QualityUrl]?: QualityUrl[K] | undefined };

export const qualityDays = ["7", "30", "90", "365"] as const;

export function readQualityUrl(search: Readonly<Record<string, unknown>>): QualityUrl {
  const url: QualityUrl = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === "string" && value !== "") url[name] = value;
  }
  return url;
}

/** The address of the page and how to change it; undefined takes a part away. */
export function useQualityUrl(): readonly [
  url: QualityUrl,
  set: (change: QualityUrlChange) => void,
] {
  const url: QualityUrl = useSearch({ from: "/quality" });
  const navigate = useNavigate({ from: "/quality" });
  const set = useCallback(
    (change: QualityUrlChange) =>
      void navigate({
        replace: true,
        search: (before: QualityUrl) => {
          const after = Object.entries({ ...before, ...change });
          return Object.fromEntries(after.filter(([, value]) => value !== undefined));
        },
      }),
    [navigate],
  );
  return [url, set];
}
