import { useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { createContext, useCallback, useContext, useMemo } from "react";
import type { CityManifest } from "../../domain/contract/city.ts";
import type { LiveClock } from "./live-clock.ts";
import { type FilterParams, filterParams, type WorkbenchUrl } from "./url-state.ts";

/**
 * The address of the workbench and how to change it; undefined takes a part away. Whoever is on the way to another page is
 * not called back: the map writes where it looks whenever it comes to rest.
 */
export function useWorkbenchUrl(): readonly [
  url: WorkbenchUrl,
  set: (change: { [K in keyof WorkbenchUrl]?: WorkbenchUrl[K] | undefined }) => void,
] {
  const url: WorkbenchUrl = useSearch({ from: "/" });
  const navigate = useNavigate({ from: "/" });
  const router = useRouter();
  const set = useCallback(
    (change: { [K in keyof WorkbenchUrl]?: WorkbenchUrl[K] | undefined }) => {
      if (router.history.location.pathname !== "/") return;
      void navigate({
        replace: true,
        search: (before: WorkbenchUrl) => {
          const after = Object.entries({ ...before, ...change });
          return Object.fromEntries(after.filter(([, value]) => value !== undefined));
        },
      });
    },
    [navigate, router],
  );
  return [url, set];
}

/** The city that the page shows, and its clock. */
export type Running = { readonly city: CityManifest; readonly clock: LiveClock };

export const RunningContext = createContext<Running | null>(null);

export function useRunning(): Running {
  const running = useContext(RunningContext);
  if (!running) throw new Error("No city is loaded here");
  return running;
}

/** The filter as it goes to the server: with the moment that "now" stands for. */
export function useFilter(): FilterParams {
  const [url] = useWorkbenchUrl();
  const { clock } = useRunning();
  const asOf = url.asOf ?? clock.liveAt;
  const key = JSON.stringify(filterParams(url));
  return useMemo(() => {
    const params: FilterParams = JSON.parse(key);
    return asOf === undefined ? params : { ...params, asOf };
  }, [key, asOf]);
}
