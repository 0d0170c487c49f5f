import { papersEn } from "./papers-en.ts";
import { type PapersText, papersZhCn } from "./papers-zh-cn.ts";

export const paperLanguages = ["zh", "en"] as const;
export type PaperLanguage = (typeof paperLanguages)[number];

export const papersTexts: Readonly<Record<PaperLanguage, PapersText>> = {
  zh: papersZhCn,
  en: papersEn,
};
