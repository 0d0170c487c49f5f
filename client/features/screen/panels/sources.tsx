import type { ProblemCount } from "../../../../domain/contract/problems.ts";
import { count } from "../../../../domain/text/count.ts";
import { DAY_MS } from "../../../../domain/time.ts";
import { countQuery } from "../../../api/queries.ts";
import tokens from "../../../app/tokens.json";
import type { FilterParams } from "../../../state/url-state.ts";
import { reportedFrom, type ScreenScope } from "../screen-scope.ts";
import { wholePercent } from "./change.ts";
import { definePanel, type PanelProps } from "./panel.ts";

const DAYS = 7;
const { series } = tokens.palette.dark;
/** Keys that there is room for; what is smaller goes together. */
const MOST = 6;
const REST = "";

/** 问题来源: one bar of shares, and what each part is. */
export const sources = definePanel({
  id: "sources",
  title: (text) => text.screen.sources.title,
  note: ({ text }, data: ProblemCount | undefined) =>
    data ? text.screen.sources.note(count(data.total)) : "",
  query: (scope) => countQuery(lastWeek(scope)),
  counts: lastWeek,
  empty: (data, { screen }) => (data.total === 0 ? screen.sources.empty : null),
  why: ({ screen }) => [screen.sources.why],
  View: SourcesView,
});

function lastWeek(scope: ScreenScope): FilterParams {
  return reportedFrom(scope, scope.clock.dayStart(scope.now) - (DAYS - 1) * DAY_MS);
}

/** Largest first; the smallest of too many as one. */
export function partsOf(
  bySource: ProblemCount["bySource"],
): readonly (readonly [code: string, n: number])[] {
  const ranked = Object.entries(bySource)
    .filter(([, n]) => n > 0)
    .toSorted(([, a], [, b]) => b - a);
  if (ranked.length <= MOST) return ranked;
  const rest = ranked.slice(MOST - 1).reduce((sum, [, n]) => sum + n, 0);
  return [...ranked.slice(0, MOST - 1), [REST, rest]];
}

function SourcesView({ data, scope }: PanelProps<ProblemCount>) {
  const parts = partsOf(data.bySource);
  return (
    <div className="wall-sources">
      <div className="wall-shares" aria-hidden="true">
        {parts.map(([code, n], i) => (
          <span key={code} style={{ flexGrow: n, background: series[i] }} />
        ))}
      </div>
      <ul>
        {parts.map(([code, n], i) => (
          <li key={code}>
            <i style={{ background: series[i] }} />{" "}
            <span>
              {code === REST ? scope.text.screen.sources.rest : scope.format.source(code)}
            </span>
            <strong>{wholePercent(n, data.total)}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
