import { accountsEn } from "./accounts-en.ts";
import { accountsZhCn } from "./accounts-zh-cn.ts";
import { pageTexts, usePageText } from "./page-text.ts";

export const accountsTexts = pageTexts({ zh: accountsZhCn, en: accountsEn });

export function useAccountsText() {
  return usePageText(accountsTexts);
}
