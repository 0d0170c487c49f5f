import { useCallback, useMemo, useState } from "react";
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
import { useAdsData } from "./use-ads-data.ts";
import { useOverlays } from "./use-overlays.ts";

/** What the address says, with everything that it asks for. */
export function useDesk(): AdsDesk {
  const [url, set] = useAdsUrl();
  const data = useAdsData(url);
  const picking = usePicking(url.pick, set);
  const overlays = useOverlays();
  const [engine, setEngine] = useState<MapEngine | null>(null);
  return {
    url,
    set,
    mode: adsModes.find((each) => each === url.mode) ?? "audit",
    mapMode: adsMapModes.find((each) => each === url.map) ?? "density",
    tab: adsTabs.find((each) => each === url.tab) ?? "group",
    ...data,
    ...picking,
    ...overlays,
    engine,
    setEngine,
  };
}

function usePicking(
  text: string | undefined,
  set: AdsDesk["set"],
): Pick<AdsDesk, "picked" | "pick" | "goTo" | "destination"> {
  const [destination, setDestination] = useState<AdsPicked | null>(null);
  const picked = useMemo(() => readAdsPicked(text), [text]);
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
  return { picked, pick, goTo, destination };
}
