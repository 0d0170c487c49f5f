import type { PlaceEvidence } from "../../domain/contract/recurrence.ts";
import type { RecurrenceSettings } from "../../domain/recurrence/params.ts";
import { DAY_MS } from "../../domain/time.ts";
import type { Text } from "../text/zh-cn.ts";

type Told = Pick<
  PlaceEvidence,
  "class" | "ownK" | "recent" | "quietDays" | "isOpen" | "isStale" | "episodes"
>;

/** What the evidence of a place says, in a sentence made from its figures alone. */
export function evidenceSentence(
  place: Told,
  settings: RecurrenceSettings,
  asOfMs: number,
  { sentence }: Pick<Text, "sentence">,
): string {
  const { recentDays } = settings.class;
  const last = place.episodes.at(-1);
  const lastReturn = place.episodes.findLast(({ isRecurrence }) => isRecurrence);
  const gapDays = Math.floor(lastReturn?.gapDays ?? 0);
  const quietDays = Math.floor(place.quietDays);
  if (place.isStale) return sentence.stale(settings.staleDays);
  if (place.isOpen && last) {
    const openDays = Math.floor((asOfMs - Date.parse(last.start)) / DAY_MS);
    if (last.isRecurrence) return sentence.openReturn(recentDays, place.recent, gapDays, openDays);
    return sentence.open(openDays, place.ownK);
  }
  if (place.ownK === 0) return sentence.none(settings.windowDays);
  if (place.class === "resolved") return sentence.resolved(quietDays, place.ownK);
  if (place.recent > 0) return sentence.returned(recentDays, place.recent, gapDays);
  return sentence.quiet(recentDays, quietDays, gapDays);
}
