import { adsEn } from "./ads-en.ts";
import { adsZhCn } from "./ads-zh-cn.ts";
import { pageTexts, usePageText } from "./page-text.ts";

export const adsTexts = pageTexts({ zh: adsZhCn, en: adsEn });

export function useAdsText() {
  return usePageText(adsTexts);
}
