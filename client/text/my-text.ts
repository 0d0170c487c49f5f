import { myEn } from "./my-en.ts";
import { myZhCn } from "./my-zh-cn.ts";
import { pageTexts, usePageText } from "./page-text.ts";

export const myTexts = pageTexts({ zh: myZhCn, en: myEn });

export function useMyText() {
  return usePageText(myTexts);
}
