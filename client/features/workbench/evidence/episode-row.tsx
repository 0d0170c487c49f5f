import { useState } from "react";
import type { PlaceEpisode } from "../../../../domain/contract/recurrence.ts";
import { type EpisodeReport, type FoldedEpisode, isLost } from "../../../state/place-evidence.ts";
import { pickedText } from "../../../state/url-state.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useWorkbenchUrl } from "../../../state/workbench-state.ts";
import { useText } from "../../../text/use-text.ts";
import { EpisodeBar } from "./episode-bar.tsx";
import type { TimelineAxis } from "./timeline-axis.ts";

type EpisodeRowProps = {
  readonly folded: FoldedEpisode;
  readonly axis: TimelineAxis;
  readonly colour: string;
};

/** When it began, how long it was open, how long after the closing before; its duplicates unfold beneath. */
export function EpisodeRow({ folded, axis, colour }: EpisodeRowProps) {
  const text = useText();
  const format = useCityFormat();
  const [isUnfolded, setIsUnfolded] = useState(false);
  const { episode, opening, duplicates } = folded;
  return (
    <>
      <tr>
        <td title={format.fullMinute(episode.start)}>
          {opening ? (
            <ReportLink report={opening}>{format.dayBeside(episode.start, axis.until)}</ReportLink>
          ) : (
            format.dayBeside(episode.start, axis.until)
          )}
        </td>
        <td>
          <EpisodeBar episode={episode} duplicates={duplicates} axis={axis} colour={colour} />
        </td>
        <td>
          <Gap episode={episode} />
        </td>
        <td>
          {duplicates.length > 0 && (
            <button
              type="button"
              className="link"
              aria-expanded={isUnfolded}
              onClick={() => setIsUnfolded(!isUnfolded)}
            >
              {text.place.duplicates(duplicates.length)}
            </button>
          )}
        </td>
      </tr>
      {isUnfolded && (
        <tr className="unfolded">
          <td colSpan={4}>
            <ul>
              {duplicates.map((report) => (
                <li key={report.id}>
                  <span className="number">{format.minute(report.reportedAt)}</span>{" "}
                  {format.source(report.source)}{" "}
                  <ReportLink report={report}>{report.id}</ReportLink>
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </>
  );
}

type ReportLinkProps = { readonly report: EpisodeReport; readonly children: string };

function ReportLink({ report, children }: ReportLinkProps) {
  const [, set] = useWorkbenchUrl();
  return (
    <button
      type="button"
      className="link"
      onClick={() => set({ pick: pickedText({ kind: "problem", id: report.id }) })}
    >
      {children}
    </button>
  );
}

function Gap({ episode }: { readonly episode: PlaceEpisode }) {
  const text = useText();
  const words = [
    episode.isRecurrence ? null : text.place.onset,
    episode.isQuick ? text.place.quick : null,
    isLost(episode) ? text.place.assumed : null,
  ].filter(Boolean);
  return (
    <>
      {episode.isRecurrence && episode.gapDays !== null && (
        <strong>{text.place.gapDays(Math.floor(episode.gapDays))} </strong>
      )}
      {words.join(" · ")}
    </>
  );
}
