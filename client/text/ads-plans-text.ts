import { adsPlansEn } from "./ads-plans-en.ts";
import { adsPlansZhCn } from "./ads-plans-zh-cn.ts";
import { pageTexts, usePageText } from "./page-text.ts";

export const adsPlansTexts = pageTexts({ zh: adsPlansZhCn, en: adsPlansEn });

export function useAdPlansText() {
  return usePageText(adsPlansTexts).adPlans;
}
