import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  DutyActBody,
  DutyEnd,
  DutyHistory,
  DutyUndo,
  Handover,
  NewDuty,
} from "../../domain/contract/duties.ts";
import { DutyList } from "../../domain/contract/zones.ts";
import { type Duty, dutyRoles, holdsAt } from "../../domain/duty.ts";
import { instant } from "../../domain/parse-filter.ts";
import { viewerOf } from "../access/identity.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { assignDuty } from "../services/assign-duty.ts";
import type { DutyAct } from "../services/change-duties.ts";
import { endDuty } from "../services/end-duty.ts";
import { handOverDuties } from "../services/hand-over-duties.ts";
import type { ServiceContext } from "../services/service-context.ts";
import { undoDutyAct } from "../services/undo-duty-act.ts";
import { answers, answersChange, documentedRoutes } from "./api.ts";
import { dutyActBody, dutyHistoryEntry } from "./duty-act-body.ts";
import { dutyBody } from "./duty-body.ts";
import { readBody } from "./read-body.ts";
import { readOneOf, readQuery } from "./read-query.ts";

const duties = createRoute({
  method: "get",
  path: "/",
  summary: "Who answers for what on a day, with the area or line",
  request: {
    query: z.object({
      on: z
        .string()
        .optional()
        .openapi({ description: "Day or instant, default now; `all`: the whole history" }),
      role: z.string().optional(),
      person: z.string().optional(),
      unit: z.string().optional().openapi({ description: "Unit id" }),
      geometry: z
        .enum(["full", "none"])
        .optional()
        .openapi({ description: "none: every geometry null, for tables" }),
    }),
  },
  responses: answers(
    DutyList,
    "One feature per duty; geometry null for category lines and the city",
  ),
});

const history = createRoute({
  method: "get",
  path: "/history",
  summary: "Every act on the duties, newest first",
  responses: answers(DutyHistory, "Assigned, ended, handed over, taken back"),
});

const assign = createRoute({
  method: "post",
  path: "/",
  summary: "Somebody answers for something from a day on",
  request: { body: jsonBody(NewDuty) },
  responses: answersChange(DutyActBody, "Kept, with an audit row"),
});

const handOver = createRoute({
  method: "post",
  path: "/handover",
  summary: "Duties pass to one person or unit in one act",
  request: { body: jsonBody(Handover) },
  responses: answersChange(DutyActBody, "The successor's duties, and what is open there"),
});

const undo = createRoute({
  method: "post",
  path: "/undo",
  summary: "Take an act back",
  request: { body: jsonBody(DutyUndo) },
  responses: answersChange(DutyActBody, "As it was before; 409 where a later act touched it"),
});

const end = createRoute({
  method: "post",
  path: "/{id}/end",
  summary: "A duty no longer holds from a moment on",
  request: { params: z.object({ id: z.string() }), body: jsonBody(DutyEnd) },
  responses: answersChange(DutyActBody, "What was its holder's by then stays so"),
});

function jsonBody<S extends z.ZodType>(schema: S) {
  return { content: { "application/json": { schema } } };
}

export function dutyRoutes({ city }: Pick<Deps, "city">) {
  const acting =
    <S extends z.ZodType>(
      schema: S,
      act: (context: ServiceContext, sent: z.infer<S>, id: string) => Promise<DutyAct>,
    ): ((c: Context) => Promise<Response>) =>
    async (c) => {
      readQuery(c, []);
      const context = { city, actor: viewerOf(c).account };
      const done = await act(context, await readBody(c, schema), c.req.param("id") ?? "");
      return c.json(dutyActBody(city, done) satisfies DutyActBody, 200);
    };
  return documentedRoutes([
    [
      history,
      async (c) => {
        readQuery(c, []);
        const acts = await city.storage.auditOf("duty", "");
        const entries = acts.reverse().map((entry) => dutyHistoryEntry(city, entry));
        return c.json({ entries } satisfies DutyHistory, 200);
      },
      "register",
    ],
    [assign, acting(NewDuty, assignDuty), "register"],
    [handOver, acting(Handover, handOverDuties), "register"],
    [undo, acting(DutyUndo, (context, { revision }) => undoDutyAct(context, revision)), "register"],
    [end, acting(DutyEnd, (context, sent, id) => endDuty(context, id, sent)), "register"],
    [
      duties,
      (c) => {
        const query = readQuery(c, ["on", "role", "person", "unit", "geometry"]);
        const on = query.on === "all" ? null : (instant("on", query.on, city.clock) ?? city.now());
        const geometry = readOneOf("geometry", query.geometry, ["full", "none"], "full");
        const role = readOneOf("role", query.role, [...dutyRoles, ""], "");
        const found = city.tables.registry.duties.filter(
          (duty) =>
            (on === null || holdsAt(duty, on)) &&
            (role === "" || duty.role === role) &&
            (query.person === undefined || duty.person === query.person) &&
            (query.unit === undefined || duty.unitId === query.unit),
        );
        return c.json(
          {
            type: "FeatureCollection",
            features: found.map((duty) => ({
              type: "Feature",
              id: duty.id,
              geometry: geometry === "none" ? null : geometryOf(city, duty, on),
              properties: dutyBody(city, duty),
            })),
          } satisfies DutyList,
          200,
        );
      },
    ],
  ]);
}

type DutyGeometry = DutyList["features"][number]["geometry"];

/** The ground of the narrower scope; a zone as it was drawn then, null: as it was drawn last. */
function geometryOf({ pack, tables }: City, duty: Duty, on: number | null): DutyGeometry {
  const atlas = tables.registry.zones;
  for (const { type, id } of duty.also ? [duty.scope, duty.also] : [duty.scope]) {
    const then = on === null ? undefined : atlas.at(on).zones[atlas.at(on).ordinalOf(id)];
    const zone = then ?? atlas.newest(id);
    const list = { zone: zone ? [zone] : [], section: pack.roads, river: pack.rivers };
    if (type === "category" || type === "city") continue;
    const found = list[type].find((item) => item.id === id);
    if (found) return found.geometry as DutyGeometry;
  }
  return null;
}
