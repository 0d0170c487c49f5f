import { deskEn } from "./desk-en.ts";
import { deskZhCn } from "./desk-zh-cn.ts";
import { pageTexts, usePageText } from "./page-text.ts";

export const deskTexts = pageTexts({ zh: deskZhCn, en: deskEn });

export function useDeskText() {
  return usePageText(deskTexts);
}
