import { createRoute, z } from "@hono/zod-openapi";
import { NewUrge, Urge } from "../../domain/contract/urge.ts";
import { DomainError } from "../../domain/errors.ts";
import { personFor, viewerOf } from "../access/identity.ts";
import { shownText } from "../access/shown-problem.ts";
import { seesProblem } from "../access/sight-of.ts";
import type { Deps } from "../deps.ts";
import { urgeProblem } from "../services/urge-problem.ts";
import { answersChange, documentedRoutes } from "./api.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";

const urge = createRoute({
  method: "post",
  path: "/{id}/urge",
  summary: "一键督办: urge a problem on",
  description: "201; the same clientId again answers 200 and the same urge.",
  request: {
    params: z.object({ id: z.string() }),
    body: { content: { "application/json": { schema: NewUrge } } },
  },
  responses: {
    ...answersChange(Urge, "It was kept before under this clientId"),
    201: {
      description: "Kept, with an audit row",
      content: { "application/json": { schema: Urge } },
    },
  },
});

export function urgeRoutes({ city }: Pick<Deps, "city">) {
  return documentedRoutes([
    [
      urge,
      async (c) => {
        readQuery(c, []);
        const sent = await readBody(c, NewUrge);
        const viewer = viewerOf(c);
        const id = c.req.param("id") ?? "";
        const [problem] = await city.storage.problemsById([id]);
        if (problem && !seesProblem(city, viewer, problem)) {
          throw new DomainError("not-found", { what: "problem", id });
        }
        personFor(c, sent.person);
        const done = await urgeProblem({ city, actor: viewer.account }, id, sent);
        const { note, at } = done.urge;
        const shown = { note: shownText(viewer, note), at: city.clock.toIso(at) };
        const body = { ...done.urge, ...shown } satisfies Urge;
        return c.json(body, done.isNew ? 201 : 200);
      },
      "urge",
    ],
  ]);
}
