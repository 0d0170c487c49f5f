import { adsImportEn } from "./ads-import-en.ts";
import { adsImportZhCn } from "./ads-import-zh-cn.ts";
import { adsTexts } from "./ads-text.ts";
import { usePageText } from "./page-text.ts";

/** With the words of the page of ads. */
export const adsImportTexts = {
  zh: { ...adsTexts.zh, ...adsImportZhCn },
  en: { ...adsTexts.en, ...adsImportEn },
};

export function useAdsImportText() {
  return usePageText(adsImportTexts);
}
