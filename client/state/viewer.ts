import { useQuery } from "@tanstack/react-query";
import type { Capability } from "../../domain/account.ts";
import type { OwnAccount } from "../../domain/contract/accounts.ts";
import { ownAccountQuery } from "../api/account-queries.ts";

export type OwnViewer = NonNullable<OwnAccount["viewer"]>;

/** Who is signed in; undefined until the server said. */
export function useViewer(): OwnViewer | null | undefined {
  return useQuery(ownAccountQuery).data?.viewer;
}

/** Whether the account may do something. What it may not is not offered; the server decides. */
export function useCan(capability: Capability): boolean {
  return useViewer()?.can.includes(capability) ?? false;
}
