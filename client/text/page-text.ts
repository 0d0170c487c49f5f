import { useContext } from "react";
import { type Language, LanguageContext, texts } from "./use-text.ts";
import type { Text } from "./zh-cn.ts";

/** What everybody reads and what one page alone says, by language. */
export type PageText<Own> = Readonly<Record<Language, Text & Own>>;

/** Joins the strings of a page to those of all pages; they load with the page. */
export function pageTexts<Own extends object>(own: Readonly<Record<Language, Own>>): PageText<Own> {
  let english: (Text & Own) | null = null;
  let base: Text | null = null;
  return {
    zh: { ...texts.zh, ...own.zh },
    get en() {
      if (!english || base !== texts.en) {
        base = texts.en;
        english = { ...base, ...own.en };
      }
      return english;
    },
  };
}

/** The strings of the reader's language, those of the page included. */
export function usePageText<Own>(page: PageText<Own>): Text & Own {
  return page[useContext(LanguageContext)];
}
