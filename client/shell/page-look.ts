import { useSearch } from "@tanstack/react-router";
import { useEffect } from "react";
import { applyTheme, type Theme } from "../app/theme.ts";
import type { Language } from "../text/use-text.ts";
import type { LookUrl } from "./look.ts";
import { useSystemTheme } from "./use-system-theme.ts";

export type PageLook = { readonly theme: Theme; readonly language: Language };

/** Theme and language of a page for phones: as its address says, else the theme as the phone has it. */
export function usePhoneLook(): PageLook {
  const { theme, lang }: LookUrl = useSearch({ strict: false });
  const system = useSystemTheme();
  return {
    theme: theme === "day" || theme === "night" ? theme : system,
    language: lang === "en" ? "en" : "zh",
  };
}

/** Makes the window look so, speak so and be called so. */
export function useWindowLook({ theme, language }: PageLook, title: string): void {
  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    document.title = title;
  }, [language, title]);
}
