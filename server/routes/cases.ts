import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { CaseAct } from "../../domain/case/case-acts.ts";
import { refusalKind } from "../../domain/case/refusal-kind.ts";
import { CaseActBody, CaseActsBody, CaseActsDone, CaseBody } from "../../domain/contract/cases.ts";
import { DomainError } from "../../domain/errors.ts";
import type { StoredProblem } from "../../domain/problem.ts";
import { caseWords } from "../../domain/text/case-words.ts";
import { viewerOf } from "../access/identity.ts";
import { seesProblem } from "../access/sight-of.ts";
import type { Deps } from "../deps.ts";
import { actOnCases, type CaseResult } from "../services/act-on-cases.ts";
import { loadCases } from "../services/case-files.ts";
import { answersChange, answersOne, documentedRoutes } from "./api.ts";
import { caseBody, unitRef } from "./case-body.ts";
import { sentAct } from "./case-input.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";
import { readVersion } from "./read-version.ts";

const IdParams = z.object({ id: z.string() });

const one = createRoute({
  method: "get",
  path: "/problems/{id}/case",
  summary: "The life of a report: its steps, its clock, and what the account may do now",
  request: { params: IdParams },
  responses: answersOne(CaseBody, "The case as it stands now"),
});

const act = createRoute({
  method: "post",
  path: "/problems/{id}/acts",
  summary: "立案, 派遣, 处置, 核查, 返工, 结案 … : one act on one case",
  description:
    "If-Match carries the version that was seen, * for any. 403 for an account that may not take the act, 409 where " +
    "the case does not allow it, 400 where something is missing.",
  request: {
    params: IdParams,
    headers: z.object({ "if-match": z.string().optional() }),
    body: { content: { "application/json": { schema: CaseActBody } } },
  },
  responses: answersChange(CaseBody, "The case after the act"),
});

const acts = createRoute({
  method: "post",
  path: "/cases/acts",
  summary: "The same act on up to 500 cases, or what would become of it",
  description:
    "Each case takes it or says why not; those that take it are kept together. A dispatch without unitId goes to the " +
    "unit that duties name for each spot, with a work order a unit.",
  request: { body: { content: { "application/json": { schema: CaseActsBody } } } },
  responses: answersOne(CaseActsDone, "What became of each, in the order sent"),
});

export function caseRoutes(deps: Pick<Deps, "city" | "photos">) {
  const { city } = deps;
  const seesFor = (c: Context) => {
    const viewer = viewerOf(c);
    return (problem: StoredProblem) => seesProblem(city, viewer, problem);
  };

  async function existing(c: Context): Promise<StoredProblem> {
    const id = c.req.param("id") ?? "";
    const [problem] = await city.storage.problemsById([id]);
    if (!problem || !seesFor(c)(problem))
      throw new DomainError("not-found", { what: "problem", id });
    return problem;
  }

  async function shown(c: Context, problem: StoredProblem) {
    const [loaded] = await loadCases(city, [problem]);
    if (!loaded) throw new DomainError("not-found", { what: "problem", id: problem.id });
    const [answer] = await city.storage.answersOf([problem.id]);
    const doubles = await city.storage.problemsById(await city.storage.mergedInto(problem.id));
    const merged = doubles.filter(seesFor(c)).map(({ id }) => id);
    const isSatisfied = answer?.isSatisfied ?? null;
    c.header("ETag", `"${problem.version}"`);
    return c.json(
      caseBody(city, loaded, { merged, isSatisfied }, viewerOf(c)) satisfies CaseBody,
      200,
    );
  }

  async function actOnOne(c: Context) {
    readQuery(c, []);
    const sent = await readBody(c, CaseActBody);
    const problem = await existing(c);
    const version = readVersion(c, problem.version);
    const { results } = await actOnCases(city, viewerOf(c), {
      act: sent.act,
      ids: [problem.id],
      ...sentAct(deps, sent),
      versions: new Map(version === null ? [] : [[problem.id, version]]),
      isPreview: false,
      sees: seesFor(c),
    });
    const [done] = results;
    if (!done?.problem) throw new DomainError("not-found", { what: "problem", id: problem.id });
    if (done.refusal !== null) throw refusalError(sent.act, done, version);
    return shown(c, done.problem);
  }

  async function actOnMany(c: Context) {
    readQuery(c, []);
    const { ids, preview: isPreview, ...sent } = await readBody(c, CaseActsBody);
    const { results, orders } = await actOnCases(city, viewerOf(c), {
      act: sent.act,
      ids,
      ...sentAct(deps, sent),
      isPreview,
      sees: seesFor(c),
    });
    const words = caseWords[languageOf(c)];
    const iso = (t: number | null) => (t === null ? null : city.clock.toIso(t));
    const body: CaseActsDone = {
      results: results.map(({ id, refusal, file, step }) => ({
        id,
        refusal,
        message: refusal === null ? null : messageOf(refusal, words),
        state: file?.state ?? null,
        unit: unitRef(city, file?.unitId ?? null),
        dueAt: iso(file?.dueAt ?? null),
        orderNumber: step?.orderNumber ?? null,
      })),
      taken: results.filter(({ refusal }) => refusal === null).length,
      refused: results.filter(({ refusal }) => refusal !== null).length,
      orders: orders.map(({ number, unitId }) => ({
        number,
        unit: unitRef(city, unitId) ?? { id: unitId, name: unitId },
      })),
    };
    return c.json(body, 200);
  }

  return documentedRoutes([
    [
      one,
      async (c) => {
        readQuery(c, []);
        return shown(c, await existing(c));
      },
    ],
    [act, actOnOne, "act"],
    [acts, actOnMany, "act"],
  ]);
}

function refusalError(act: CaseAct, { refusal, problem }: CaseResult, sent: number | null) {
  if (refusal === null || refusal === "not-found") {
    return new DomainError("not-found", { what: "problem", id: problem?.id ?? "" });
  }
  if (refusal === "stale-version") {
    const current = problem?.version ?? 0;
    return new DomainError("stale-version", { sent: String(sent ?? ""), current });
  }
  return new DomainError(`case-${refusalKind(refusal)}`, { act, why: refusal });
}

type Words = (typeof caseWords)[keyof typeof caseWords];

function messageOf(refusal: NonNullable<CaseResult["refusal"]>, words: Words): string {
  if (refusal === "not-found") return words.unknownProblem;
  return refusal === "stale-version" ? words.staleVersion : words.refusals[refusal];
}

function languageOf(c: Context): "zh" | "en" {
  return c.req.header("accept-language")?.trim().toLowerCase().startsWith("en") ? "en" : "zh";
}
