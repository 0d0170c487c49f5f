import { dutiesEn } from "./duties-en.ts";
import { dutiesZhCn } from "./duties-zh-cn.ts";
import { pageTexts, usePageText } from "./page-text.ts";

export const dutiesTexts = pageTexts({ zh: dutiesZhCn, en: dutiesEn });

export function useDutiesText() {
  return usePageText(dutiesTexts);
}
