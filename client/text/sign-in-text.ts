import { pageTexts, usePageText } from "./page-text.ts";
import { signInEn } from "./sign-in-en.ts";
import { signInZhCn } from "./sign-in-zh-cn.ts";

export const signInTexts = pageTexts({ zh: signInZhCn, en: signInEn });

export function useSignInText() {
  return usePageText(signInTexts);
}
