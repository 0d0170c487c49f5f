import { withRoom } from "../../domain/columns/growable.ts";
import { blockRole, type DutyRole, lineRole, unitInRole } from "../../domain/duty.ts";
import { STATUS } from "../../domain/problem.ts";
import { type AnsweredCount, addCount, noCount, noCounts } from "./answered-count.ts";
import { heldDuties, NOT_ASKED } from "./held-duties.ts";
import { HolderSets } from "./holder-sets.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { RowFilter } from "./row-filter.ts";

export type MatrixSums = {
  /** By line, the remainder last; in each by block, the remainder last. */
  readonly cells: readonly (readonly AnsweredCount[])[];
  readonly lines: readonly AnsweredCount[];
  readonly blocks: readonly AnsweredCount[];
  /** Each report once. */
  readonly all: AnsweredCount;
  /** Reports that stand in more than one cell, because two units shared a line or a block. */
  readonly shared: number;
};

type TimeSpan = Pick<RowFilter, "from" | "to" | "asOf">;

/** Counters of a pair of sets: reports by STATUS, then recurrences. */
const STRIDE = 4;
const RETURNED = 3;
const NONE = new Uint32Array(0);

/**
 * Counts reports and recurrences by the units that held the line 条 and the block 块 on the day of each. What two units
 * shared is in the cell of either; what none held is in the remainder.
 */
export class DutyMatrix {
  /** Unit ids that hold or held the role by the end of the span, in the order of the first duty. */
  readonly lines: readonly string[];
  readonly blocks: readonly string[];
  readonly #lineSets: HolderSets;
  readonly #blockSets: HolderSets;
  /** By line set, STRIDE counters a block set. */
  readonly #counts: Uint32Array[] = [];

  /** @param span Of the reports and recurrences to come, as their filter has it. */
  constructor(index: ProblemIndex, span: TimeSpan) {
    this.lines = unitsInRole(index, lineRole, span.asOf);
    this.blocks = unitsInRole(index, blockRole, span.asOf);
    this.#lineSets = setsOf(index, lineRole, this.lines, span);
    this.#blockSets = setsOf(index, blockRole, this.blocks, span);
  }

  /** One pass over the rows, two look-ups a row that passes. */
  countProblems(index: ProblemIndex, filter: RowFilter): void {
    const { territory, category, reportedAt } = index.columns;
    const matches = index.match(filter);
    for (let i = 0; i < matches.count; i++) {
      const row = matches.rows[i]!;
      this.#add(territory[row]!, category[row]!, reportedAt[row]!, matches.status[i]!);
    }
  }

  addRecurrence(territory: number, category: number, t: number): void {
    this.#add(territory, category, t, RETURNED);
  }

  sums(): MatrixSums {
    const lines = this.lines.length;
    const blocks = this.blocks.length;
    const sums = {
      cells: Array.from({ length: lines + 1 }, () => noCounts(blocks + 1)),
      lines: noCounts(lines + 1),
      blocks: noCounts(blocks + 1),
      all: noCount(),
      shared: 0,
    };
    this.#counts.forEach((ofLineSet, lineSet) => {
      const inLines = membersOrLast(this.#lineSets.sets[lineSet], lines);
      for (let blockSet = 0; STRIDE * blockSet < ofLineSet.length; blockSet++) {
        const count = countAt(ofLineSet, STRIDE * blockSet);
        const inBlocks = membersOrLast(this.#blockSets.sets[blockSet], blocks);
        addCount(sums.all, count);
        if (inLines.length * inBlocks.length > 1) sums.shared += count.total;
        for (const line of inLines) addCount(sums.lines[line]!, count);
        for (const block of inBlocks) addCount(sums.blocks[block]!, count);
        for (const line of inLines)
          for (const block of inBlocks) addCount(sums.cells[line]![block]!, count);
      }
    });
    return sums;
  }

  #add(territory: number, category: number, t: number, counter: number): void {
    const lineSet = this.#lineSets.at(territory, category, t);
    const at = STRIDE * this.#blockSets.at(territory, category, t) + counter;
    let counts = this.#counts[lineSet] ?? NONE;
    if (at >= counts.length) {
      counts = withRoom(counts, at + STRIDE);
      this.#counts[lineSet] = counts;
    }
    counts[at]!++;
  }
}

function unitsInRole({ tables }: ProblemIndex, role: DutyRole, asOf: number): string[] {
  const held = tables.registry.duties.filter(({ from }) => from <= asOf);
  return [...new Set(held.flatMap((duty) => unitInRole(duty, role) ?? []))];
}

function setsOf(index: ProblemIndex, role: DutyRole, units: readonly string[], span: TimeSpan) {
  const numbers = new Map(units.map((id, number) => [id, number]));
  const held = heldDuties({ ...index.tables, territories: index.territories }, (duty) => {
    return numbers.get(unitInRole(duty, role) ?? "") ?? NOT_ASKED;
  });
  const to = Math.min(span.to, span.asOf);
  return new HolderSets(held, index.tables.tree.list.length, { from: span.from, to });
}

function membersOrLast(members: readonly number[] | undefined, last: number): readonly number[] {
  return members === undefined || members.length === 0 ? [last] : members;
}

function countAt(counts: Uint32Array, at: number): AnsweredCount {
  const overdue = counts[at + STATUS.overdue] ?? 0;
  const open = (counts[at + STATUS.open] ?? 0) + overdue;
  const total = open + (counts[at + STATUS.closed] ?? 0);
  return { total, open, overdue, recurrences: counts[at + RETURNED] ?? 0 };
}
