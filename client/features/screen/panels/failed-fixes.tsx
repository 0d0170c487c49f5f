import type { RecurrenceSummary } from "../../../../domain/contract/recurrence.ts";
import { count } from "../../../../domain/text/count.ts";
import { parametersQuery, summaryQuery } from "../../../api/recurrence-queries.ts";
import { whenever } from "../screen-scope.ts";
import { wholePercent } from "./change.ts";
import { definePanel, type PanelProps } from "./panel.ts";

type Fix = { readonly category: string } & RecurrenceSummary["relapse"];
type Fixes = { readonly rows: readonly Fix[]; readonly days: number };

const MOST = 6;

/** 办结没守住: share of closings after which it came back, with its interval, by class of problem. */
export const failedFixes = definePanel({
  id: "failed-fixes",
  title: (text) => text.screen.fixes.title,
  note: ({ text }, data: Fixes | undefined) =>
    data ? text.screen.fixes.noteDays(data.days) : text.screen.fixes.note,
  query: (scope) => {
    const { client } = scope;
    const filter = whenever(scope);
    const whole = summaryQuery(filter);
    return {
      queryKey: ["wall-fixes", ...whole.queryKey],
      queryFn: async (): Promise<Fixes> => {
        const [summary, { settings }] = await Promise.all([
          client.ensureQueryData(whole),
          client.ensureQueryData(parametersQuery),
        ]);
        const rows = await Promise.all(
          summary.byCategory.slice(0, MOST).map(async ({ category }): Promise<Fix> => {
            const part = await client.ensureQueryData(summaryQuery({ ...filter, category }));
            return { category, ...part.relapse };
          }),
        );
        return {
          rows: rows.filter(({ n }) => n > 0).toSorted(byShare),
          days: settings.relapseDays,
        };
      },
    };
  },
  counts: whenever,
  empty: (data, { screen }) => (data.rows.length === 0 ? screen.fixes.empty : null),
  why: ({ screen }) => [screen.fixes.why],
  View: FixesView,
});

function byShare(a: Fix, b: Fix): number {
  return b.x / b.n - a.x / a.n;
}

function FixesView({ data, rows, scope }: PanelProps<Fixes>) {
  return (
    <ul className="wall-fixes">
      {data.rows.slice(0, rows).map(({ category, x, n, low, high }) => (
        <li key={category}>
          <h3 title={scope.format.category(category)}>{scope.format.category(category)}</h3>
          <div className="wall-track" aria-hidden="true">
            <span
              className="wall-interval"
              style={{ left: `${100 * (low ?? 0)}%`, right: `${100 * (1 - (high ?? 1))}%` }}
            />
            <i style={{ left: `${(100 * x) / n}%` }} />
          </div>
          <strong>{wholePercent(x, n)}</strong>
          <span className="is-quiet">
            {count(x)}/{count(n)}
          </span>
        </li>
      ))}
    </ul>
  );
}
