import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { count } from "../../../../domain/text/count.ts";
import { adsRulesQuery } from "../../../api/ads-queries.ts";
import { useAdsText } from "../../../text/ads-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { useNames } from "../use-names.ts";
import { themeShares } from "./audit-sums.ts";
import { percentWords } from "./percent-words.ts";

/** 主题占比: each theme's share among the ads that count, with a tick at the least that the rules ask. */
export function ThemePanel() {
  const text = useAdsText().ads.themePanel;
  const { ads, set, url } = useAdsDesk();
  const { data: rules } = useQuery(adsRulesQuery);
  const names = useNames();
  const minShares = rules?.active?.themes?.minShare;
  const shares = useMemo(
    () => themeShares(ads.values(), minShares ?? {}).filter(({ minShare }) => minShare > 0),
    [ads, minShares],
  );
  if (shares.length === 0) return null;
  const scale = Math.max(...shares.map(({ share, minShare }) => Math.max(share, minShare))) * 1.25;
  return (
    <section aria-label={text.title}>
      <h3>
        {text.title}
        <small>{text.hint}</small>
      </h3>
      <ul className="ads-themes">
        {shares.map(({ theme, share, minShare, missing, have }) => (
          <li key={theme} className={missing > 0 ? "is-short" : ""}>
            <button
              type="button"
              className="plain"
              title={text.rowTitle(names.theme(theme), count(have))}
              aria-pressed={url.map === "themes" && url.subject === theme}
              onClick={() => set({ map: "themes", subject: theme })}
            >
              <span className="ads-sum-name">{names.theme(theme)}</span>
              <span className="ads-share" aria-hidden="true">
                <span style={{ width: `${(100 * share) / scale}%` }} />
                <i style={{ left: `${(100 * minShare) / scale}%` }} />
              </span>
              <span className="number">
                {percentWords(share)}{" "}
                {missing > 0 ? (
                  <b>{text.low(count(missing))}</b>
                ) : (
                  <span className="muted">{text.atLeast(percentWords(minShare))}</span>
                )}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
