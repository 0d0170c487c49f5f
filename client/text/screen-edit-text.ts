import { pageTexts, usePageText } from "./page-text.ts";
import { screenEditEn } from "./screen-edit-en.ts";
import { screenEditZhCn } from "./screen-edit-zh-cn.ts";

export const screenEditTexts = pageTexts({ zh: screenEditZhCn, en: screenEditEn });

export function useScreenEditText() {
  return usePageText(screenEditTexts);
}
