import type { PlaceEpisode } from "../../../../domain/contract/recurrence.ts";
import { DAY_MS } from "../../../../domain/time.ts";
import type { CityFormat } from "../../../state/city-format.ts";

export type AxisTick = { readonly at: number; readonly month: number };

/** What a row of the timeline is drawn on: one axis for all rows. */
export type TimelineAxis = {
  readonly since: number;
  readonly until: number;
  readonly ticks: readonly AxisTick[];
  /** Of the width, 0 … 1; what lies outside is drawn at the edge. */
  position(t: number): number;
};

/** Px; at the left there is room for the arrow of a return. */
export const AXIS_WIDTH = 150;
const [LEFT, RIGHT] = [7, 1];
const MOST_TICKS = 5;

/** From a little before the oldest episode shown to T, with the first of every so many months. */
export function timelineAxis(
  shown: readonly PlaceEpisode[],
  asOfMs: number,
  format: Pick<CityFormat, "date" | "instant">,
): TimelineAxis {
  const oldest = Math.min(...shown.map(({ start }) => Date.parse(start)), asOfMs);
  const since = oldest - Math.max(DAY_MS, (asOfMs - oldest) * 0.06);
  return {
    since,
    until: asOfMs,
    ticks: monthTicks(since, asOfMs, format),
    position: (t) => Math.max(0, Math.min(1, (t - since) / (asOfMs - since))),
  };
}

/** Px from the left end of the axis. */
export function axisX({ position }: TimelineAxis, t: number): number {
  return LEFT + position(t) * (AXIS_WIDTH - LEFT - RIGHT);
}

function monthTicks(
  since: number,
  until: number,
  { date, instant }: Pick<CityFormat, "date" | "instant">,
): readonly AxisTick[] {
  const [year = 0, month = 1] = date(since).split("-").map(Number);
  const starts: AxisTick[] = [];
  for (let step = 1; ; step++) {
    const number = month - 1 + step;
    const name = (number % 12) + 1;
    const at = instant(`${year + Math.floor(number / 12)}-${String(name).padStart(2, "0")}-01`);
    if (!(at <= until)) break;
    starts.push({ at, month: name });
  }
  const every = Math.ceil(starts.length / MOST_TICKS);
  return starts.filter((_, i) => (starts.length - 1 - i) % every === 0);
}
