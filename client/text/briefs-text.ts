import { briefsEn } from "./briefs-en.ts";
import { briefsZhCn } from "./briefs-zh-cn.ts";
import { pageTexts, usePageText } from "./page-text.ts";

export const briefsTexts = pageTexts({ zh: briefsZhCn, en: briefsEn });

export function useBriefsText() {
  return usePageText(briefsTexts);
}
