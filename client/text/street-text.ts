import { pageTexts, usePageText } from "./page-text.ts";
import { streetEn } from "./street-en.ts";
import { streetZhCn } from "./street-zh-cn.ts";

const streetTexts = pageTexts({ zh: streetZhCn, en: streetEn });

export function useStreetText() {
  return usePageText(streetTexts).street;
}
