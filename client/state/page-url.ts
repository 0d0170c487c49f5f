import { useRouter, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

/** Parts of an address by name; what is absent stands at its default. */
export type PageUrl<N extends string> = Partial<Record<N, string>>;
/** Undefined takes a part away. */
export type PageUrlChange<N extends string> = { [K in N]?: string | undefined };

/** The named parts of an address; unknown names and empty parts are dropped. */
export function readPageUrl<N extends string>(
  names: readonly N[],
  search: Readonly<Record<string, unknown>>,
): PageUrl<N> {
  const url: PageUrl<N> = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === "string" && value !== "") url[name] = value;
  }
  return url;
}

/**
 * The address of the page at `path` and how to change it. Nobody on the way to another page is called back: a map writes
 * where it looks whenever it comes to rest.
 */
export function usePageUrl<N extends string>(
  path: string,
  names: readonly N[],
): readonly [url: PageUrl<N>, set: (change: PageUrlChange<N>) => void] {
  const url = readPageUrl(names, useSearch({ strict: false }) as Record<string, unknown>);
  const router = useRouter();
  const set = useCallback(
    (change: PageUrlChange<N>) => {
      if (router.history.location.pathname !== path) return;
      void router.navigate({
        to: path,
        replace: true,
        search: ((before: PageUrl<N>) => {
          const after = Object.entries({ ...before, ...change });
          return Object.fromEntries(after.filter(([, value]) => value !== undefined));
        }) as never,
      });
    },
    [router, path],
  );
  return [url, set];
}
