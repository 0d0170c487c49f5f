import { createContext, useContext } from "react";
import { en } from "./en.ts";
import { type Text, zhCn } from "./zh-cn.ts";

export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];

export const texts: Readonly<Record<Language, Text>> = { zh: zhCn, en };

export const LanguageContext = createContext<Language>("zh");

/** The strings of the reader's language. */
export function useText(): Text {
  return texts[useContext(LanguageContext)];
}
