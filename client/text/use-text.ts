import { createContext, useContext } from "react";
import { type Text, zhCn } from "./zh-cn.ts";

export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

let english: Text | null = null;

/** What everybody reads; English once it is loaded, which the router sees to before it shows a page in English. */
export const texts: Readonly<Record<Language, Text>> = {
  zh: zhCn,
  get en() {
    return english ?? zhCn;
  },
};

/** English comes when somebody wants it: most never do. */
export async function loadLanguage(language: string | undefined): Promise<void> {
  if (language === "en") english ??= (await import("./en.ts")).en;
}

export const LanguageContext = createContext<Language>("zh");

/** The strings of the reader's language. */
export function useText(): Text {
  return texts[useContext(LanguageContext)];
}
