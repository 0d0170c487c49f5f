import { useMutation, useQueryClient } from "@tanstack/react-query";
import { accountsQuery, keysQuery, wallsQuery } from "../../api/accounts-queries.ts";

/** Runs an act on accounts and reads the lists again, however it went. */
export function useAccountAct<T>(act: () => Promise<T>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: act,
    retry: false,
    onSettled: async () => {
      await client.invalidateQueries({ queryKey: accountsQuery.queryKey });
      await client.invalidateQueries({ queryKey: keysQuery.queryKey });
      await client.invalidateQueries({ queryKey: wallsQuery.queryKey });
    },
  });
}
