import { pageTexts, usePageText } from "./page-text.ts";
import { panelsEn } from "./panels-en.ts";
import { panelsZhCn } from "./panels-zh-cn.ts";

const panelsTexts = pageTexts({ zh: panelsZhCn, en: panelsEn });

export function usePanelsText() {
  return usePageText(panelsTexts).panels;
}
