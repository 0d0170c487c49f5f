import { pageTexts, usePageText } from "./page-text.ts";
import { responsibilityEn } from "./responsibility-en.ts";
import { responsibilityZhCn } from "./responsibility-zh-cn.ts";

export const responsibilityTexts = pageTexts({ zh: responsibilityZhCn, en: responsibilityEn });

export function useResponsibilityText() {
  return usePageText(responsibilityTexts);
}
