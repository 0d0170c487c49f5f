import { useSearch } from "@tanstack/react-router";
import type { LookUrl } from "./look.ts";
import { useSystemTheme } from "./use-system-theme.ts";
import type { PageLook } from "./window-look.ts";

/** Theme and language of a page for phones: as its address says, else the theme as the phone has it. */
export function usePhoneLook(): PageLook {
  const { theme, lang }: LookUrl = useSearch({ strict: false });
  const system = useSystemTheme();
  return {
    theme: theme === "day" || theme === "night" ? theme : system,
    language: lang === "en" ? "en" : "zh",
  };
}
