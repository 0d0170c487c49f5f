import type { PlaceEpisode } from "../../../domain/contract/recurrence.ts";
import { isLost } from "../../state/place-evidence.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useText } from "../../text/use-text.ts";

/** Every report of the place, oldest first, and what it was taken as; a rule divides the episodes. */
export function ReportsTable({ episodes }: { readonly episodes: readonly PlaceEpisode[] }) {
  const text = useText();
  const reports = episodes.reduce((sum, episode) => sum + episode.reports.length, 0);
  const { columns } = text.sheet;
  return (
    <section>
      <h2>
        {text.sheet.reports} <small>{text.sheet.reportCount(reports, episodes.length)}</small>
      </h2>
      <table data-testid="reports">
        <thead>
          <tr>
            <th>{columns.number}</th>
            <th>{columns.id}</th>
            <th>{columns.reported}</th>
            <th>{columns.closed}</th>
            <th>{columns.source}</th>
            <th>{columns.role}</th>
            <th>{columns.gap}</th>
          </tr>
        </thead>
        {episodes.map((episode, i) => (
          <EpisodeRows key={episode.start} episode={episode} number={i + 1} />
        ))}
      </table>
    </section>
  );
}

type EpisodeRowsProps = { readonly episode: PlaceEpisode; readonly number: number };

function EpisodeRows({ episode, number }: EpisodeRowsProps) {
  const text = useText();
  const format = useCityFormat();
  const { gapDays, isRecurrence, isQuick } = episode;
  const gap = isRecurrence && gapDays !== null ? text.place.gapDays(Math.floor(gapDays)) : "";
  return (
    <tbody className={isRecurrence ? "returned" : ""}>
      {episode.reports.map(({ id, role, reportedAt, closedAt, source }, i) => (
        <tr key={id}>
          <td>{i === 0 ? number : ""}</td>
          <td>{id}</td>
          <td>{format.fullMinute(reportedAt)}</td>
          <td>
            {closedAt ? format.fullMinute(closedAt) : text.sheet.notClosed}
            {!closedAt && isLost(episode) && ` (${text.place.keyAssumed})`}
          </td>
          <td>{format.source(source)}</td>
          <td>{text.place.roles[role]}</td>
          <td>
            {role === "recurrence" &&
              [gap, isQuick ? text.place.quick : ""].filter(Boolean).join(" · ")}
          </td>
        </tr>
      ))}
    </tbody>
  );
}
