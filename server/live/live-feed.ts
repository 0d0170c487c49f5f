import type { LoggedTable } from "../storage/storage.ts";

/** A problem that was reported or changed, and where it was and is: nowhere, at one place, or at two. */
export type LiveProblem = {
  readonly id: string;
  readonly category: string;
  readonly at: readonly (readonly [lng: number, lat: number])[];
};

/** What one write did, as those hear it who watch the city. */
export type LiveChange = {
  /** Number in the log. */
  readonly id: number;
  readonly revision: number;
  readonly created: readonly LiveProblem[];
  readonly changed: readonly LiveProblem[];
  readonly tables: readonly LoggedTable[];
  /** Whether a place that recurs was touched. */
  readonly hasRecurrence: boolean;
  /** More than can be told one by one: an import. `created` and `changed` are empty then. */
  readonly isTooMuch: boolean;
};

/** Changes kept for those who come back after a break in the line. */
const KEPT = 5000;

/** Tells whoever listens of every change that the index holds, in order, and remembers the last of them. */
export class LiveFeed {
  readonly #listeners = new Set<(change: LiveChange) => void>();
  #kept: LiveChange[] = [];
  /** Every change after this number is among the kept. */
  #keptAfter: number;

  constructor(position: number) {
    this.#keptAfter = position;
  }

  get listeners(): number {
    return this.#listeners.size;
  }

  publish(change: LiveChange): void {
    this.#kept.push(change);
    if (this.#kept.length > 2 * KEPT) {
      this.#keptAfter = this.#kept[KEPT - 1]?.id ?? this.#keptAfter;
      this.#kept = this.#kept.slice(KEPT);
    }
    for (const heard of this.#listeners) heard(change);
  }

  /** Changes after a number, oldest first; null when some of them are no longer known. */
  since(id: number): readonly LiveChange[] | null {
    if (id < this.#keptAfter) return null;
    return this.#kept.filter((change) => change.id > id);
  }

  /** Answers a function that stops it. */
  listen(heard: (change: LiveChange) => void): () => void {
    this.#listeners.add(heard);
    return () => void this.#listeners.delete(heard);
  }
}
