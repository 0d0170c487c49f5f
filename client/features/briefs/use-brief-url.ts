import { useNavigate, useSearch } from "@tanstack/react-router";
import { useContext } from "react";
import { briefTexts } from "../../../domain/text/brief-text.ts";
import type { BriefText } from "../../../domain/text/brief-zh-cn.ts";
import type { BriefsUrl } from "../../state/briefs-url.ts";
import { LanguageContext } from "../../text/use-text.ts";

type Change = { readonly [K in keyof BriefsUrl]?: BriefsUrl[K] | undefined };

/**
 * The address of the page and how to change it; undefined takes a part away. `carried` goes along to another brief, `look`
 * to any page.
 */
export function useBriefUrl() {
  const url: BriefsUrl = useSearch({ from: "/briefs" });
  const navigate = useNavigate({ from: "/briefs" });
  const change = (next: Change) =>
    void navigate({
      search: (before: BriefsUrl) => {
        const entries = Object.entries({ ...before, ...next });
        return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
      },
    });
  const { week, asOf, theme, lang } = url;
  const look = { ...(theme && { theme }), ...(lang && { lang }) };
  const carried = { ...look, ...(week && { week }), ...(asOf && { asOf }) };
  return { url, look, carried, week: { week, asOf }, change };
}

/** What the brief itself says, alike on paper. */
export function useBriefText(): BriefText {
  return briefTexts[useContext(LanguageContext)];
}
