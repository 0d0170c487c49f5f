import type { LoggedChange, LoggedTable, NumberRange } from "./storage.ts";

/** What a write touches, gathered on the way, so that whoever keeps a copy in memory knows what to read again. */
export class Touched {
  readonly #problems: number[] = [];
  readonly #places: number[] = [];
  readonly #tables = new Set<LoggedTable>();
  #revision: number | null = null;

  problems(seqs: Iterable<number>): void {
    for (const seq of seqs) this.#problems.push(seq);
  }

  places(ids: Iterable<number>): void {
    for (const id of ids) this.#places.push(id);
  }

  table(name: LoggedTable): void {
    this.#tables.add(name);
  }

  /** An audit row was written: its number is the city's revision. */
  audited(revision: number): void {
    this.#revision = revision;
  }

  /** Null where nothing was touched that anybody keeps. */
  logged(): (Omit<LoggedChange, "id" | "revision"> & { readonly revision: number | null }) | null {
    const isNothing =
      this.#revision === null &&
      this.#problems.length + this.#places.length + this.#tables.size === 0;
    if (isNothing) return null;
    return {
      revision: this.#revision,
      problems: rangesOf(this.#problems),
      places: rangesOf(this.#places),
      tables: [...this.#tables],
    };
  }
}

/** Numbers as ascending runs, first and last included. */
export function rangesOf(numbers: readonly number[]): NumberRange[] {
  const ranges: [number, number][] = [];
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges;
}
