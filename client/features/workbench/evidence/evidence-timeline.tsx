import { useState } from "react";
import type { PlaceEpisode, PlaceEvidence } from "../../../domain/contract/recurrence.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { pickedText } from "../../state/url-state.ts";
import { useCityFormat } from "../../state/use-city-format.ts";
import { useWorkbenchUrl } from "../../state/workbench-state.ts";
import { useText } from "../../text/use-text.ts";

const SHOWN = 8;
const QUICK_DAYS = 7;
const [WIDTH, ROW] = [190, 24];

type TimelineProps = { readonly place: PlaceEvidence; readonly asOf: string };

/** One row an episode, newest first, on a common axis: bar from report to closing, ▶ a return, dots the quiet before it. */
export function EvidenceTimeline({ place, asOf }: TimelineProps) {
  const text = useText();
  const format = useCityFormat();
  const [, set] = useWorkbenchUrl();
  const [isWhole, setIsWhole] = useState(false);
  const newestFirst = place.episodes.toReversed();
  const rows = isWhole ? newestFirst : newestFirst.slice(0, SHOWN);
  const hidden = newestFirst.length - rows.length;
  const reports = place.episodes.reduce((sum, episode) => sum + episode.reports.length, 0);
  const until = format.instant(asOf) || Date.now();
  const oldest = rows.at(-1);
  const since = oldest ? Date.parse(oldest.start) - gapMs(oldest) * 0.15 - DAY_MS : until - DAY_MS;
  const x = (t: number) => ((t - since) / (until - since)) * (WIDTH - 8) + 4;
  return (
    <section>
      <header className="section-title">
        <h3>{text.place.timeline}</h3>
        <span>{text.place.episodes(place.episodes.length, reports)}</span>
      </header>
      <table className="timeline">
        <thead>
          <tr>
            <th>{text.problem.reportedAt}</th>
            <th className="axis">
              <span>{format.date(since).slice(2)}</span>
              <span>{format.date(until).slice(2)}</span>
            </th>
            <th>{text.place.gap}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((episode) => {
            const first = episode.reports[0];
            return (
              <tr key={episode.start}>
                <td>
                  <button
                    type="button"
                    className="link"
                    onClick={() =>
                      first && set({ pick: pickedText({ kind: "problem", id: first.id }) })
                    }
                  >
                    {format.day(episode.start)}
                  </button>
                </td>
                <td>
                  <EpisodeBar episode={episode} x={x} until={until} />
                </td>
                <td>
                  {episode.gapDays !== null && (
                    <>
                      <strong>{text.place.gapDays(Math.floor(episode.gapDays))}</strong>
                      {episode.isRecurrence &&
                        episode.gapDays <= QUICK_DAYS &&
                        ` ${text.place.quick}`}
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="timeline-keys">
        <span>
          <i className="bar-key" /> {text.place.keyBar}
        </span>
        <span>
          <i className="bar-key open" /> {text.place.keyOpen}
        </span>
        <span>
          <b className="return-key">▶</b> {text.place.keyReturn}
        </span>
        <span>
          <i className="tick-key" /> {text.place.keyDuplicate}
        </span>
        {hidden > 0 && (
          <button type="button" className="link" onClick={() => setIsWhole(true)}>
            {text.place.earlier(hidden)}
          </button>
        )}
      </p>
    </section>
  );
}

type EpisodeBarProps = {
  readonly episode: PlaceEpisode;
  readonly x: (t: number) => number;
  readonly until: number;
};

function EpisodeBar({ episode, x, until }: EpisodeBarProps) {
  const start = Date.parse(episode.start);
  const end = episode.end === null ? until : Date.parse(episode.end);
  const from = x(start);
  const duplicates = episode.reports.filter(({ role }) => role === "duplicate");
  return (
    <svg viewBox={`0 0 ${WIDTH} ${ROW}`} className="episode" aria-hidden="true">
      {episode.isRecurrence && (
        <>
          <line
            x1={Math.max(0, x(start - gapMs(episode)))}
            x2={from - 7}
            y1={ROW / 2}
            y2={ROW / 2}
            className="quiet"
          />
          <path d={`M${from - 7} ${ROW / 2 - 4}l6 4-6 4Z`} className="return" />
        </>
      )}
      <rect
        x={from}
        y={ROW / 2 - 5}
        width={Math.max(3, x(end) - from)}
        height={10}
        className={episode.end === null ? "open" : ""}
      />
      {duplicates.map(({ id, reportedAt }) => (
        <line
          key={id}
          x1={x(Date.parse(reportedAt))}
          x2={x(Date.parse(reportedAt))}
          y1={2}
          y2={6}
          className="duplicate"
        />
      ))}
    </svg>
  );
}

function gapMs({ gapDays }: PlaceEpisode): number {
  return Math.max(0, (gapDays ?? 0) * DAY_MS);
}
