import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import {
  adsAuditQuery,
  adsPlanQuery,
  adsRoadsQuery,
  adsSpotsQuery,
} from "../../api/ads-queries.ts";
import type { AdsUrl } from "../../state/ads-url.ts";
import type { AdsDesk } from "./ads-desk-state.ts";

type AdsData = Pick<
  AdsDesk,
  "plan" | "isAfter" | "cityAudit" | "audit" | "auditState" | "roads" | "ads" | "sites"
>;

/** What the address asks for. */
export function useAdsData({ zone, unit, plan: planId, show }: AdsUrl): AdsData {
  const { data: plan } = useQuery({ ...adsPlanQuery(planId ?? ""), enabled: planId !== undefined });
  const isAfter = show === "after" && plan?.state === "done";
  const { data: cityAudit } = useQuery(adsAuditQuery({}));
  const narrowed = useQuery(adsAuditQuery({ zone, unit, plan: isAfter ? planId : undefined }));
  const { data: audit, isError, error, isPlaceholderData } = narrowed;
  const { data: roads } = useQuery(adsRoadsQuery);
  const { data: spots } = useQuery(adsSpotsQuery);
  const ads = useMemo(() => new Map(spots?.ads.map((each) => [each.id, each])), [spots]);
  const sites = useMemo(() => new Map(spots?.sites.map((each) => [each.id, each])), [spots]);
  const auditState = {
    isComing: isPlaceholderData,
    isStale: isError && audit !== undefined,
    error: audit === undefined ? error : null,
    retry: () => void narrowed.refetch(),
  };
  return { plan, isAfter, cityAudit, audit, auditState, roads, ads, sites };
}
