import { useQuery } from "@tanstack/react-query";
import type { ZoneBody, ZoneList } from "../../../../domain/contract/zones.ts";
import { trendQuery, zonesQuery } from "../../../api/queries.ts";
import { count } from "../../../state/city-format.ts";
import { earlier, type ScreenScope } from "../screen-scope.ts";
import { hasRisen, sparkPoints } from "./backlog-line.ts";
import { definePanel, type PanelProps } from "./panel.ts";

const DAYS = 30;

/** Zones by what needs a person first: most overdue, then most open. */
export const ranking = definePanel({
  id: "ranking",
  title: (text) => text.screen.ranking.title,
  note: ({ text }) => text.screen.ranking.note,
  query: ({ filter }) => zonesQuery(filter, "zone"),
  why: ({ screen }) => [screen.ranking.why],
  View: RankingView,
});

export function rankedZones({ features }: ZoneList): ZoneBody[] {
  return features
    .map(({ properties }) => properties)
    .toSorted(
      (a, b) =>
        b.overdueCount - a.overdueCount || b.openCount - a.openCount || (a.id < b.id ? -1 : 1),
    );
}

function RankingView({ data, rows, scope }: PanelProps<ZoneList>) {
  const { heads } = scope.text.screen.ranking;
  const ranked = rankedZones(data);
  return (
    <table className="wall-table wall-ranking">
      <thead>
        <tr>
          <th scope="col">{heads.rank}</th>
          <th scope="col">{heads.zone}</th>
          <th scope="col">{heads.lead}</th>
          <th />
          <th scope="col">{heads.overdue}</th>
          <th scope="col">{heads.open}</th>
        </tr>
      </thead>
      <tbody>
        {ranked.slice(0, rows).map((zone, i) => (
          <tr key={zone.id}>
            <td>{i + 1}</td>
            <th scope="row">{shortName(zone.name)}</th>
            <td className="is-quiet">{leadOf(zone, scope)}</td>
            <td>
              <Backlog zone={zone.id} scope={scope} />
            </td>
            <td className={zone.overdueCount > 0 && i < 3 ? "is-number is-bad" : "is-number"}>
              {count(zone.overdueCount)}
            </td>
            <td className="is-number">{count(zone.openCount)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The head of the column says what they are. */
function shortName(name: string): string {
  return name.length > 2 && name.endsWith("片区") ? name.slice(0, -2) : name;
}

function leadOf({ leads: [first = "", ...others] }: ZoneBody, { text }: ScreenScope): string {
  if (first === "") return text.zone.noLead;
  return others.length === 0 ? first : text.zone.leadAndOthers(first, others.length + 1);
}

const [WIDTH, HEIGHT] = [92, 24];

/** What was open in a zone day by day; its last point dotted, orange where it keeps rising. */
function Backlog({ zone, scope }: { readonly zone: string; readonly scope: ScreenScope }) {
  const { data } = useQuery(trendQuery({ ...earlier(scope, 0), zone }, DAYS));
  if (!data || data.open.length < 2) return null;
  const points = sparkPoints(data.open, WIDTH, HEIGHT);
  const [x = 0, y = 0] = points.at(-1) ?? [];
  const colour = hasRisen(data.open) ? "var(--overdue)" : "var(--spark)";
  return (
    <svg className="wall-spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <polyline points={points.join(" ")} fill="none" stroke={colour} strokeWidth="1.8" />
      <circle cx={x} cy={y} r="2.6" fill={colour} />
    </svg>
  );
}
