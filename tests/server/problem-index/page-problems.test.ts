import { expect, test } from "vitest";
import { noFilter } from "../../../domain/problem-filter.ts";
import { cityTables } from "../../../server/problem-index/city-tables.ts";
import {
  type PageCursor,
  type ProblemOrder,
  pageProblems,
} from "../../../server/problem-index/page-problems.ts";
import { ProblemIndex } from "../../../server/problem-index/problem-index.ts";
import { passes, standing } from "../../support/plain-filter.ts";
import { seeded } from "../../support/random.ts";
import { gridCity, randomProblems } from "../../support/random-city.ts";
import { randomFilter } from "../../support/random-filter.ts";
import { TODAY } from "../../support/test-city.ts";

const pack = gridCity();
const random = seeded(21);
const problems = randomProblems(random, 1200);
const index = new ProblemIndex(cityTables(pack));
for (const problem of problems.slice(0, 1000)) index.append(problem);
index.build();
for (const problem of problems.slice(1000)) index.append(problem);

function allPages(filter: typeof noFilter, order: ProblemOrder, limit: number) {
  const ids: string[] = [];
  const rows = index.compile(filter, TODAY);
  for (let after: PageCursor | null = null; ; ) {
    const page = pageProblems(index, rows, order, limit, after);
    ids.push(...page.rows.map((row) => index.idOfRow(row)));
    after = page.next;
    if (!after) return { ids, total: page.total };
  }
}

test("pages of any size hold every problem once, newest first, ties by id", () => {
  for (let round = 0; round < 20; round++) {
    const filter = round === 0 ? noFilter : randomFilter(random, pack);
    const expected = problems
      .filter((problem) => passes(problem, filter, pack, TODAY))
      .sort((a, b) => b.reportedAt - a.reportedAt || (a.id < b.id ? -1 : 1));
    const { ids, total } = allPages(filter, "-reportedAt", 1 + random.below(200));
    expect(ids).toEqual(expected.map(({ id }) => id));
    expect(total).toBe(expected.length);
  }
});

test("most urgent first: open by time limit, open without one, then closed, latest closing first", () => {
  const { ids } = allPages(noFilter, "dueAt", 77);
  const rank = (id: string) => {
    const problem = problems.find((candidate) => candidate.id === id)!;
    const isClosed = standing(problem, TODAY) === "closed";
    const due = problem.isHardDeduction ? null : problem.dueAt;
    return { isClosed, due: due ?? Number.POSITIVE_INFINITY };
  };
  const ranks = ids.map(rank);
  const firstClosed = ranks.findIndex(({ isClosed }) => isClosed);
  expect(ranks.slice(firstClosed).every(({ isClosed }) => isClosed)).toBe(true);
  const dues = ranks.slice(0, firstClosed).map(({ due }) => due);
  expect(dues).toEqual([...dues].sort((a, b) => (a === b ? 0 : a - b)));
});

test("by time limit, the latest first: what ran out of time last leads what is overdue", () => {
  const overdue = { ...noFilter, statuses: ["overdue" as const] };
  const { ids } = allPages(overdue, "-dueAt", 30);
  const dues = ids.map((id) => problems.find((problem) => problem.id === id)?.dueAt ?? Number.NaN);
  expect(dues.length).toBeGreaterThan(30);
  expect(dues).toEqual([...dues].sort((a, b) => b - a));
  const all = allPages(noFilter, "-dueAt", 50);
  expect(new Set(all.ids).size).toBe(all.total);
});
