import { withRoom } from "../../domain/columns/growable.ts";
import { STATUS } from "../../domain/problem.ts";
import { type AnsweredCount, addCount, noCount, noCounts } from "./answered-count.ts";
import { type MatrixTables, matrixTables, UNKNOWN } from "./matrix-tables.ts";
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

/** Counters of a segment: reports by STATUS, then recurrences. */
const STRIDE = 4;
const RETURNED = 3;

/**
 * Counts reports and recurrences by the units that held the line 条 and the block 块 on the day of each. What two units
 * shared is in the cell of either; what none held is in the remainder.
 */
export class DutyMatrix {
  readonly #tables: MatrixTables;
  #counts = new Uint32Array(0);

  constructor(index: ProblemIndex) {
    this.#tables = matrixTables(index);
    this.#makeRoom();
  }

  /** Unit ids that ever held the role. */
  get lines(): readonly string[] {
    return this.#tables.lines;
  }

  get blocks(): readonly string[] {
    return this.#tables.blocks;
  }

  /** One pass over the rows, table look-ups a row that passes. */
  countProblems(index: ProblemIndex, filter: RowFilter): void {
    const { territory, category, reportedAt } = index.columns;
    const { groupOf, categoryCount, lastSegment } = this.#tables;
    const { count, rows, status } = index.match(filter);
    let [counts, since] = [this.#counts, this.#tables.since];
    for (let i = 0; i < count; i++) {
      const row = rows[i]!;
      const entry = groupOf[territory[row]!]! * categoryCount + category[row]!;
      let segment = lastSegment[entry]!;
      if (segment === UNKNOWN) {
        segment = this.#tables.find(entry);
        this.#makeRoom();
        [counts, since] = [this.#counts, this.#tables.since];
      }
      const t = reportedAt[row]!;
      // One step back without a branch: reports lie in no order of time, so it could not be foretold.
      segment -= Number(t < since[segment]!);
      while (t < since[segment]!) segment--;
      counts[STRIDE * segment + status[i]!]!++;
    }
  }

  addRecurrence(territory: number, category: number, t: number): void {
    const entry = this.#tables.groupOf[territory]! * this.#tables.categoryCount + category;
    let segment = this.#tables.lastSegment[entry]!;
    if (segment === UNKNOWN) {
      segment = this.#tables.find(entry);
      this.#makeRoom();
    }
    while (t < this.#tables.since[segment]!) segment--;
    this.#counts[STRIDE * segment + RETURNED]!++;
  }

  sums(): MatrixSums {
    const { lines, blocks, pairs } = this.#tables;
    const sums = {
      cells: Array.from({ length: lines.length + 1 }, () => noCounts(blocks.length + 1)),
      lines: noCounts(lines.length + 1),
      blocks: noCounts(blocks.length + 1),
      all: noCount(),
      shared: 0,
    };
    pairs.forEach((pair, segment) => {
      const count = countAt(this.#counts, STRIDE * segment);
      const inLines = pair.lines.length > 0 ? pair.lines : [lines.length];
      const inBlocks = pair.blocks.length > 0 ? pair.blocks : [blocks.length];
      addCount(sums.all, count);
      if (inLines.length * inBlocks.length > 1) sums.shared += count.total;
      for (const line of inLines) addCount(sums.lines[line]!, count);
      for (const block of inBlocks) addCount(sums.blocks[block]!, count);
      for (const line of inLines)
        for (const block of inBlocks) addCount(sums.cells[line]![block]!, count);
    });
    return sums;
  }

  #makeRoom(): void {
    this.#counts = withRoom(this.#counts, STRIDE * this.#tables.pairs.length);
  }
}

function countAt(counts: Uint32Array, at: number): AnsweredCount {
  const overdue = counts[at + STATUS.overdue] ?? 0;
  const open = (counts[at + STATUS.open] ?? 0) + overdue;
  const total = open + (counts[at + STATUS.closed] ?? 0);
  return { total, open, overdue, recurrences: counts[at + RETURNED] ?? 0 };
}
