import { createRoute } from "@hono/zod-openapi";
import { Calendar } from "../../domain/contract/calendar.ts";
import { FilterQuery } from "../../domain/contract/filter-query.ts";
import type { Deps } from "../deps.ts";
import { CalendarCounter } from "../problem-index/calendar-counts.ts";
import { eachRecurrence } from "../recurrence-index/count-recurrences.ts";
import { answers, documentedRoutes } from "./api.ts";
import { readFilter } from "./read-query.ts";

const calendar = createRoute({
  method: "get",
  path: "/",
  summary: "When it is reported and when it comes back: weekday × hour, and by month",
  request: { query: FilterQuery },
  responses: answers(Calendar, "By the wall clock of the city"),
});

export function calendarRoutes({ city }: Pick<Deps, "city">) {
  const { problems, recurrence, clock } = city;
  return documentedRoutes([
    [
      calendar,
      (c) => {
        const { rows } = readFilter(c, city, []);
        const [reported, returned] = [new CalendarCounter(), new CalendarCounter()];
        const matches = problems.match(rows);
        const total = matches.count;
        for (let i = 0; i < total; i++) {
          reported.add(problems.columns.reportedAt[matches.rows[i] ?? 0] ?? 0);
        }
        let returns = 0;
        eachRecurrence(recurrence, rows, Number.NEGATIVE_INFINITY, (_, episode) => {
          returns++;
          returned.add(recurrence.recurring.start[episode] ?? 0);
        });
        return c.json(
          {
            reported: { total, ...copied(reported.counts(clock)) },
            returned: { total: returns, ...copied(returned.counts(clock)) },
          } satisfies Calendar,
          200,
        );
      },
    ],
  ]);
}

function copied({ weekdayHour, months }: ReturnType<CalendarCounter["counts"]>) {
  return { weekdayHour: weekdayHour.map((row) => [...row]), months: [...months] };
}
