import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import {
  adsAuditQuery,
  adsPlanQuery,
  adsRoadsQuery,
  adsSpotsQuery,
} from "../../api/ads-queries.ts";
import type { MapEngine } from "../../map/map-engine.ts";
import {
  type AdsPicked,
  adsMapModes,
  adsModes,
  adsPickedText,
  adsTabs,
  readAdsPicked,
  useAdsUrl,
} from "../../state/ads-url.ts";
import type { AdsDesk } from "./ads-desk-state.ts";
import { useOverlays } from "./use-overlays.ts";

/** What the address says, with everything that it asks for. */
export function useDesk(): AdsDesk {
  const [url, set] = useAdsUrl();
  const { overlay, overlays } = useOverlays();
  const [engine, setEngine] = useState<MapEngine | null>(null);
  const [destination, setDestination] = useState<AdsPicked | null>(null);
  const { zone, unit } = url;
  const { data: plan } = useQuery({
    ...adsPlanQuery(url.plan ?? ""),
    enabled: url.plan !== undefined,
  });
  const isAfter = url.show === "after" && plan?.state === "done";
  const { data: cityAudit } = useQuery(adsAuditQuery({}));
  const narrowed = useQuery(adsAuditQuery({ zone, unit, plan: isAfter ? url.plan : undefined }));
  const audit = narrowed.data;
  const { data: roads } = useQuery(adsRoadsQuery);
  const { data: spots } = useQuery(adsSpotsQuery);
  const ads = useMemo(() => new Map(spots?.ads.map((each) => [each.id, each])), [spots]);
  const sites = useMemo(() => new Map(spots?.sites.map((each) => [each.id, each])), [spots]);
  const picked = useMemo(() => readAdsPicked(url.pick), [url.pick]);
  const pick = useCallback(
    (next: AdsPicked | null) => set({ pick: next ? adsPickedText(next) : undefined }),
    [set],
  );
  const goTo = useCallback(
    (next: AdsPicked) => {
      pick(next);
      setDestination({ ...next });
    },
    [pick],
  );
  return {
    url,
    set,
    mode: adsModes.find((each) => each === url.mode) ?? "audit",
    mapMode: adsMapModes.find((each) => each === url.map) ?? "density",
    tab: adsTabs.find((each) => each === url.tab) ?? "group",
    cityAudit,
    audit,
    isAfter,
    auditState: {
      isComing: narrowed.isPlaceholderData,
      isStale: narrowed.isError && audit !== undefined,
      error: audit === undefined ? narrowed.error : null,
      retry: () => void narrowed.refetch(),
    },
    roads,
    ads,
    sites,
    plan,
    picked,
    pick,
    goTo,
    destination,
    overlay,
    overlays,
    engine,
    setEngine,
  };
}
