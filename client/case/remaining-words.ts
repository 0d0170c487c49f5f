import { DAY_MS, HOUR_MS } from "../../domain/time.ts";
import type { CaseText } from "../text/case-text.ts";

/** 剩余 12.5 工作时, 已超 2 天: time within or beyond a limit. */
export function remainingWords(
  remainingMs: number,
  countsWorkTime: boolean,
  text: CaseText,
): { readonly words: string; readonly isOver: boolean } {
  const { clock } = text.caseBlock;
  const isOver = remainingMs < 0;
  const amount = Math.abs(remainingMs);
  const span = countsWorkTime ? clock.workHours(hours(amount)) : wallSpan(amount, text);
  return { words: isOver ? clock.over(span) : clock.remaining(span), isOver };
}

/** One decimal, and never 0 of what is not over yet. */
function hours(ms: number): string {
  return String(Math.max(0.1, Math.round((ms / HOUR_MS) * 10) / 10));
}

function wallSpan(ms: number, { duration }: CaseText): string {
  if (ms >= DAY_MS) return duration.days(Math.floor(ms / DAY_MS));
  if (ms >= HOUR_MS) return duration.hours(Math.floor(ms / HOUR_MS));
  return duration.minutes(Math.max(1, Math.floor(ms / 60_000)));
}
