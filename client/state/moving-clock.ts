import type { QueryClient } from "@tanstack/react-query";
import { carryOver } from "../api/carry-over.ts";
import type { LiveDelta } from "./live-delta.ts";
import { keepRecurrenceTime } from "./recurrence-time.ts";

/** The moment shown, and the revision that it is known to hold. */
export type Pulse = { readonly at: string; readonly revision: number };

/** The clock moves on so often though nothing happened. */
const TICK_MS = 60_000;
/** Rates fade with time alone: they are asked for again so often. */
const FADED_MS = 15 * 60_000;
/** Of `YYYY-MM-DD`: the server says its time as the city has it. */
const DAY_LENGTH = 10;

/** Counts of today begin anew, though nothing happened. */
function isOtherDay(before: Pulse, next: Pulse): boolean {
  return before.at.slice(0, DAY_LENGTH) < next.at.slice(0, DAY_LENGTH);
}

/** A server whose clock was set; events that come late are seconds behind at most. */
function isSetBack(before: Pulse, next: Pulse): boolean {
  return Date.parse(before.at) - Date.parse(next.at) > TICK_MS;
}

/** Answers that are made of the register and the borders. */
const ofDuties = ["duties", "duty-at", "duty-registry", "held", "unheld-sections", "zone-borders"];

/** Answers that are made of other tables, by their first word. */
const ofTable: Readonly<Record<string, readonly string[]>> = {
  decisions: ["place", "suggestions"],
  urges: ["my", "problem-history"],
  texts: ["problem", "problem-history"],
};

/**
 * The page's clock: moves from moment to moment given what happened in between, and takes along what that left as it was.
 */
export class MovingClock {
  readonly #client: QueryClient;
  #pulse: Pulse | null = null;
  /** When recurrences were asked for last, epoch ms. */
  #fadedAt = 0;
  #isDoubted = false;

  constructor(client: QueryClient) {
    this.#client = client;
  }

  get pulse(): Pulse | null {
    return this.#pulse;
  }

  /** Whether what the server answers is ahead: by a write, or by so much time that the line cannot have told of it. */
  isBehind({ at, revision }: Pulse): boolean {
    const known = this.#pulse;
    if (known === null || revision > known.revision) return true;
    return revision === known.revision && Date.parse(at) - Date.parse(known.at) > 2 * TICK_MS;
  }

  /** The line was down: the server may have begun anew, and with it the scales of what recurs. The next move takes no rate along. */
  doubt(): void {
    this.#isDoubted = true;
  }

  move(next: Pulse, delta: LiveDelta): Pulse {
    const before = this.#pulse;
    const t = Date.parse(next.at);
    if (before === null || delta.isUnknown || isOtherDay(before, next) || isSetBack(before, next)) {
      this.#fadedAt = t;
      if (before !== null) this.#forget(ofDuties);
      return this.#set(next);
    }
    if (t <= Date.parse(before.at)) return this.#set({ ...before, revision: next.revision });
    if (delta.hasDuties) this.#forget(ofDuties);
    const isQuiet = !delta.hasProblems && !delta.hasRecurrence && !delta.hasDuties;
    if (isQuiet && delta.tables.length === 0 && t - Date.parse(before.at) < TICK_MS) {
      return this.#set({ ...before, revision: next.revision });
    }
    const touched = isQuiet && !this.#isDoubted ? null : delta.touched;
    if (!delta.hasDuties) carryOver(this.#client, before.at, next.at, touched);
    for (const table of delta.tables) this.#forget(ofTable[table] ?? []);
    const isOther = this.#isDoubted || delta.tables.includes("decisions");
    const isFresh =
      !isOther && t - this.#fadedAt < FADED_MS && !delta.hasRecurrence && !delta.hasDuties;
    if (isFresh) keepRecurrenceTime(before.at, next.at);
    else this.#fadedAt = t;
    this.#isDoubted = false;
    return this.#set(next);
  }

  #set(pulse: Pulse): Pulse {
    this.#pulse = pulse;
    return pulse;
  }

  #forget(kinds: readonly string[]): void {
    if (kinds.length === 0) return;
    const predicate = ({ queryKey }: { readonly queryKey: readonly unknown[] }) =>
      kinds.includes(String(queryKey[0]));
    void this.#client.invalidateQueries({ predicate });
  }
}
