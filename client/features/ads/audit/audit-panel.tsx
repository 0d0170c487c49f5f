import { useQuery } from "@tanstack/react-query";
import { count } from "../../../../domain/text/count.ts";
import { adsRulesQuery } from "../../../api/ads-queries.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useAdsText } from "../../../text/ads-text.ts";
import { AsyncState } from "../../../ui/async-state.tsx";
import { StatusMark } from "../../../ui/status-mark.tsx";
import { useAdsDesk } from "../ads-desk-state.ts";
import { AuditRows } from "./audit-rows.tsx";
import { scopeRow } from "./audit-sums.ts";
import { FilterChips } from "./filter-chips.tsx";

/** 审计: what ought to be, what is, what is missing, and how the three belong together. */
export function AuditPanel() {
  const text = useAdsText().ads.audit;
  const { audit, url, isAfter, auditState } = useAdsDesk();
  const format = useCityFormat();
  const row = scopeRow(audit, url.group);
  const { isComing, isStale, error, retry } = auditState;
  const { notes } = useAdsText().ads;
  const note = audit?.note;
  return (
    <section
      aria-label={text.title}
      aria-busy={isComing}
      className={isStale ? "ads-audit is-stale" : "ads-audit"}
      data-testid="ads-audit"
    >
      <h3>
        {isAfter ? text.titleAfter : text.title}
        <small>
          {isStale && audit?.stamp
            ? text.staleAt(format.fullMinute(audit.stamp.at))
            : row && text.extent(count(row.roads), (row.lengthM / 1000).toFixed(1))}
        </small>
      </h3>
      <FilterChips />
      <AsyncState
        isLoading={!row && !note}
        error={error}
        isEmpty={note !== undefined}
        empty={note && notes[note]}
        lines={6}
        onRetry={retry}
      >
        <Figures />
        <AuditRows />
      </AsyncState>
      {isStale && (
        <button type="button" className="link" onClick={retry}>
          {text.retryStale}
        </button>
      )}
    </section>
  );
}

/** 应设, 现有, 缺口, and under them the sum that they make. */
function Figures() {
  const text = useAdsText().ads.audit;
  const { audit, url } = useAdsDesk();
  const { data: rules } = useQuery(adsRulesQuery);
  const row = scopeRow(audit, url.group);
  if (!row) return null;
  const { required, existing, shortage, surplus } = row;
  const figures = [
    { id: "required", value: required },
    { id: "existing", value: existing },
    { id: "shortage", value: shortage },
  ] as const;
  return (
    <>
      <dl className="ads-figures">
        {figures.map(({ id, value }) => (
          <div key={id} className={id === "shortage" && value > 0 ? "is-short" : ""}>
            <dd data-testid={`ads-${id}`}>{count(value)}</dd>
            <dt>
              {text.figures[id]}
              {id === "shortage" && value === 0 && required > 0 && <StatusMark status="closed" />}
            </dt>
          </div>
        ))}
      </dl>
      <p className="ads-identity" data-testid="ads-identity">
        {text.identity(count(required), count(existing), count(surplus), count(shortage))}
      </p>
      <p className="ads-hint">
        {text.perRoad}
        {rules?.active?.sharing === "all" && text.shared}
      </p>
    </>
  );
}
