import type { AdSummaryBody, AdSummaryRow } from "../../../../domain/contract/ads.ts";
import { count } from "../../../../domain/text/count.ts";
import { adSummaryQuery } from "../../../api/screen-queries.ts";
import { tenthPercent } from "./change.ts";
import { definePanel, type PanelProps } from "./panel.ts";

/** 公益广告覆盖: how much of what the rules ask for is there. */
export const adsCoverage = definePanel({
  id: "ads-coverage",
  title: (text) => text.screen.ads.title,
  note: ({ text }) => text.screen.ads.note,
  query: () => adSummaryQuery,
  counts: () => ({}),
  empty: (data: AdSummaryBody, { screen }) =>
    data.total === null || data.total.required === 0 ? screen.ads.noRules : null,
  why: ({ screen }) => [screen.ads.why],
  View: AdsView,
});

const statuses = ["short", "met", "dense"] as const;

function AdsView({ data, scope }: PanelProps<AdSummaryBody>) {
  const text = scope.text.screen.ads;
  if (data.total === null) return null;
  const { total } = data;
  return (
    <div className="wall-ads">
      <p className="wall-ads-share">
        <span>{text.covered}</span>
        <strong>
          {tenthPercent(coverage(total))}
          <small>%</small>
        </strong>
        <span className={total.shortage > 0 ? "is-bad" : ""}>
          {text.missing(count(total.shortage))}
        </span>
      </p>
      <div className="wall-track" aria-hidden="true">
        <span style={{ width: `${100 * coverage(total)}%` }} />
      </div>
      <ul>
        {statuses.map((status) => (
          <li key={status}>
            <span>{text.status[status]}</span>
            <strong>{text.roads(count(total[status]))}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

function coverage({ required, shortage }: AdSummaryRow): number {
  return required === 0 ? 0 : 1 - shortage / required;
}
