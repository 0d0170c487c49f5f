import { createRoute, z } from "@hono/zod-openapi";
import { CaseRates, rateGroups } from "../../domain/contract/cases.ts";
import { FilterQuery } from "../../domain/contract/filter-query.ts";
import type { ProblemFilter } from "../../domain/problem-filter.ts";
import { DAY_MS } from "../../domain/time.ts";
import { viewerOf } from "../access/identity.ts";
import { sightOf } from "../access/sight-of.ts";
import { figuresOf, groupsOf, periodOf } from "../city/case-figures.ts";
import type { Deps } from "../deps.ts";
import { answers, documentedRoutes } from "./api.ts";
import { readLanguage } from "./paper-answer.ts";
import { readFilter, readOneOf } from "./read-query.ts";

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
      by: z
        .string()
        .optional()
        .openapi({ description: rateGroups.join(" or ") }),
    }),
  },
  responses: answers(CaseRates, "In their order; a rate without anything to measure is null"),
});

export function caseRateRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      rates,
      async (c) => {
        const { filter, rows, query } = readFilter(c, city, ["lang", "by"]);
        const to = filter.to ?? rows.asOf;
        const from = filter.from ?? to - USUAL_DAYS * DAY_MS;
        const language = readLanguage(query.lang);
        const by = query.by === undefined ? null : readOneOf("by", query.by, rateGroups, "zone");
        const sight = sightOf(city, viewerOf(c));
        const done = await periodOf(city, { from, to });
        const figures = (part: Partial<ProblemFilter>) => {
          const whole = { ...filter, ...part, from: null, to: null };
          return figuresOf(city, city.problems.compile(whole, rows.asOf, sight), done, language);
        };
        const groups: CaseRates["groups"] = [];
        for (const { id, name, part } of by === null ? [] : groupsOf(city, filter, by)) {
          const own = figures(part);
          if (own.rates.some(({ denominator }) => denominator > 0))
            groups.push({ id, name, ...own });
          await new Promise((resolve) => setImmediate(resolve));
        }
        const { clock } = city;
        const period = { from: clock.toIso(from), to: clock.toIso(to) };
        return c.json({ ...period, ...figures({}), groups } satisfies CaseRates, 200);
      },
    ],
  ]);
}
