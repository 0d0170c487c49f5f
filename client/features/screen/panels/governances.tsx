import { type Governance, governances as names } from "../../../../domain/category.ts";
import type { CityManifest } from "../../../../domain/contract/city.ts";
import type { ProblemCount } from "../../../../domain/contract/problems.ts";
import { count } from "../../../../domain/text/count.ts";
import { DAY_MS } from "../../../../domain/time.ts";
import { countQuery } from "../../../api/queries.ts";
import { earlier } from "../screen-scope.ts";
import { moved, wholePercent } from "./change.ts";
import { definePanel, type PanelProps } from "./panel.ts";

type Row = { readonly name: Governance; readonly open: number; readonly before: number };

/** 五项治理: what is open by governance, largest first. */
export const governances = definePanel({
  id: "governances",
  title: (text) => text.screen.governances.title,
  note: ({ text }) => text.screen.governances.note,
  query: (scope) => {
    const { client, city, filter } = scope;
    const now = { ...filter, status: "open" };
    const before = { ...earlier(scope, 7 * DAY_MS), status: "open" };
    return {
      queryKey: ["wall-governances", now, before.asOf],
      queryFn: async (): Promise<Row[]> => {
        const [counts, past] = await Promise.all([
          client.ensureQueryData(countQuery(now)),
          client.ensureQueryData(countQuery(before)),
        ]);
        return governanceRows(city.categories, counts.byCategory, past.byCategory);
      },
    };
  },
  why: ({ screen }) => [screen.governances.why],
  View: GovernancesView,
});

export function governanceRows(
  categories: CityManifest["categories"],
  now: ProblemCount["byCategory"],
  before: ProblemCount["byCategory"],
): Row[] {
  const of = new Map(categories.map(({ code, governance }) => [code, governance]));
  const sum = (counts: ProblemCount["byCategory"], name: Governance) =>
    Object.entries(counts).reduce((n, [code, each]) => n + (of.get(code) === name ? each : 0), 0);
  return names
    .map((name) => ({ name, open: sum(now, name), before: sum(before, name) }))
    .toSorted((a, b) => b.open - a.open);
}

function GovernancesView({ data, scope }: PanelProps<Row[]>) {
  const text = scope.text.screen.governances;
  const total = data.reduce((sum, { open }) => sum + open, 0);
  const most = Math.max(1, ...data.map(({ open }) => open));
  return (
    <ul className="wall-bars">
      {data.map(({ name, open, before }) => (
        <li key={name}>
          <h3>{text.names[name]}</h3>
          <div className="wall-track" aria-hidden="true">
            <span style={{ width: `${(100 * open) / most}%` }} />
          </div>
          <strong>{count(open)}</strong>
          <span>{wholePercent(open, total)}</span>
          <span className="is-quiet">{moved(open - before)}</span>
        </li>
      ))}
    </ul>
  );
}
