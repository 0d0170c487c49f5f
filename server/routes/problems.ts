import { createRoute, z } from "@hono/zod-openapi";
import { FilterQuery } from "../../domain/contract/filter-query.ts";
import { ProblemCount, ProblemPage, ProblemTrend } from "../../domain/contract/problems.ts";
import { problemStates } from "../../domain/problem.ts";
import { viewerOf } from "../access/identity.ts";
import type { Deps } from "../deps.ts";
import { countProblems } from "../problem-index/count-problems.ts";
import { countedRows, type ShownRows, unplacedRows } from "../problem-index/match-rows.ts";
import { pageProblems, problemOrders } from "../problem-index/page-problems.ts";
import { trendProblems } from "../problem-index/trend-problems.ts";
import { answers, documentedRoutes } from "./api.ts";
import { cursorText, readCursor } from "./page-cursor.ts";
import { problemFeature } from "./problem-feature.ts";
import { readFilter, readInteger, readOneOf } from "./read-query.ts";

const PageQuery = FilterQuery.extend({
  limit: z.string().optional().openapi({ description: "1 … 1000, default 100" }),
  cursor: z.string().optional(),
  sort: z
    .string()
    .optional()
    .openapi({ description: `${problemOrders.join(", ")}; ties by id` }),
});

const page = createRoute({
  method: "get",
  path: "/",
  summary: "Problems, newest first",
  request: { query: PageQuery },
  responses: answers(ProblemPage, "One page, with the number on all pages"),
});

const unplaced = createRoute({
  method: "get",
  path: "/unplaced",
  summary: "The 待定位 tray: reports without a position",
  request: { query: PageQuery },
  responses: answers(ProblemPage, "One page"),
});

const count = createRoute({
  method: "get",
  path: "/count",
  summary: "How many problems pass the filter",
  request: { query: FilterQuery },
  responses: answers(ProblemCount, "total = open + closed; overdue is part of open"),
});

const trend = createRoute({
  method: "get",
  path: "/trend",
  summary: "Reported, closed and open per day, up to asOf",
  request: {
    query: FilterQuery.extend({
      days: z.string().optional().openapi({ description: "1 … 800, default 30" }),
    }),
  },
  responses: answers(ProblemTrend, "One number a day"),
});

export function problemRoutes({ city }: Pick<Deps, "city">) {
  async function pageOf(c: Parameters<typeof readFilter>[0], shown: ShownRows) {
    const { rows: filter, query } = readFilter(c, city, ["limit", "cursor", "sort"]);
    const limit = readInteger("limit", query.limit, { min: 1, max: 1000, absent: 100 });
    const order = readOneOf("sort", query.sort, problemOrders, "-reportedAt");
    const after = readCursor(query.cursor);
    const found = pageProblems(city.problems, filter, order, limit, after, shown);
    const seqs = found.rows.map((row) => (city.problems.columns.serial[row] ?? 0) + 1);
    const problems = await city.storage.problemsBySeq(seqs);
    const shownTo = { t: filter.asOf, viewer: viewerOf(c) };
    return {
      type: "FeatureCollection",
      features: problems.map((problem) => problemFeature(city, problem, shownTo)),
      total: found.total,
      nextCursor: found.next && cursorText(found.next),
    } satisfies ProblemPage;
  }

  return documentedRoutes([
    [page, async (c) => c.json(await pageOf(c, countedRows), 200)],
    [unplaced, async (c) => c.json(await pageOf(c, unplacedRows), 200)],
    [
      count,
      (c) => {
        const { rows } = readFilter(c, city, []);
        const counts = countProblems(city.problems, rows);
        const { total, open, overdue, closed, unplaced, withdrawn, rejected } = counts;
        const codes = city.tables.tree.list.map(({ code }) => code);
        return c.json(
          {
            total,
            byStatus: { open, overdue, closed },
            byCategory: named(codes, counts.byCategory),
            bySource: named(city.tables.sources, counts.bySource),
            byState: named(problemStates, counts.byState),
            unplaced,
            dropped: { withdrawn, rejected },
          } satisfies ProblemCount,
          200,
        );
      },
    ],
    [
      trend,
      (c) => {
        const { rows, query } = readFilter(c, city, ["days"]);
        const days = readInteger("days", query.days, { min: 1, max: 800, absent: 30 });
        const found = trendProblems(city.problems, rows, city.clock, days);
        return c.json(
          {
            from: city.clock.toDate(found.days[0] ?? rows.asOf),
            reported: [...found.reported],
            closed: [...found.closed],
            open: [...found.open],
          } satisfies ProblemTrend,
          200,
        );
      },
    ],
  ]);
}

/** Codes with a number above zero. */
function named(codes: readonly string[], numbers: Uint32Array): Record<string, number> {
  const entries = codes.map((code, ordinal) => [code, numbers[ordinal] ?? 0] as const);
  return Object.fromEntries(entries.filter(([, number]) => number > 0));
}
