import type { AdSummaryRow } from "../../../../domain/contract/ads.ts";
import { count } from "../../../../domain/text/count.ts";
import { type AdsTab, adsTabs } from "../../../state/ads-url.ts";
import { useAdsText } from "../../../text/ads-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { useNames } from "../use-names.ts";
import { statusShares } from "./audit-sums.ts";
import { percentWords } from "./percent-words.ts";
import { StatusBar } from "./status-bar.tsx";

const LISTS = { group: "byGroup", zone: "byZone", unit: "byUnit" } as const;

/** The same sums by class, zone or unit; a click on a row leaves only its roads. */
export function AuditRows() {
  const text = useAdsText().ads.audit;
  const { audit, tab, set } = useAdsDesk();
  const rows = audit?.summary?.[LISTS[tab]] ?? [];
  const shown = tab === "group" ? rows : rows.toSorted((a, b) => b.shortage - a.shortage);
  return (
    <>
      <div className="ads-tabs" role="tablist" aria-label={text.tabsLabel}>
        {adsTabs.map((each) => (
          <button
            type="button"
            role="tab"
            key={each}
            id={`ads-tab-${each}`}
            aria-selected={each === tab}
            aria-controls="ads-tab-panel"
            onClick={() => set({ tab: each === "group" ? undefined : each })}
          >
            {text.tabs[each]}
          </button>
        ))}
        <span className="grow" />
        <small>{text.barHead}</small>
      </div>
      <div id="ads-tab-panel" role="tabpanel" aria-labelledby={`ads-tab-${tab}`}>
        <ul className="ads-sums" data-testid="ads-sums">
          {shown.map((row) => (
            <SumRow key={row.id ?? ""} row={row} tab={tab} />
          ))}
        </ul>
      </div>
    </>
  );
}

function SumRow({ row, tab }: { readonly row: AdSummaryRow; readonly tab: AdsTab }) {
  const text = useAdsText().ads.audit;
  const { url, set } = useAdsDesk();
  const names = useNames();
  const shares = statusShares(row);
  const { id } = row;
  const name = tab === "group" && id !== null ? names.groupWord(id, row.name) : row.name;
  const isChosen = id !== null && url[tab] === id;
  return (
    <li data-id={id ?? "none"}>
      <button
        type="button"
        className="plain"
        disabled={id === null}
        aria-pressed={isChosen}
        title={text.rowTitle(name, count(row.required), count(row.existing), count(row.surplus))}
        onClick={() => set({ [tab]: isChosen ? undefined : (id ?? undefined) })}
      >
        <span className="ads-sum-name">{name || text.none[tab]}</span>
        <StatusBar row={row} />
        <span className="number">
          {shares ? percentWords(shares.short) : "—"} <b>{text.short(count(row.shortage))}</b>
        </span>
      </button>
    </li>
  );
}
