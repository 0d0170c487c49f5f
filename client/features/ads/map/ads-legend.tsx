import { type ReactNode, useState } from "react";
import type { RoadStatus } from "../../../../domain/ads/audit/road-status.ts";
import { count } from "../../../../domain/text/count.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useAdsText } from "../../../text/ads-text.ts";
import { Icon } from "../../../ui/icon.tsx";
import { useAdsDesk } from "../ads-desk-state.ts";
import { scopeRow, standingCounts } from "../audit/audit-sums.ts";
import { AdMark, StatusLine } from "./legend-marks.tsx";
import { ModeKeys } from "./mode-keys.tsx";
import type { MarkPlaces } from "./use-mark-places.ts";

const SHOWN_STATUSES = [
  "short",
  "met",
  "dense",
  "unneeded",
] as const satisfies readonly RoadStatus[];

/** A phone's map is small: its legend begins folded. */
const isRoomy = () => matchMedia("(min-width: 901px)").matches;

/** What the map shows, in which unit, of when; its counts are the audit's sums. */
export function AdsLegend({ places }: { readonly places: MarkPlaces }) {
  const text = useAdsText().ads;
  const { mapMode, isAfter, plan, mode, set } = useAdsDesk();
  const [isOpen, setOpen] = useState(isRoomy);
  const isChoosable = mode !== "audit" && plan?.state === "done";
  return (
    <section className="card ads-legend" aria-label={text.legend.title} data-testid="ads-legend">
      <h3>
        {text.legend.titles[mapMode]}
        <small>
          {text.legend.units[mapMode]} · {isAfter ? text.legend.whenAfter : text.legend.now}
          <button
            type="button"
            aria-expanded={isOpen}
            aria-label={text.legend.fold}
            onClick={() => setOpen(!isOpen)}
          >
            <Icon name={isOpen ? "minus" : "plus"} />
          </button>
        </small>
      </h3>
      {isOpen && (
        <>
          {mapMode === "density" ? <StatusKeys /> : <ModeKeys />}
          <MarkKeys places={places} />
          {isChoosable && (
            <fieldset className="ads-switch" aria-label={text.legend.when}>
              {([undefined, "after"] as const).map((show) => (
                <button
                  type="button"
                  key={show ?? "now"}
                  aria-pressed={isAfter === (show !== undefined)}
                  onClick={() => set({ show })}
                >
                  {show === undefined ? text.legend.now : text.legend.after}
                </button>
              ))}
            </fieldset>
          )}
          <Foot />
        </>
      )}
    </section>
  );
}

/** A row for each status; a click on one leaves only such roads. */
function StatusKeys() {
  const text = useAdsText().ads;
  const { audit, url, set } = useAdsDesk();
  const row = scopeRow(audit, url.group);
  return (
    <ul>
      {SHOWN_STATUSES.map((status) => (
        <li key={status}>
          <button
            type="button"
            className="plain"
            aria-pressed={url.status === status}
            onClick={() => set({ status: url.status === status ? undefined : status })}
          >
            <StatusLine status={status} />
            {text.legend.statuses[status]}
            <span className="number" data-status={status}>
              {row && text.legend.roads(count(row[status]))}
              {row && status === "short" && ` · ${text.legend.short(count(row.shortage))}`}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function MarkKeys({ places }: { readonly places: MarkPlaces }) {
  const text = useAdsText().ads.legend;
  const { url, set, mode } = useAdsDesk();
  const { counted, other } = standingCounts(places.ads.map(({ mark }) => mark));
  const sites = places.sites.length;
  const barred = places.sites.filter(({ mark }) => mark.blocked !== null).length;
  const key = (mark: Parameters<typeof AdMark>[0]["name"], words: string): ReactNode => (
    <span key={mark}>
      <AdMark name={mark} />
      {words}
    </span>
  );
  return (
    <p className="ads-keys">
      {key("counted", text.counted(count(counted)))}
      {other > 0 && key("other", text.other(count(other)))}
      {mode === "plan" && key("new", text.fresh(count(places.fresh.length)))}
      {mode === "plan" && key("repair", text.repairs(count(places.repairs.length)))}
      {sites > 0 && (
        <label>
          <input
            type="checkbox"
            checked={url.blocked !== undefined}
            onChange={({ target }) => set({ blocked: target.checked ? "1" : undefined })}
          />
          <AdMark name="free" />
          {text.free(count(sites - barred))}
          <AdMark name="barred" />
          {text.barred(count(barred))}
        </label>
      )}
    </p>
  );
}

function Foot() {
  const text = useAdsText().ads.legend;
  const { audit } = useAdsDesk();
  const format = useCityFormat();
  if (!audit?.stamp) return null;
  const { rules, at } = audit.stamp;
  return <p className="ads-foot">{text.stamp(rules.version, format.fullMinute(at))}</p>;
}
