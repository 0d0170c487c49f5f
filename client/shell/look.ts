import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import type { Theme } from "../app/theme.ts";
import type { Language } from "../text/use-text.ts";

/** Theme and language as an address carries them, on every page alike. */
export type LookUrl = { readonly theme?: string; readonly lang?: string };

/** How the page looks, what of it goes along with a link to another page, and how to change it. */
export function useLook() {
  const { theme, lang }: LookUrl = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = useCallback(
    (next: { readonly theme?: Theme; readonly language?: Language }) =>
      void navigate({
        to: ".",
        replace: true,
        search: (before: object) => {
          const after: Record<string, unknown> = { ...before };
          if (next.theme) after.theme = next.theme === "night" ? "night" : undefined;
          if (next.language) after.lang = next.language === "en" ? "en" : undefined;
          return Object.fromEntries(
            Object.entries(after).filter(([, value]) => value !== undefined),
          );
        },
      }),
    [navigate],
  );
  return {
    theme: (theme === "night" ? "night" : "day") as Theme,
    language: (lang === "en" ? "en" : "zh") as Language,
    link: { ...(theme !== undefined && { theme }), ...(lang !== undefined && { lang }) } as LookUrl,
    change,
  };
}
