import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  NewProblemBody,
  ProblemAction,
  ProblemFeature,
  ProblemHistory,
} from "../../domain/contract/problems.ts";
import { NewProblemMade } from "../../domain/contract/public-reports.ts";
import { DomainError } from "../../domain/errors.ts";
import { instant } from "../../domain/parse-filter.ts";
import type { StoredProblem } from "../../domain/problem.ts";
import { viewerOf } from "../access/identity.ts";
import { shownRecord } from "../access/shown-problem.ts";
import { seesProblem } from "../access/sight-of.ts";
import type { Deps } from "../deps.ts";
import { checkedPhotos } from "../photos/attached-photos.ts";
import type { ProblemTarget } from "../services/change-problem.ts";
import { closeProblem } from "../services/close-problem.ts";
import { createProblem } from "../services/create-problem.ts";
import { reassignProblem } from "../services/reassign-problem.ts";
import { recategoriseProblem } from "../services/recategorise-problem.ts";
import { relocateProblem } from "../services/relocate-problem.ts";
import { reopenProblem } from "../services/reopen-problem.ts";
import type { ServiceContext } from "../services/service-context.ts";
import { withdrawProblem } from "../services/withdraw-problem.ts";
import { answersChange, answersOne, documentedRoutes } from "./api.ts";
import { problemFeature } from "./problem-feature.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";
import { readVersion } from "./read-version.ts";
import { trackOf } from "./report-track.ts";

const IdParams = z.object({ id: z.string() });

const one = createRoute({
  method: "get",
  path: "/{id}",
  summary: "One problem",
  request: { params: IdParams, query: z.object({ asOf: z.string().optional() }) },
  responses: answersOne(ProblemFeature, "The problem; its ETag is its version"),
});

const history = createRoute({
  method: "get",
  path: "/{id}/history",
  summary: "Every change of a problem: who, when, what",
  request: { params: IdParams },
  responses: answersOne(ProblemHistory, "Oldest first"),
});

const create = createRoute({
  method: "post",
  path: "/",
  summary: "Report a problem",
  description: "201; the same clientId again answers 200 and the same problem.",
  request: { body: { content: { "application/json": { schema: NewProblemBody } } } },
  responses: {
    ...answersChange(NewProblemMade, "It was reported before under this clientId"),
    201: {
      description: "Accepted and durable",
      content: { "application/json": { schema: NewProblemMade } },
    },
  },
});

const change = createRoute({
  method: "patch",
  path: "/{id}",
  summary: "Close, reopen, reassign, withdraw, recategorise or relocate",
  description: "If-Match carries the version that was seen; 409 when it is stale, 428 without it.",
  request: {
    params: IdParams,
    headers: z.object({ "if-match": z.string().optional() }),
    body: { content: { "application/json": { schema: ProblemAction } } },
  },
  responses: answersChange(ProblemFeature, "The problem as it stands now"),
});

export function problemByIdRoutes(
  deps: Pick<Deps, "city" | "photos" | "publicUrl" | "reportCodes">,
) {
  const { city, photos } = deps;
  /** A problem beyond the account's reach is as unknown as one that is none. */
  async function existing(c: Context): Promise<StoredProblem> {
    const id = c.req.param("id") ?? "";
    const [problem] = await city.storage.problemsById([id]);
    if (!problem || !seesProblem(city, viewerOf(c), problem)) {
      throw new DomainError("not-found", { what: "problem", id });
    }
    return problem;
  }

  const contextOf = (c: Context): ServiceContext => {
    const viewer = viewerOf(c);
    return { city, actor: viewer.account, viewer };
  };

  async function showOne(c: Context) {
    const query = readQuery(c, ["asOf"]);
    const asOf = instant("asOf", query.asOf, city.clock) ?? city.now();
    const problem = await existing(c);
    c.header("ETag", `"${problem.version}"`);
    return c.json(
      problemFeature(city, problem, { t: asOf, viewer: viewerOf(c) }) satisfies ProblemFeature,
      200,
    );
  }

  async function showHistory(c: Context) {
    readQuery(c, []);
    const { id } = await existing(c);
    const viewer = viewerOf(c);
    const entries = await city.storage.auditOf("problem", id);
    const shown = entries.map(({ at, actor, action, before, after }) => ({
      at: city.clock.toIso(at),
      actor,
      action,
      before: shownRecord(viewer, before),
      after: shownRecord(viewer, after),
    }));
    return c.json({ entries: shown } satisfies ProblemHistory, 200);
  }

  async function report(c: Context) {
    readQuery(c, []);
    const sent = await readBody(c, NewProblemBody);
    const attach = () => checkedPhotos({ city, photos }, sent.photos ?? []);
    const { problem, isNew } = await createProblem(contextOf(c), sent, attach);
    c.header("ETag", `"${problem.version}"`);
    c.header("Location", `/api/problems/${encodeURIComponent(problem.id)}`);
    const feature = problemFeature(city, problem, { t: city.now(), viewer: viewerOf(c) });
    const track = trackOf(deps, c, problem.id);
    return c.json({ ...feature, track } satisfies NewProblemMade, isNew ? 201 : 200);
  }

  async function changeOne(c: Context) {
    readQuery(c, []);
    const action = await readBody(c, ProblemAction);
    const { id, version: current } = await existing(c);
    const problem = await act(contextOf(c), { id, version: readVersion(c, current) }, action);
    c.header("ETag", `"${problem.version}"`);
    return c.json(problemFeature(city, problem, { t: city.now(), viewer: viewerOf(c) }), 200);
  }

  return documentedRoutes([
    [one, showOne],
    [history, showHistory],
    [create, report, "report"],
    [change, changeOne],
  ]);
}

function act(
  context: ServiceContext,
  target: ProblemTarget,
  action: ProblemAction,
): Promise<StoredProblem> {
  switch (action.action) {
    case "close":
      return closeProblem(context, target, action);
    case "reopen":
      return reopenProblem(context, target, action);
    case "reassign":
      return reassignProblem(context, target, action);
    case "withdraw":
      return withdrawProblem(context, target, action);
    case "recategorise":
      return recategoriseProblem(context, target, action);
    case "relocate":
      return relocateProblem(context, target, action);
  }
}
