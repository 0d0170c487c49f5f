import { queryOptions } from "@tanstack/react-query";
import {
  AdMoveBody,
  AdPhases,
  AdPlanBody,
  AdPlanTicket,
  AdSiteReason,
  type NewAdPlan,
} from "../../domain/contract/ads-plans.ts";
import { ADS_PLANS_KEY } from "./ads-queries.ts";
import { apiUrl, getJson, sendJson } from "./http.ts";

const pathOf = (plan: string) => `ads/plans/${encodeURIComponent(plan)}`;

/** 为什么在这里, 为什么不行; of a plan that is done, so it stays as it is. */
export const adSiteReasonQuery = (plan: string, site: string) =>
  queryOptions({
    queryKey: [ADS_PLANS_KEY, "site", plan, site],
    queryFn: ({ signal }) =>
      getJson(`${pathOf(plan)}/sites/${encodeURIComponent(site)}`, {}, AdSiteReason, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Budgets in yuan, one a phase. */
export const adPhasesQuery = (plan: string, budgets: readonly number[]) =>
  queryOptions({
    queryKey: [ADS_PLANS_KEY, "phases", plan, budgets.join()],
    queryFn: ({ signal }) =>
      getJson(`${pathOf(plan)}/phases`, { budgets: budgets.join() }, AdPhases, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Each throws an ApiError with the server's sentence. */
export function askAdPlan(asked: NewAdPlan): Promise<AdPlanTicket> {
  return sendJson("POST", "ads/plans", asked, AdPlanTicket);
}

export function renameAdPlan(plan: string, name: string): Promise<AdPlanBody> {
  return sendJson("PATCH", pathOf(plan), { name }, AdPlanBody);
}

/** One that has ended stays as it is. */
export function cancelAdPlan(plan: string): Promise<AdPlanBody> {
  return sendJson("DELETE", pathOf(plan), undefined, AdPlanBody);
}

/** For good; not while it is being made. */
export function removeAdPlan(plan: string): Promise<AdPlanBody> {
  return sendJson("DELETE", `${pathOf(plan)}?forget=1`, undefined, AdPlanBody);
}

/** Where a site lands that is dragged, and what that does; writes nothing. */
export function moveAdSite(
  plan: string,
  site: string,
  [lng, lat]: readonly [number, number],
): Promise<AdMoveBody> {
  return sendJson("POST", `${pathOf(plan)}/move`, { site, position: [lng, lat] }, AdMoveBody);
}

export const adExportFormats = ["xlsx", "geojson", "kml", "pdf", "orders", "orders-xlsx"] as const;
export type AdExportFormat = (typeof adExportFormats)[number];

/** `zone` and `lang`: undefined for the whole city and Chinese. */
export function adExportUrl(
  plan: string,
  query: {
    readonly format: AdExportFormat;
    readonly zone: string | undefined;
    readonly lang: "en" | undefined;
  },
): string {
  return apiUrl(`${pathOf(plan)}/export`, query);
}
