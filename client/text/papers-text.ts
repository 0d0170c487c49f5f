import { pageTexts, usePageText } from "./page-text.ts";
import { papersEn } from "./papers-en.ts";
import { papersZhCn } from "./papers-zh-cn.ts";

export const papersTexts = pageTexts({ zh: papersZhCn, en: papersEn });

export function usePapersText() {
  return usePageText(papersTexts);
}
