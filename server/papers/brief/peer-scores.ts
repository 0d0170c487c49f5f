import type { DutyRole } from "../../../domain/duty.ts";
import type { ScoreParts } from "../../../domain/my-score.ts";
import type { RecurrenceIndex } from "../../recurrence-index/recurrence-index.ts";
import { roleScores } from "../../recurrence-index/role-scores.ts";

/** Scores of a role's people at a time, made once however many of them are briefed. */
export class PeerScores {
  readonly #index: RecurrenceIndex;
  readonly #made = new Map<string, ReadonlyMap<string, ScoreParts>>();

  constructor(index: RecurrenceIndex) {
    this.#index = index;
  }

  at(role: DutyRole, t: number): ReadonlyMap<string, ScoreParts> {
    const key = `${role} ${t}`;
    const known = this.#made.get(key);
    if (known) return known;
    const scores = roleScores(this.#index, role, t);
    this.#made.set(key, scores);
    return scores;
  }
}
