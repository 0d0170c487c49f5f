import { useQueries, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { AdPlanHead } from "../../../../domain/contract/ads-plans.ts";
import { adsPlanQuery, adsPlansQuery } from "../../../api/ads-queries.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { comparedHeads, letterOf } from "./compared-plans.ts";
import type { ComparedPlan } from "./plan-desk-state.ts";

const LIST_EVERY_MS = 1500;
const isOnItsWay = ({ state }: AdPlanHead) => state === "queued" || state === "running";

/** The scenarios that the server keeps, the one of the address, and those beside it. */
export function usePlans() {
  const { url, plan } = useAdsDesk();
  const list = useQuery({
    ...adsPlansQuery,
    refetchInterval: ({ state }) => (state.data?.plans.some(isOnItsWay) ? LIST_EVERY_MS : false),
  });
  const heads = useMemo(() => list.data?.plans ?? [], [list.data]);
  const listed = heads.find(({ id }) => id === url.plan);
  // The body is asked for more often than the list, so it knows sooner.
  const head = plan?.id === url.plan ? (plan?.head ?? listed) : listed;
  const { compare: chosen } = url;
  const shown = useMemo(() => {
    const known = head ? heads.map((each) => (each.id === head.id ? head : each)) : heads;
    return comparedHeads(known, url.plan, chosen?.split(",") ?? null);
  }, [heads, head, url.plan, chosen]);
  const bodies = useQueries({
    queries: shown.map(({ id, state }) => ({ ...adsPlanQuery(id), enabled: state === "done" })),
  });
  const compared = shown.map(
    (each, place): ComparedPlan => ({
      letter: letterOf(place),
      head: each,
      result: bodies[place]?.data?.result,
    }),
  );
  return {
    heads,
    listError: list.data ? null : list.error,
    isListLoading: list.isPending,
    reloadList: () => void list.refetch(),
    head,
    result: plan?.id === url.plan ? plan?.result : undefined,
    compared,
  };
}
