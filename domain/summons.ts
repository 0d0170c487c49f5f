import type { RecurrenceSettings } from "./recurrence/params.ts";
import type { PlaceClass } from "./recurrence/place-class.ts";

/** What a person makes of a suggestion to summon (约谈建议); nothing happens without one. */
export const summonsDecisions = ["accepted", "dismissed"] as const;
export type SummonsDecision = (typeof summonsDecisions)[number];

/** What a person made of one place, and when. */
export type DecidedSummons = {
  readonly placeId: number;
  /** Epoch ms. */
  readonly decidedAt: number;
  readonly actor: string;
  readonly decision: SummonsDecision;
  readonly reason: string;
  /** Recurrences of the place in the window at that time. */
  readonly k: number;
};

type Evidence = {
  readonly class: PlaceClass;
  /** Recurrences in the window, and of the recent days. */
  readonly k: number;
  readonly recent: number;
};

/**
 * Whether a place may be worth a suggestion, before its confidence is looked at: persistent or intensifying, or new with
 * enough recurrences, and enough of them recent (RECURRENCE §4).
 */
export function isSummonsCandidate(
  { class: found, k, recent }: Evidence,
  { minRecent, newMinK }: RecurrenceSettings["summons"],
): boolean {
  if (recent < minRecent) return false;
  return found === "persistent" || found === "intensifying" || (found === "new" && k >= newMinK);
}
