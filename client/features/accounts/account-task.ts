import type { AccountBody, KeyList, WallList } from "../../../domain/contract/accounts.ts";

export type ListedKey = KeyList["keys"][number];
export type ListedWall = WallList["walls"][number];

/** What is being done beside the list. */
export type AccountTask =
  | { readonly kind: "add" }
  | { readonly kind: "change"; readonly account: AccountBody }
  | { readonly kind: "password"; readonly account: AccountBody }
  | { readonly kind: "remove"; readonly account: AccountBody }
  | { readonly kind: "add-key" }
  | { readonly kind: "remove-key"; readonly key: ListedKey }
  | { readonly kind: "add-wall" }
  | { readonly kind: "remove-wall"; readonly wall: ListedWall };
