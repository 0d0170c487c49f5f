import { pageTexts, usePageText } from "./page-text.ts";
import { zonesEn } from "./zones-en.ts";
import { zonesZhCn } from "./zones-zh-cn.ts";

export const zonesTexts = pageTexts({ zh: zonesZhCn, en: zonesEn });

export function useZonesText() {
  return usePageText(zonesTexts);
}
