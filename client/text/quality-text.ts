import { pageTexts, usePageText } from "./page-text.ts";
import { qualityEn } from "./quality-en.ts";
import { qualityZhCn } from "./quality-zh-cn.ts";

export const qualityTexts = pageTexts({ zh: qualityZhCn, en: qualityEn });

export function useQualityText() {
  return usePageText(qualityTexts);
}
