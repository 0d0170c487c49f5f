import type { PlaceEpisode } from "../../../../domain/contract/recurrence.ts";
import { DAY_MS } from "../../../../domain/time.ts";
import { type EpisodeReport, isLost } from "../../../state/place-evidence.ts";
import { AXIS_WIDTH, axisX, type TimelineAxis } from "./timeline-axis.ts";

const [ROW, MIDDLE, HALF] = [24, 13, 5];
const ARROW = 6;

type EpisodeBarProps = {
  readonly episode: PlaceEpisode;
  readonly duplicates: readonly EpisodeReport[];
  readonly axis: TimelineAxis;
  /** CSS colour of the return's arrow: the class's. */
  readonly colour: string;
};

/** Dots for the quiet before, ▶ a return, a bar while it was open, ticks above for duplicates. */
export function EpisodeBar({ episode, duplicates, axis, colour }: EpisodeBarProps) {
  const x = (t: number) => axisX(axis, t);
  const start = Date.parse(episode.start);
  const end = episode.end === null ? axis.until : Date.parse(episode.end);
  const [from, width] = [x(start), Math.max(3, x(end) - x(start))];
  const quietFrom = x(start - Math.max(0, (episode.gapDays ?? 0) * DAY_MS));
  return (
    <svg viewBox={`0 0 ${AXIS_WIDTH} ${ROW}`} className="episode" aria-hidden="true">
      {axis.ticks.map(({ at }) => (
        <line key={at} x1={x(at)} x2={x(at)} y1={0} y2={ROW} className="grid" />
      ))}
      {episode.isRecurrence && (
        <>
          <line x1={quietFrom} x2={from - ARROW} y1={MIDDLE} y2={MIDDLE} className="quiet" />
          <path
            d={`M${from - ARROW - 1} ${MIDDLE - 4}l${ARROW} 4-${ARROW} 4Z`}
            style={{ fill: colour }}
          />
        </>
      )}
      {isLost(episode) ? (
        <AssumedBar from={from} width={width} />
      ) : (
        <rect
          x={from}
          y={MIDDLE - HALF}
          width={width}
          height={2 * HALF}
          className={episode.end === null ? "open" : ""}
        />
      )}
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

type AssumedBarProps = { readonly from: number; readonly width: number };

/** Nobody closed it: hatched, and without an edge where the end is only assumed. */
function AssumedBar({ from, width }: AssumedBarProps) {
  const [top, bottom, right] = [MIDDLE - HALF, MIDDLE + HALF, from + width];
  const hatches = Array.from(
    { length: Math.floor((width - HALF) / 5) + 1 },
    (_, i) => from + 5 * i,
  );
  return (
    <g className="assumed">
      <path d={`M${right} ${top}H${from}V${bottom}H${right}`} />
      {hatches.map((x) => (
        <path key={x} d={`M${x} ${bottom}l${2 * HALF}-${2 * HALF}`} />
      ))}
    </g>
  );
}
