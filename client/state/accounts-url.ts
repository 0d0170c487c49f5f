import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

const names = ["tab", "theme", "lang"] as const;

/** What a link to the page of accounts can carry. */
export type AccountsUrl = Partial<Record<(typeof names)[number], string>>;

export const accountTabs = ["accounts", "keys", "walls"] as const;
export type AccountTab = (typeof accountTabs)[number];

export function readAccountsUrl(search: Readonly<Record<string, unknown>>): AccountsUrl {
  const url: AccountsUrl = {};
  for (const name of names) {
    const value = search[name];
    if (typeof value === "string" && value !== "") url[name] = value;
  }
  return url;
}

/** The tab that is open, and how to open another. */
export function useAccountTab(): readonly [tab: AccountTab, choose: (tab: AccountTab) => void] {
  const url: AccountsUrl = useSearch({ from: "/accounts" });
  const navigate = useNavigate({ from: "/accounts" });
  const choose = useCallback(
    (tab: AccountTab) =>
      void navigate({
        replace: true,
        search: ({ tab: _, ...rest }: AccountsUrl) =>
          tab === "accounts" ? rest : { ...rest, tab },
      }),
    [navigate],
  );
  return [accountTabs.find((name) => name === url.tab) ?? "accounts", choose];
}
