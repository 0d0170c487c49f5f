import type { Duty } from "../../domain/duty.ts";
import { STATUS } from "../../domain/problem.ts";
import { type AnsweredCount, noCounts } from "./answered-count.ts";
import { type HeldDuties, type HeldDuty, heldDuties } from "./held-duties.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { RowFilter } from "./row-filter.ts";

/** Counts reports and recurrences by each of those who answered on the day, in whatever role: as a filter by them would. */
export class HolderCounts {
  readonly counts: readonly AnsweredCount[];
  readonly #held: HeldDuties;
  /** Holders found for the report at hand. */
  readonly #found: number[] = [];

  /** @param holderOf Number of a duty's holder, below `count`, or NOT_ASKED. */
  constructor(index: ProblemIndex, count: number, holderOf: (duty: Duty) => number) {
    this.counts = noCounts(count);
    this.#held = heldDuties({ ...index.tables, territories: index.territories }, holderOf);
  }

  /** One pass over the rows; a row that passes costs its territory's duties. */
  countProblems(index: ProblemIndex, filter: RowFilter): void {
    const { territory, category, reportedAt } = index.columns;
    const matches = index.match(filter);
    for (let i = 0; i < matches.count; i++) {
      const row = matches.rows[i]!;
      const status = matches.status[i]!;
      for (const holder of this.#holdersAt(territory[row]!, category[row]!, reportedAt[row]!)) {
        const count = this.counts[holder]!;
        count.total++;
        count.open += Number(status !== STATUS.closed);
        count.overdue += Number(status === STATUS.overdue);
      }
    }
  }

  addRecurrence(territory: number, category: number, t: number): void {
    for (const holder of this.#holdersAt(territory, category, t))
      this.counts[holder]!.recurrences++;
  }

  #holdersAt(territory: number, category: number, t: number): readonly number[] {
    this.#found.length = 0;
    this.#collect(this.#held.inTerritory[territory], category, t);
    this.#collect(this.#held.everywhere, category, t);
    return this.#found;
  }

  #collect(duties: readonly HeldDuty[] | undefined, category: number, t: number): void {
    for (const { holder, categories, from, to } of duties ?? []) {
      if (t < from || t >= to || (categories !== null && categories[category] !== 1)) continue;
      if (!this.#found.includes(holder)) this.#found.push(holder);
    }
  }
}
