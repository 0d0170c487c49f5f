import { adRegisterEn } from "./ad-register-en.ts";
import { adRegisterZhCn } from "./ad-register-zh-cn.ts";
import { pageTexts, usePageText } from "./page-text.ts";

export const adRegisterTexts = pageTexts({ zh: adRegisterZhCn, en: adRegisterEn });

export function useAdRegisterText() {
  return usePageText(adRegisterTexts).adRegister;
}
