import { adsRulesEn } from "./ads-rules-en.ts";
import { adsRulesZhCn } from "./ads-rules-zh-cn.ts";
import { pageTexts, usePageText } from "./page-text.ts";

export const adsRulesTexts = pageTexts({ zh: adsRulesZhCn, en: adsRulesEn });

export function useAdsRulesText() {
  return usePageText(adsRulesTexts).adRules;
}
