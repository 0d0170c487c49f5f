import { type QueryClient, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import {
  type CaseActBody,
  type CaseActsBody,
  CaseActsDone,
  CaseBody,
} from "../../domain/contract/cases.ts";
import { getJson, sendJson } from "./http.ts";

/** A clock that counts hours is asked for again so often. */
const CLOCK_MS = 60_000;

/** Answers that an act makes old, by their first word; those of one moment follow the page's clock. */
const madeOld = ["city", "problem", "problem-history", "my", "near", "work-orders", "visits"];

/** The life of a report. */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ["case", id],
    queryFn: ({ signal }) =>
      getJson(`problems/${encodeURIComponent(id)}/case`, {}, CaseBody, signal),
    staleTime: CLOCK_MS,
    refetchInterval: CLOCK_MS,
  });

/** Takes an act on a case that was seen at `version`. Throws an ApiError, `stale-version` when somebody was faster. */
export function takeCaseAct(id: string, version: number, act: CaseActBody): Promise<CaseBody> {
  return sendJson("POST", `problems/${encodeURIComponent(id)}/acts`, act, CaseBody, {
    "If-Match": `"${version}"`,
  });
}

/** The same act on many, or with `preview` what would become of it. Throws an ApiError. */
export function takeCaseActs(acts: Partial<CaseActsBody> & Pick<CaseActsBody, "act" | "ids">) {
  return sendJson("POST", "cases/acts", acts, CaseActsDone);
}

export type GivenAct = { readonly id: string; readonly version: number; readonly act: CaseActBody };

/** Acts on one case: what it became is shown at once, what else it changed is asked for again; so after a refusal. */
export function useCaseAct() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, version, act }: GivenAct) => takeCaseAct(id, version, act),
    networkMode: "always",
    retry: false,
    onSuccess: (after) => client.setQueryData(["case", after.id], after),
    onError: (_, { id }) => client.invalidateQueries({ queryKey: ["case", id] }),
    onSettled: () => forgetActed(client),
  });
}

/** After acts: the city's clock moves on, and with it every list, count and block of the map. */
export function forgetActed(client: QueryClient): Promise<void> {
  const predicate = ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
    madeOld.includes(String(queryKey[0]));
  return client.invalidateQueries({ predicate });
}
