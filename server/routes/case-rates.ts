import { createRoute, z } from "@hono/zod-openapi";
import { bulkClosings } from "../../domain/case/bulk-closings.ts";
import { caseRates, caseRatesOf } from "../../domain/case/case-rates.ts";
import { CaseRates } from "../../domain/contract/cases.ts";
import { FilterQuery } from "../../domain/contract/filter-query.ts";
import { caseWords } from "../../domain/text/case-words.ts";
import { DAY_MS } from "../../domain/time.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { caseCounts } from "../problem-index/case-counts.ts";
import type { RowFilter } from "../problem-index/row-filter.ts";
import { answers, documentedRoutes } from "./api.ts";
import { readLanguage } from "./paper-answer.ts";
import { readFilter } from "./read-query.ts";

/** Without `from`. */
const USUAL_DAYS = 30;

const rates = createRoute({
  method: "get",
  path: "/",
  summary: "受理率, 结案率, 按期结案率, 返工率, 满意率 of a period, each with its formula",
  description:
    "The period is [from, to), by default the last 30 days: of reports by when they were reported, of closings by when " +
    "they were due, of checks and answers by when they were made. The rest of the filter is as everywhere.",
  request: {
    query: FilterQuery.extend({
      lang: z.string().optional().openapi({ description: "zh (default) or en" }),
    }),
  },
  responses: answers(CaseRates, "In their order; a rate without anything to measure is null"),
});

export function caseRateRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      rates,
      async (c) => {
        const { filter, rows, query } = readFilter(c, city, ["lang"]);
        const to = filter.to ?? rows.asOf;
        const from = filter.from ?? to - USUAL_DAYS * DAY_MS;
        const free = { ...rows, from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
        return c.json(await ratesOf(city, free, { from, to }, readLanguage(query.lang)), 200);
      },
    ],
  ]);
}

type Period = { readonly from: number; readonly to: number };

async function ratesOf(
  city: City,
  rows: RowFilter,
  { from, to }: Period,
  language: "zh" | "en",
): Promise<CaseRates> {
  const { clock, problems, storage } = city;
  const [steps, reworks] = await Promise.all([
    storage.stepsBetween(["pass", "close-directly"], from, to),
    storage.stepsBetween(["rework"], 0, to),
  ]);
  const answers = await storage.answersBetween(from, to);
  const isIn = new Uint8Array(problems.columns.count);
  const counts = caseCounts(problems, rows, from, to, (row) => {
    isIn[row] = 1;
  });
  const isWanted = ({ problemId }: { readonly problemId: string }) => {
    const serial = problems.serialOf(problemId);
    return serial !== undefined && isIn[problems.rowOf(serial)] === 1;
  };
  const wanted = steps.filter(isWanted);
  const idsOf = (list: typeof steps) => new Set(list.map(({ problemId }) => problemId));
  const verified = idsOf(wanted.filter(({ act }) => act === "pass"));
  const reworked = idsOf(reworks.filter(({ problemId }) => verified.has(problemId)));
  const said = answers.filter(isWanted);
  const found = caseRatesOf({
    ...counts,
    verified: verified.size,
    reworked: reworked.size,
    answered: said.length,
    satisfied: said.filter(({ isSatisfied }) => isSatisfied).length,
  });
  const words = caseWords[language].rates;
  const direct = wanted.filter(
    ({ act, from: before }) => act === "close-directly" && before !== "verified",
  );
  return {
    from: clock.toIso(from),
    to: clock.toIso(to),
    rates: caseRates.map((name) => ({
      name,
      ...found[name],
      label: words[name].name,
      formula: words[name].formula,
    })),
    unverified: direct.length,
    bulkUnverified: bulkClosings(direct),
  };
}
