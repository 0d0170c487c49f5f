import type { AccountBody, KeyList } from "../../../domain/contract/accounts.ts";

export type ListedKey = KeyList["keys"][number];

/** What is being done beside the list. */
export type AccountTask =
  | { readonly kind: "add" }
  | { readonly kind: "change"; readonly account: AccountBody }
  | { readonly kind: "password"; readonly account: AccountBody }
  | { readonly kind: "remove"; readonly account: AccountBody }
  | { readonly kind: "add-key" }
  | { readonly kind: "remove-key"; readonly key: ListedKey };
