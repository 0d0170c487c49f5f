import { createRoute, z } from "@hono/zod-openapi";
import { reachOf, type Viewer } from "../../domain/account.ts";
import { MyGrid, MyPeople, type MyStanding } from "../../domain/contract/my.ts";
import { type Duty, dutyRoles, holdsAt } from "../../domain/duty.ts";
import { DomainError } from "../../domain/errors.ts";
import { emptyParts, rankOf, SCORE_DAYS, scoreOf, TREND_MS } from "../../domain/my-score.ts";
import { instant } from "../../domain/parse-filter.ts";
import type { StoredProblem } from "../../domain/problem.ts";
import { HOUR_MS } from "../../domain/time.ts";
import { personFor, viewerOf } from "../access/identity.ts";
import type { City } from "../city/city.ts";
import type { RoleStanding } from "../city/standings.ts";
import type { Deps } from "../deps.ts";
import { needsOf } from "../problem-index/needs-of.ts";
import { placesOf } from "../recurrence-index/places-of.ts";
import { answers, answersOne, documentedRoutes } from "./api.ts";
import { myAreas, myPlaces, myProblem } from "./my-body.ts";
import { readQuery } from "./read-query.ts";

/** Of each kind of need. */
const LISTED = 50;

const AsOf = z.object({ asOf: z.string().optional() });

const mine = createRoute({
  method: "get",
  path: "/",
  summary: "我的网格: what needs a person in office, their ground, their standing among peers",
  description:
    "Open problems where the person answers at T, whoever held the duties when they were reported. " +
    "Score (平台口径) = 100 − 40 × overdue share of open − 40 × relapse share − 20 × (1 − share closed in time); " +
    "a part without data leaves its weight to the others.",
  request: { query: AsOf.extend({ person: z.string() }) },
  responses: answersOne(MyGrid, "404 for who holds no duty at T"),
});

const people = createRoute({
  method: "get",
  path: "/people",
  summary: "Who is in office at T, to choose from until there are accounts",
  request: { query: AsOf },
  responses: answers(MyPeople, "By role, then name"),
});

export function myRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      mine,
      async (c) => {
        const query = readQuery(c, ["person", "asOf"]);
        const t = instant("asOf", query.asOf, city.clock) ?? city.now();
        const viewer = viewerOf(c);
        const person = personFor(c, query.person ?? viewer.person ?? "");
        const isNow = query.asOf === undefined;
        return c.json((await myGrid(city, viewer, person, { t, isNow })) satisfies MyGrid, 200);
      },
    ],
    [
      people,
      (c) => {
        const query = readQuery(c, ["asOf"]);
        const t = instant("asOf", query.asOf, city.clock) ?? city.now();
        const viewer = viewerOf(c);
        const all = peopleAt(city, t);
        const isOwn = reachOf(viewer) === "duties";
        const people = isOwn ? all.filter(({ person }) => person === viewer.person) : all;
        return c.json({ people } satisfies MyPeople, 200);
      },
    ],
  ]);
}

type When = { readonly t: number; readonly isNow: boolean };

async function myGrid(
  city: City,
  viewer: Viewer,
  person: string,
  { t, isNow }: When,
): Promise<MyGrid> {
  const { clock, problems, recurrence, storage, tables } = city;
  const duties = tables.registry.duties.filter(
    (duty) => duty.person === person && holdsAt(duty, t),
  );
  const role = dutyRoles.find((name) => duties.some((duty) => duty.role === name));
  if (role === undefined) throw new DomainError("not-found", { what: "person", id: person });

  const ground = problems.sightOf(duties, t);
  const dayEnd = clock.dayStart(clock.dayStart(t) + 36 * HOUR_MS);
  const needs = needsOf(problems, ground, t, dayEnd);
  const places = placesOf(recurrence, ground, t, LISTED);
  const standing = (ago: number) =>
    isNow ? city.standings.before(role, ago) : city.standings.at(role, t - ago);

  const serials = problems.columns.serial;
  const listed = (rows: readonly number[]) =>
    rows.slice(0, LISTED).map((row) => (serials[row] ?? 0) + 1);
  const [overdueSeqs, todaySeqs] = [listed(needs.overdue), listed(needs.dueToday)];
  const stored = await storage.problemsBySeq([...overdueSeqs, ...todaySeqs]);
  const urgedAt = await lastUrges(city, stored, t);
  const bodies = stored.map((problem) =>
    myProblem(city, problem, { person, urgedAt: urgedAt.get(problem.id) ?? null, t, viewer }),
  );
  return {
    person,
    role,
    asOf: clock.toIso(t),
    counts: {
      open: needs.open,
      overdue: needs.overdue.length,
      dueToday: needs.dueToday.length,
      recurring: places.total,
    },
    overdue: bodies.slice(0, overdueSeqs.length),
    dueToday: bodies.slice(overdueSeqs.length),
    recurring: await myPlaces(city, places.places, { t, viewer }),
    areas: myAreas(city, duties, t),
    standing: standingOf(city, person, await standing(0)),
    before: standingOf(city, person, await standing(TREND_MS)),
    scoreDays: SCORE_DAYS,
    followUpDays: recurrence.settings.relapseDays,
  };
}

/** When each problem was last urged, up to T. */
async function lastUrges({ storage }: City, problems: readonly StoredProblem[], t: number) {
  const urges = await storage.urgesOf(problems.map(({ id }) => id));
  return new Map(
    urges.filter(({ at }) => at <= t).map(({ problemId, at }) => [problemId, at] as const),
  ) as ReadonlyMap<string, number>;
}

function standingOf({ clock }: City, person: string, { t, scores: all }: RoleStanding): MyStanding {
  const parts = all.get(person) ?? emptyParts();
  const value = scoreOf(parts);
  const scores = [...all.values()].map(scoreOf);
  return {
    at: clock.toIso(t),
    score: { value, ...parts },
    ...rankOf(value, scores),
  };
}

function peopleAt({ tables }: City, t: number): MyPeople["people"] {
  const held = tables.registry.duties.filter((duty) => duty.person !== null && holdsAt(duty, t));
  const byPerson = Map.groupBy(held, ({ person }) => person ?? "");
  return [...byPerson]
    .map(([person, duties]) => ({ person, roles: rolesOf(duties) }))
    .sort((a, b) => firstRole(a) - firstRole(b) || (a.person < b.person ? -1 : 1));
}

function rolesOf(duties: readonly Duty[]) {
  return dutyRoles
    .map((role) => ({ role, areas: duties.filter((duty) => duty.role === role).length }))
    .filter(({ areas }) => areas > 0);
}

function firstRole({ roles: [first] }: MyPeople["people"][number]): number {
  return first ? dutyRoles.indexOf(first.role) : dutyRoles.length;
}
