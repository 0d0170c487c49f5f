import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { AdRuleSet } from "../../domain/ads/ad-rules.ts";
import { AdPreview, AdRulesBody } from "../../domain/contract/ads-rules.ts";
import { ADS_KEY } from "./ads-queries.ts";
import { sendJson } from "./http.ts";

/** What other rules would change; nothing is kept. The figures of the rules before stay until these are there. */
export const adsPreviewQuery = (rules: AdRuleSet | null) =>
  queryOptions({
    queryKey: [ADS_KEY, "preview", JSON.stringify(rules)],
    queryFn: () => sendJson("POST", "ads/preview", { rules }, AdPreview),
    enabled: rules !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 120_000,
    retry: false,
  });

/** In force at once. Throws an ApiError, 409 where there is this version already. */
export function saveAdRules(rules: AdRuleSet, reason: string): Promise<AdRulesBody> {
  const why = reason.trim() !== "" && { reason: reason.trim() };
  return sendJson("POST", "ads/rules", { rules, ...why }, AdRulesBody);
}
