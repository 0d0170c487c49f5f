import { pageTexts, usePageText } from "./page-text.ts";
import { signEn } from "./sign-en.ts";
import { signZhCn } from "./sign-zh-cn.ts";

export const signTexts = pageTexts({ zh: signZhCn, en: signEn });

export function useSignText() {
  return usePageText(signTexts);
}
