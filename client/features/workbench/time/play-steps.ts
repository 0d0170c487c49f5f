/** Days of the strip between which time is played, `end` the last moment shown. */
export type PlaySpan = { readonly start: number; readonly end: number };

export const STEP_DAYS = 7;

/** The day a week on, at most the end; null at the end, where playing stops. */
export function dayAfter(day: number, { end }: PlaySpan): number | null {
  return day >= end ? null : Math.min(day + STEP_DAYS, end);
}

/** The day a week back, at least a day after the start; null where there is none before. */
export function dayBefore(day: number, { start }: PlaySpan): number | null {
  return day <= start + 1 ? null : Math.max(day - STEP_DAYS, start + 1);
}

/** Where playing goes on: from the day looked at, or from the start when that is the end or outside. */
export function firstDayOfPlay(day: number, span: PlaySpan): number {
  const isInside = day > span.start && day < span.end;
  return (isInside ? dayAfter(day, span) : dayAfter(span.start, span)) ?? span.end;
}
