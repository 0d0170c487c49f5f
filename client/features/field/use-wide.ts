import { useSyncExternalStore } from "react";

const QUERY = "(min-width: 1000px)";

/** Room for a list and what is opened of it side by side. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (changed) => {
      const query = matchMedia(QUERY);
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => matchMedia(QUERY).matches,
  );
}
