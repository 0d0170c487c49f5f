import type { CaseInHand } from "../../../domain/contract/visits.ts";
import { DAY_MS, HOUR_MS } from "../../../domain/time.ts";
import type { CityFormat } from "../../state/city-format.ts";
import type { useFieldText } from "../../text/field-text.ts";

/** Work time left of less than so many hours, and time on the wall of less than a day, is soon over. */
const SOON_WORK_HOURS = 8;

type Left = { readonly words: string; readonly tone: "over" | "soon" | "plain" };

/**
 * How much of a deadline is left, `elapsedMs` after the server said so: 剩 3 工作时, 已超 1 天. On a phone without connection
 * time on the wall goes on; work time is told as it was, its calendar is not on the phone.
 */
export function leftWords(
  { remainingMs, countsWorkTime, isClockStopped, feature }: CaseInHand,
  elapsedMs: number,
  text: ReturnType<typeof useFieldText>["orders"],
  format: CityFormat,
): Left {
  if (isClockStopped) return { words: text.stopped, tone: "plain" };
  if (remainingMs === null) return { words: text.untimed, tone: "plain" };
  const left = countsWorkTime ? remainingMs : remainingMs - elapsedMs;
  const isOver = left < 0 || feature.properties.isOverdue;
  if (!countsWorkTime) {
    const span = format.span(Math.abs(left));
    if (isOver) return { words: text.over(span), tone: "over" };
    return { words: text.left(span), tone: left < DAY_MS ? "soon" : "plain" };
  }
  const hours = Math.max(0.1, Math.round((Math.abs(left) / HOUR_MS) * 10) / 10);
  const span = text.workHours(String(hours));
  if (isOver) return { words: text.over(span), tone: "over" };
  return { words: text.left(span), tone: hours < SOON_WORK_HOURS ? "soon" : "plain" };
}
