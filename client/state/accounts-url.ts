import { useCallback } from "react";
import { type PageUrl, readPageUrl, usePageUrl } from "./page-url.ts";

const names = ["tab", "theme", "lang"] as const;

/** What a link to the page of accounts can carry. */
export type AccountsUrl = PageUrl<(typeof names)[number]>;

export const accountTabs = ["accounts", "keys", "walls"] as const;
export type AccountTab = (typeof accountTabs)[number];

export const readAccountsUrl = (search: Readonly<Record<string, unknown>>): AccountsUrl =>
  readPageUrl(names, search);

/** The tab that is open, and how to open another. */
export function useAccountTab(): readonly [tab: AccountTab, choose: (tab: AccountTab) => void] {
  const [url, set] = usePageUrl("/accounts", names);
  const choose = useCallback(
    (tab: AccountTab) => set({ tab: tab === "accounts" ? undefined : tab }),
    [set],
  );
  return [accountTabs.find((name) => name === url.tab) ?? "accounts", choose];
}
