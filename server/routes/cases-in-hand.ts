import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { reachOf, type Viewer } from "../../domain/account.ts";
import { type CaseInHand, CasesInHand } from "../../domain/contract/visits.ts";
import { DomainError } from "../../domain/errors.ts";
import { badParameter } from "../../domain/parse-filter.ts";
import { noFilter } from "../../domain/problem-filter.ts";
import { storedLngLat } from "../../domain/spatial/lng-lat.ts";
import { HOUR_MS } from "../../domain/time.ts";
import { viewerOf } from "../access/identity.ts";
import { shownText } from "../access/shown-problem.ts";
import { sightOf } from "../access/sight-of.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { type RowInHand, rowsInHand, statesInHand } from "../problem-index/rows-in-hand.ts";
import { dutyUnitAt, type LoadedCase, loadCases } from "../services/case-files.ts";
import { checkedUnit } from "../services/checked-input.ts";
import { answers, documentedRoutes } from "./api.ts";
import { remainingOf, unitRef } from "./case-body.ts";
import { mapAppPositions } from "./my-body.ts";
import { problemFeature } from "./problem-feature.ts";
import { readQuery } from "./read-query.ts";

/** Listed of each stage; the counts are of all. */
const LISTED = { dispatched: 200, suspended: 50, rectified: 100 } as const;
const DUE_SOON_HOURS = 24;
const UNTIMED = 1e15;

const inHand = createRoute({
  method: "get",
  path: "/in-hand",
  summary: "What a unit has in hand: dispatched to it, put off, or waiting for its check",
  description:
    "Handed to the unit, without a position too, or dispatched elsewhere to nobody where duties name the unit. " +
    `Most urgent first, at most ${LISTED.dispatched} to do, ${LISTED.suspended} put off, ${LISTED.rectified} to check. dueSoon: within ${DUE_SOON_HOURS} hours on the wall.`,
  request: {
    query: z.object({
      unit: z.string().optional().openapi({ description: "Default: the account's own" }),
    }),
  },
  responses: answers(CasesInHand, "With what is left of each deadline now"),
});

export function casesInHandRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      inHand,
      async (c) => {
        const query = readQuery(c, ["unit"]);
        const unitId = unitFor(viewerOf(c), query.unit);
        return c.json(await casesInHand(c, city, checkedUnit(city, unitId)), 200);
      },
    ],
  ]);
}

/** Any unit for those who see the whole city, else one's own; another one is not found, as one that does not exist. */
function unitFor(viewer: Viewer, asked: string | undefined): string {
  const unitId = asked ?? viewer.unitId;
  if (unitId === null) throw badParameter("unit", "", "the id of a unit");
  if (reachOf(viewer) === "city" || unitId === viewer.unitId) return unitId;
  throw new DomainError("not-found", { what: "unit", id: unitId });
}

async function casesInHand(c: Context, city: City, unitId: string): Promise<CasesInHand> {
  const t = city.now();
  const rows = held(c, city, unitId, t).sort((a, b) => urgency(a) - urgency(b) || b.seq - a.seq);
  const listed = statesInHand.flatMap((state) =>
    rows.filter((row) => row.state === state).slice(0, LISTED[state]),
  );
  const problems = await city.storage.problemsBySeq(listed.map(({ seq }) => seq));
  const cases = await loadCases(city, problems);
  const toDo = rows.filter(({ state }) => state === "dispatched");
  const isOver = ({ dueAt }: RowInHand) => dueAt < t;
  const isSoon = (row: RowInHand) => !isOver(row) && row.dueAt < t + DUE_SOON_HOURS * HOUR_MS;
  const among = (state: string) => rows.filter((row) => row.state === state).length;
  return {
    asOf: city.clock.toIso(t),
    unit: unitRef(city, unitId) ?? { id: unitId, name: unitId },
    counts: {
      toDo: toDo.length,
      dueSoon: toDo.filter(isSoon).length,
      overdue: toDo.filter(isOver).length,
      toCheck: among("rectified"),
      suspended: among("suspended"),
    },
    dueSoonHours: DUE_SOON_HOURS,
    cases: cases.map((each) => caseInHand(c, city, each)),
  };
}

function held(c: Context, city: City, unitId: string, t: number): RowInHand[] {
  const { problems, tables } = city;
  const filter = problems.compile(
    { ...noFilter, states: [...statesInHand] },
    t,
    sightOf(city, viewerOf(c)),
  );
  return rowsInHand(problems, filter, tables.unitMark(unitId), (lng, lat, category) => {
    const { code } = tables.tree.at(category);
    return dutyUnitAt(city, { position: storedLngLat(lng, lat), category: code }) === unitId;
  });
}

/** By deadline, without one last; what has no clock that runs is in the order that it came, latest first. */
function urgency({ state, dueAt }: RowInHand): number {
  return state === "dispatched" ? Math.min(dueAt, UNTIMED) : UNTIMED;
}

function caseInHand(c: Context, city: City, { problem, file, steps }: LoadedCase): CaseInHand {
  const viewer = viewerOf(c);
  const back = file.state === "dispatched" ? steps.findLast(({ act }) => act === "rework") : null;
  return {
    feature: problemFeature(city, problem, { t: city.now(), viewer }),
    at: problem.position && mapAppPositions(problem.position),
    orderNumber: file.orderNumber,
    remainingMs: remainingOf(city, file),
    countsWorkTime: file.clock.countsWorkTime,
    isClockStopped: file.isClockStopped,
    rework: back
      ? {
          at: city.clock.toIso(back.at),
          reason: shownText(viewer, back.reason),
          times: file.reworks,
        }
      : null,
    pending: file.pendingRequest?.kind ?? null,
  };
}
