import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { AdAudit, AdRoadDetail, AdRoads, AdSpots } from "../../domain/contract/ads.ts";
import { AdPlanBody, AdPlanList } from "../../domain/contract/ads-plans.ts";
import { AdRulesBody } from "../../domain/contract/ads-rules.ts";
import { getJson } from "./http.ts";

/** All of them begin so: new rules or another inventory make every one old. */
export const ADS_KEY = "ads";
/** Lists and bodies of plans. */
export const ADS_PLANS_KEY = "ads-plans";

const STALE_MS = 60_000;

export type AuditScope = {
  readonly zone?: string | undefined;
  readonly unit?: string | undefined;
  /** A plan that is done: the audit as it will be. */
  readonly plan?: string | undefined;
};

export const adsAuditQuery = ({ zone, unit, plan }: AuditScope) =>
  queryOptions({
    queryKey: [ADS_KEY, "audit", zone, unit, plan],
    queryFn: ({ signal }) => getJson("ads/audit", { zone, unit, plan }, AdAudit, signal),
    placeholderData: keepPreviousData,
    staleTime: STALE_MS,
    refetchOnWindowFocus: true,
  });

export const adsRoadsQuery = queryOptions({
  queryKey: [ADS_KEY, "roads"],
  queryFn: ({ signal }) => getJson("ads/roads", {}, AdRoads, signal),
  staleTime: STALE_MS,
});

export const adsSpotsQuery = queryOptions({
  queryKey: [ADS_KEY, "spots"],
  queryFn: ({ signal }) => getJson("ads/spots", {}, AdSpots, signal),
  staleTime: STALE_MS,
});

export const adsRoadQuery = (key: string, plan: string | undefined) =>
  queryOptions({
    queryKey: [ADS_KEY, "road", key, plan],
    queryFn: ({ signal }) => getJson("ads/road", { key, plan }, AdRoadDetail, signal),
    staleTime: STALE_MS,
  });

export const adsRulesQuery = queryOptions({
  queryKey: [ADS_KEY, "rules"],
  queryFn: ({ signal }) => getJson("ads/rules", {}, AdRulesBody, signal),
  staleTime: STALE_MS,
});

export const adsPlansQuery = queryOptions({
  queryKey: [ADS_PLANS_KEY, "list"],
  queryFn: ({ signal }) => getJson("ads/plans", {}, AdPlanList, signal),
});

const POLL_MS = 700;

/** Asked again and again while the plan waits or is being made. */
export const adsPlanQuery = (id: string) =>
  queryOptions({
    queryKey: [ADS_PLANS_KEY, "one", id],
    queryFn: ({ signal }) => getJson(`ads/plans/${encodeURIComponent(id)}`, {}, AdPlanBody, signal),
    refetchInterval: ({ state }) =>
      state.data?.state === "queued" || state.data?.state === "running" ? POLL_MS : false,
  });
