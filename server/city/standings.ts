import { type DutyRole, dutyRoles } from "../../domain/duty.ts";
import type { RecurrenceIndex } from "../recurrence-index/recurrence-index.ts";
import { type RoleScores, roleScoreSlices } from "../recurrence-index/role-scores.ts";
import { inSlices } from "./in-slices.ts";
import { type SerialQueue, serialQueue } from "./serial-queue.ts";

/** What a role's people stood at, at `t`. */
export type RoleStanding = { readonly t: number; readonly scores: RoleScores };

type Kept = RoleStanding & {
  readonly duties: unknown;
  readonly territories: unknown;
  readonly madeAt: number;
  /** So long it is answered as it is; 0: it is quickly made anew. */
  readonly keptMs: number;
};

/** So many times as long as it took to make, a standing is kept: a role takes a three hundredth of the processor. */
const KEPT_TIMES = 300;
/** What is made faster is made anew each time. */
const QUICK_MS = 30;
/** Older ones are waited for. */
const OLDEST_MS = 10 * 60_000;

/**
 * Scores of everybody in a role, made in slices so that others have their turn. Those of now, and of a set time before
 * now, are kept for a while in a large city; each says of when it is. A pass is some 0.3 µs a report.
 */
export class Standings {
  readonly #index: RecurrenceIndex;
  readonly #now: () => number;
  readonly #queue: SerialQueue = serialQueue();
  readonly #kept = new Map<string, Kept>();
  readonly #making = new Map<string, Promise<Kept>>();

  constructor(index: RecurrenceIndex, now: () => number) {
    this.#index = index;
    this.#now = now;
  }

  /** At that very time. */
  at(role: DutyRole, t: number): Promise<RoleStanding> {
    return this.#queue(() => this.#make(role, t));
  }

  /** As they stood so long before now, at most ten minutes late, and where it is quickly made not late at all. */
  async before(role: DutyRole, agoMs: number): Promise<RoleStanding> {
    const key = `${role} ${agoMs}`;
    const kept = this.#kept.get(key);
    const isOfToday =
      kept?.duties === this.#index.problems.tables.registry.duties &&
      kept?.territories === this.#index.problems.territories;
    if (!kept || !isOfToday || kept.keptMs === 0) return this.#remake(key, role, agoMs);
    const ageMs = this.#now() - kept.madeAt;
    if (ageMs < kept.keptMs) return kept;
    const made = this.#remake(key, role, agoMs);
    if (ageMs > OLDEST_MS) return made;
    made.catch(() => undefined);
    return kept;
  }

  /** Makes those of all roles one after another, so that nobody waits for the first. */
  async warm(agos: readonly number[]): Promise<void> {
    for (const role of dutyRoles) for (const ago of agos) await this.before(role, ago);
  }

  #remake(key: string, role: DutyRole, agoMs: number): Promise<Kept> {
    const making = this.#making.get(key);
    if (making) return making;
    const made = this.#queue(async () => {
      const began = performance.now();
      const { registry } = this.#index.problems.tables;
      const [duties, { territories }] = [registry.duties, this.#index.problems];
      const madeAt = this.#now();
      const standing = await this.#make(role, madeAt - agoMs);
      const tookMs = performance.now() - began;
      const keptMs = tookMs < QUICK_MS ? 0 : tookMs * KEPT_TIMES;
      const kept = { ...standing, duties, territories, madeAt, keptMs };
      this.#kept.set(key, kept);
      return kept;
    }).finally(() => this.#making.delete(key));
    this.#making.set(key, made);
    return made;
  }

  async #make(role: DutyRole, t: number): Promise<RoleStanding> {
    const slices = () => roleScoreSlices(this.#index, role, t);
    return { t, scores: await inSlices(this.#index.problems, slices) };
  }
}
