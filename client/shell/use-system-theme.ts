import { useSyncExternalStore } from "react";
import type { Theme } from "../app/theme.ts";

const dark = () => matchMedia("(prefers-color-scheme: dark)");

/** Day or night as the phone has it. */
export function useSystemTheme(): Theme {
  return useSyncExternalStore(
    (changed) => {
      const query = dark();
      query.addEventListener("change", changed);
      return () => query.removeEventListener("change", changed);
    },
    () => (dark().matches ? "night" : "day"),
  );
}
