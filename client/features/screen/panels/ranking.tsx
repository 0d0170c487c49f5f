import type { ScreenStandings, StandingZone } from "../../../../domain/contract/screen-reads.ts";
import { count } from "../../../../domain/text/count.ts";
import { standingsQuery } from "../../../api/screen-queries.ts";
import { type ScreenScope, whenever } from "../screen-scope.ts";
import { hasRisen, sparkPoints } from "./backlog-line.ts";
import { moved } from "./change.ts";
import { definePanel, type PanelProps } from "./panel.ts";

/** 片区排名: by score, best first, with how the rank has moved and what stood open. */
export const ranking = definePanel({
  id: "ranking",
  title: (text) => text.screen.ranking.title,
  note: ({ text }, data: ScreenStandings | undefined, rows) => {
    const { note, notePart } = text.screen.ranking;
    const all = data?.zones.length ?? 0;
    return all <= rows ? note : notePart(all, ...endsOf(rows));
  },
  query: (scope) => standingsQuery(whenever(scope)),
  counts: whenever,
  empty: ({ zones }: ScreenStandings, { screen }) =>
    zones.length === 0 ? screen.ranking.empty : null,
  why: ({ screen }) => [screen.ranking.why, screen.ranking.whyScore],
  View: RankingView,
});

/** Of many zones the first few are shown, and the last ones: those need a person. */
const FIRST = 3;

/** Best score first, those without one last; where not all fit, the middle is left out. */
export function rankedZones(zones: readonly StandingZone[], rows: number): StandingZone[] {
  const ranked = zones.toSorted(
    (a, b) => (b.score ?? -1) - (a.score ?? -1) || a.overdue - b.overdue || (a.id < b.id ? -1 : 1),
  );
  if (ranked.length <= rows) return ranked;
  const [first, last] = endsOf(rows);
  return [...ranked.slice(0, first), ...ranked.slice(ranked.length - last)];
}

/** How many of the first and of the last there is room for. */
function endsOf(rows: number): [first: number, last: number] {
  const first = Math.min(FIRST, rows);
  return [first, rows - first];
}

/** So many of the zones with most overdue are called out. */
const CALLED_OUT = 3;

function RankingView({ data, rows, scope }: PanelProps<ScreenStandings>) {
  const { heads } = scope.text.screen.ranking;
  const overdue = data.zones.map((zone) => zone.overdue).toSorted((a, b) => b - a);
  const gapAt = data.zones.length > rows ? FIRST : -1;
  const from = Math.max(1, overdue[CALLED_OUT - 1] ?? 1);
  return (
    <table className="wall-table wall-ranking">
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {heads.rank}
          </th>
          <th scope="col">{heads.zone}</th>
          <th scope="col">{heads.lead}</th>
          <th />
          <th scope="col">{heads.overdue}</th>
          <th scope="col">{heads.score}</th>
        </tr>
      </thead>
      <tbody>
        {rankedZones(data.zones, rows).map((zone, i) => (
          <tr key={zone.id} className={i === gapAt ? "is-after-gap" : undefined}>
            <td>{zone.rank ?? "—"}</td>
            <td className="is-quiet">{moveOf(zone)}</td>
            <th scope="row" title={zone.name}>
              {shortName(zone.name)}
            </th>
            <td className="is-quiet" title={leadOf(zone, scope)}>
              {leadOf(zone, scope)}
            </td>
            <td>
              <Backlog open={zone.trend} />
            </td>
            <td className={zone.overdue >= from ? "is-number is-bad" : "is-number"}>
              {count(zone.overdue)}
            </td>
            <td className="is-number">{zone.score === null ? "—" : zone.score.toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** ▲ is better. */
function moveOf({ rank, rankBefore }: StandingZone): string {
  return rank === null || rankBefore === null ? "" : moved(rankBefore - rank);
}

/** The head of the column says what they are. */
function shortName(name: string): string {
  return name.length > 2 && name.endsWith("片区") ? name.slice(0, -2) : name;
}

function leadOf({ leads: [first = "", ...others] }: StandingZone, { text }: ScreenScope): string {
  if (first === "") return text.zone.noLead;
  return others.length === 0 ? first : text.zone.leadAndOthers(first, others.length + 1);
}

const [WIDTH, HEIGHT] = [64, 24];

/** What was open day by day; its last point dotted, orange where it keeps rising. */
function Backlog({ open }: { readonly open: readonly number[] }) {
  if (open.length < 2) return null;
  const points = sparkPoints(open, WIDTH, HEIGHT);
  const [x = 0, y = 0] = points.at(-1) ?? [];
  const colour = hasRisen(open) ? "var(--overdue)" : "var(--spark)";
  return (
    <svg className="wall-spark" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <polyline points={points.join(" ")} fill="none" stroke={colour} strokeWidth="1.8" />
      <circle cx={x} cy={y} r="2.6" fill={colour} />
    </svg>
  );
}
