import { STATUS } from "../../domain/problem.ts";
import { compareText } from "./compare-text.ts";
import { countedRows, type ShownRows } from "./match-rows.ts";
import type { ProblemIndex } from "./problem-index.ts";
import type { RowFilter } from "./row-filter.ts";

/**
 * Newest first, oldest first, most urgent first (open by time limit, then without one, then closed, latest first), or by
 * time limit alone, the latest first, those without one last.
 */
export const problemOrders = ["-reportedAt", "reportedAt", "dueAt", "-dueAt"] as const;
export type ProblemOrder = (typeof problemOrders)[number];

/** The last report of a page, to go on after it. */
export type PageCursor = { readonly key: number; readonly id: string };

export type ProblemPageRows = {
  /** Rows in order. */
  readonly rows: readonly number[];
  /** Reports that pass the filter, on whatever page. */
  readonly total: number;
  readonly next: PageCursor | null;
};

const AFTER_ALL_LIMITS = 1e15;

/**
 * One page of the reports that pass, ties by id. O(n) for the pass plus a heap of `limit`, so a late page costs no more
 * than the first.
 */
export function pageProblems(
  index: ProblemIndex,
  filter: RowFilter,
  order: ProblemOrder,
  limit: number,
  after: PageCursor | null,
  shown: ShownRows = countedRows,
): ProblemPageRows {
  const matches = index.match(filter, shown);
  const heap = new WorstFirstHeap(limit, (row) => index.idOfRow(row));
  for (let i = 0; i < matches.count; i++) {
    const row = matches.rows[i]!;
    const key = orderKey(index, row, matches.status[i]!, order);
    if (after !== null && key <= after.key) {
      if (key < after.key || compareText(index.idOfRow(row), after.id) <= 0) continue;
    }
    heap.offer(key, row);
  }
  const rows = heap.sorted();
  const last = rows.at(-1);
  const isFull = rows.length === limit && heap.offered > limit;
  return {
    rows: rows.map(({ row }) => row),
    total: matches.count,
    next: last && isFull ? { key: last.key, id: index.idOfRow(last.row) } : null,
  };
}

function orderKey(index: ProblemIndex, row: number, status: number, order: ProblemOrder): number {
  const { columns } = index;
  switch (order) {
    case "-reportedAt":
      return -columns.reportedAt[row]!;
    case "reportedAt":
      return columns.reportedAt[row]!;
    case "-dueAt":
      return Number.isFinite(columns.dueAt[row]!) ? -columns.dueAt[row]! : 0;
    case "dueAt": {
      if (status !== STATUS.closed) return Math.min(columns.dueAt[row]!, AFTER_ALL_LIMITS);
      const closing = index.closingsOf(columns.serial[row]!).at(-1);
      return 3 * AFTER_ALL_LIMITS - (closing?.closedAt ?? 0);
    }
  }
}

type Ranked = { readonly key: number; readonly row: number };

/** Keeps the `limit` items of smallest (key, id), the worst of them on top. */
class WorstFirstHeap {
  offered = 0;
  readonly #limit: number;
  readonly #idOf: (row: number) => string;
  readonly #items: Ranked[] = [];

  constructor(limit: number, idOf: (row: number) => string) {
    this.#limit = limit;
    this.#idOf = idOf;
  }

  offer(key: number, row: number): void {
    this.offered++;
    const items = this.#items;
    if (items.length === this.#limit) {
      const worst = items[0]!;
      if (key > worst.key || !this.#isWorse(worst, { key, row })) return;
      items[0] = { key, row };
      this.#sink();
      return;
    }
    items.push({ key, row });
    for (let at = items.length - 1; at > 0; ) {
      const parent = (at - 1) >> 1;
      if (!this.#isWorse(items[at]!, items[parent]!)) break;
      this.#swap(at, parent);
      at = parent;
    }
  }

  sorted(): Ranked[] {
    return [...this.#items].sort((a, b) => (this.#isWorse(a, b) ? 1 : -1));
  }

  #sink(): void {
    const items = this.#items;
    for (let at = 0; ; ) {
      let worst = at;
      for (const child of [2 * at + 1, 2 * at + 2]) {
        if (child < items.length && this.#isWorse(items[child]!, items[worst]!)) worst = child;
      }
      if (worst === at) return;
      this.#swap(at, worst);
      at = worst;
    }
  }

  #isWorse(a: Ranked, b: Ranked): boolean {
    if (a.key !== b.key) return a.key > b.key;
    return compareText(this.#idOf(a.row), this.#idOf(b.row)) > 0;
  }

  #swap(i: number, j: number): void {
    const items = this.#items;
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
}
