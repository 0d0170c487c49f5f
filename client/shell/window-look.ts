import { useEffect } from "react";
import { applyTheme, type Theme } from "../app/theme.ts";
import type { Language } from "../text/use-text.ts";

export type PageLook = { readonly theme: Theme; readonly language: Language };

/** Makes the window look so, speak so and be called so. */
export function useWindowLook({ theme, language }: PageLook, title: string): void {
  useEffect(() => applyTheme(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = language === "en" ? "en" : "zh-CN";
    document.title = title;
  }, [language, title]);
}
