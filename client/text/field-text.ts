import { fieldEn } from "./field-en.ts";
import { fieldZhCn } from "./field-zh-cn.ts";
import { pageTexts, usePageText } from "./page-text.ts";

export const fieldTexts = pageTexts({ zh: fieldZhCn, en: fieldEn });

export function useFieldText() {
  return usePageText(fieldTexts);
}
