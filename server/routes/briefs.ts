import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { lastCompleteWeek, type Week, weekAround } from "../../domain/brief-week.ts";
import { BriefBody, BriefPeople } from "../../domain/contract/briefs.ts";
import { dutyRoles } from "../../domain/duty.ts";
import { DomainError } from "../../domain/errors.ts";
import { badParameter, instant } from "../../domain/parse-filter.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { briefOf } from "../papers/brief/brief-of.ts";
import { briefPeople } from "../papers/brief/brief-people.ts";
import { answers, answersOne, documentedRoutes } from "./api.ts";
import { readOneOf, readQuery } from "./read-query.ts";

const WeekQuery = z.object({
  week: z.string().optional().meta({ description: "Any day of it; absent: the last complete one" }),
  asOf: z.string().optional(),
});
const PersonQuery = WeekQuery.extend({ person: z.string() });

const brief = createRoute({
  method: "get",
  path: "/",
  summary: "一周简报: a person's week beside the week before",
  description:
    "Reported counts as the filter person does, closed for who answered on the day of the closing that stands at the end of the week, open and overdue for who answers at its end. Returns, recurring places and rank are the platform's own (平台口径). Spots: overdue longest first, then recurring by λ30.",
  request: { query: PersonQuery },
  responses: answersOne(
    BriefBody,
    "`gap` says why figures are missing; 404 for who never held a duty",
  ),
});

const people = createRoute({
  method: "get",
  path: "/people",
  summary: "Everyone who held a role in a week, with what their briefs say",
  request: { query: WeekQuery.extend({ role: z.enum(dutyRoles).optional() }) },
  responses: answers(BriefPeople, "Most overdue first"),
});

export function briefRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      brief,
      async (c) => {
        const { person, week } = readPerson(c, city, []);
        return c.json((await briefOf(city, person, week)) satisfies BriefBody, 200);
      },
    ],
    [
      people,
      (c) => {
        const query = readQuery(c, ["role", "week", "asOf"]);
        const role = readOneOf("role", query.role, dutyRoles, "zone-lead");
        return c.json(briefPeople(city, role, readWeekOf(city, query)) satisfies BriefPeople, 200);
      },
    ],
  ]);
}

function readPerson<const N extends string>(c: Context, city: City, others: readonly N[]) {
  const query = readQuery(c, ["person", "week", "asOf", ...others]);
  const { person = "" } = query;
  if (person === "") throw badParameter("person", "", "the name of a person");
  return { person, week: readWeekOf(city, query), query };
}

/** Throws a refusal for a week that has not begun. */
function readWeekOf(
  city: City,
  { week, asOf }: { readonly week?: string; readonly asOf?: string },
): Week {
  const { clock } = city;
  const t = instant("asOf", asOf, clock) ?? city.now();
  const day = instant("week", week, clock);
  if (day === null) return lastCompleteWeek(clock, t);
  const found = weekAround(clock, day, t);
  if (!found) throw new DomainError("time-in-future", { name: "week", value: week ?? "" });
  return found;
}
