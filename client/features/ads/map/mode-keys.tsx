import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { RoadStatus } from "../../../../domain/ads/audit/road-status.ts";
import { count } from "../../../../domain/text/count.ts";
import { adsRulesQuery } from "../../../api/ads-queries.ts";
import { useAdsText } from "../../../text/ads-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { themeShares } from "../audit/audit-sums.ts";
import { percentWords } from "../audit/percent-words.ts";
import { useNames } from "../use-names.ts";
import { StatusLine } from "./legend-marks.tsx";
import { isShown, modeCounts } from "./road-features.ts";

/** Keys of the maps of empty stretches, sides and themes. */
export function ModeKeys() {
  const { mapMode } = useAdsDesk();
  return mapMode === "themes" ? <ThemeKeys /> : <LineKeys />;
}

const LINES = { short: "short", ok: "met", none: "unneeded" } as const satisfies Readonly<
  Record<string, RoadStatus>
>;

function LineKeys() {
  const text = useAdsText().ads.legend;
  const { audit, url, mapMode } = useAdsDesk();
  const { data: rules } = useQuery(adsRulesQuery);
  const { group } = url;
  const counts = useMemo(() => {
    const roads = audit?.roads.filter((road) => isShown(road, { group })) ?? [];
    return modeCounts(roads, rules?.active);
  }, [audit, group, rules]);
  const kind = mapMode === "sides" ? "sides" : "gaps";
  return (
    <ul>
      {(["short", "ok", "none"] as const).map((state) => (
        <li key={state}>
          <StatusLine status={LINES[state]} />
          {text[kind][state]}
          <span className="number">{text.roads(count(counts[kind][state]))}</span>
        </li>
      ))}
    </ul>
  );
}

/** Themes with their shares; the chosen one stands out on the map. */
function ThemeKeys() {
  const text = useAdsText().ads.legend;
  const { ads, url, set } = useAdsDesk();
  const { data: rules } = useQuery(adsRulesQuery);
  const names = useNames();
  const minShares = rules?.active?.themes?.minShare;
  const shares = useMemo(() => themeShares(ads.values(), minShares ?? {}), [ads, minShares]);
  return (
    <ul>
      {shares.map(({ theme, have, share }) => (
        <li key={theme}>
          <button
            type="button"
            className="plain"
            aria-pressed={url.subject === theme}
            onClick={() => set({ subject: url.subject === theme ? undefined : theme })}
          >
            {names.theme(theme)}
            <span className="number">{`${percentWords(share)} · ${text.pieces(count(have))}`}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
