import type { LoggedTable } from "../storage/storage.ts";

/**
 * A problem that was reported or changed, and where it was and is: nowhere, at one place, or at two; `units` are those that
 * it was and is handed to, by which some may see it.
 */
export type LiveProblem = {
  readonly id: string;
  readonly category: string;
  readonly at: readonly (readonly [lng: number, lat: number])[];
  readonly units: readonly string[];
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
/** Changes so close together are told together to those who do not mind. */
const GATHER_MS = 80;

/** Tells whoever listens of every change that the index holds, in order, and remembers the last of them. */
export class LiveFeed {
  readonly #listeners = new Set<(change: LiveChange) => void>();
  readonly #gathering = new Set<(changes: readonly LiveChange[]) => void>();
  #gathered: LiveChange[] = [];
  #kept: LiveChange[] = [];
  /** Every change after this number is among the kept. */
  #keptAfter: number;

  constructor(position: number) {
    this.#keptAfter = position;
  }

  get listeners(): number {
    return this.#listeners.size + this.#gathering.size;
  }

  publish(change: LiveChange): void {
    this.#kept.push(change);
    if (this.#kept.length > 2 * KEPT) {
      this.#keptAfter = this.#kept[KEPT - 1]?.id ?? this.#keptAfter;
      this.#kept = this.#kept.slice(KEPT);
    }
    for (const heard of this.#listeners) heard(change);
    if (this.#gathering.size > 0) this.#gather(change);
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

  /**
   * The same, a tenth of a second late at most and then all that happened meanwhile; every listener is given the very
   * same list, so that what is made of it for one can serve the others. Who begins to listen may hear of a change twice.
   */
  listenGathered(heard: (changes: readonly LiveChange[]) => void): () => void {
    this.#gathering.add(heard);
    return () => void this.#gathering.delete(heard);
  }

  #gather(change: LiveChange): void {
    this.#gathered.push(change);
    if (this.#gathered.length > 1) return;
    setTimeout(() => {
      const changes = this.#gathered;
      this.#gathered = [];
      for (const heard of this.#gathering) heard(changes);
    }, GATHER_MS);
  }
}
