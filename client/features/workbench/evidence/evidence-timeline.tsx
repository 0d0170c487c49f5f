import { useState } from "react";
import type { PlaceEvidence } from "../../../../domain/contract/recurrence.ts";
import { foldedEpisodes, isLost } from "../../../state/place-evidence.ts";
import { useCityFormat } from "../../../state/use-city-format.ts";
import { useText } from "../../../text/use-text.ts";
import { EpisodeRow } from "./episode-row.tsx";
import { axisX, timelineAxis } from "./timeline-axis.ts";

const SHOWN = 8;
/** A month that begins further right would run into the next column. */
const LABELLED = 0.92;

type TimelineProps = { readonly place: PlaceEvidence; readonly asOfMs: number };

/** One row an episode, newest first, on a common axis; duplicates are folded into the row they belong to. */
export function EvidenceTimeline({ place, asOfMs }: TimelineProps) {
  const text = useText();
  const format = useCityFormat();
  const [isWhole, setIsWhole] = useState(false);
  const newestFirst = foldedEpisodes(place.episodes);
  const rows = isWhole ? newestFirst : newestFirst.slice(0, SHOWN);
  const hidden = newestFirst.length - rows.length;
  const reports = place.episodes.reduce((sum, episode) => sum + episode.reports.length, 0);
  const axis = timelineAxis(
    rows.map(({ episode }) => episode),
    asOfMs,
    format,
  );
  return (
    <section data-testid="timeline">
      <header className="section-title">
        <h3>{text.place.timeline}</h3>
        <span>{text.place.episodes(place.episodes.length, reports)}</span>
      </header>
      <table className="timeline">
        <thead>
          <tr>
            <th>{text.problem.reportedAt}</th>
            <th className="axis">
              {axis.ticks
                .filter(({ at }) => axis.position(at) < LABELLED)
                .map(({ at, month }) => (
                  <span key={at} style={{ left: axisX(axis, at) }}>
                    {text.place.month(month)}
                  </span>
                ))}
            </th>
            <th colSpan={2}>{text.place.gap}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((folded) => (
            <EpisodeRow
              key={folded.episode.start}
              folded={folded}
              axis={axis}
              colour={`var(--class-${place.class})`}
            />
          ))}
        </tbody>
      </table>
      <TimelineKeys
        place={place}
        more={hidden > 0 ? text.place.earlier(hidden) : isWhole ? text.place.later : null}
        onMore={() => setIsWhole(!isWhole)}
      />
    </section>
  );
}

type KeysProps = {
  readonly place: PlaceEvidence;
  readonly more: string | null;
  readonly onMore: () => void;
};

function TimelineKeys({ place, more, onMore }: KeysProps) {
  const text = useText();
  const hasAssumed = place.episodes.some(isLost);
  return (
    <p className="timeline-keys">
      <span>
        <i className="bar-key" /> {text.place.keyBar}
      </span>
      <span>
        <i className="bar-key open" /> {text.place.keyOpen}
      </span>
      {hasAssumed && (
        <span>
          <i className="bar-key assumed" /> {text.place.keyAssumed}
        </span>
      )}
      <span>
        <b className="return-key" style={{ color: `var(--class-${place.class})` }}>
          ▶
        </b>{" "}
        {text.place.keyReturn}
      </span>
      <span>
        <i className="tick-key" /> {text.place.keyDuplicate}
      </span>
      {more !== null && (
        <button type="button" className="link" onClick={onMore}>
          {more}
        </button>
      )}
    </p>
  );
}
