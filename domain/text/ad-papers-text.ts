import { adPapersEn } from "./ad-papers-en.ts";
import { type AdPapersText, adPapersZhCn } from "./ad-papers-zh-cn.ts";
import type { PaperLanguage } from "./papers-text.ts";

export const adPapersTexts: Readonly<Record<PaperLanguage, AdPapersText>> = {
  zh: adPapersZhCn,
  en: adPapersEn,
};
