import { caseEn } from "./case-en.ts";
import { caseZhCn } from "./case-zh-cn.ts";
import { pageTexts, usePageText } from "./page-text.ts";

export const caseTexts = pageTexts({ zh: caseZhCn, en: caseEn });
export type CaseText = (typeof caseTexts)["zh"];

export function useCaseText() {
  return usePageText(caseTexts);
}
