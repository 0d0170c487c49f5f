import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  PublicAnswerBody,
  PublicReport,
  PublicReportBody,
  PublicReportMade,
} from "../../domain/contract/public-reports.ts";
import { DomainError } from "../../domain/errors.ts";
import type { StoredProblem } from "../../domain/problem.ts";
import type { Deps } from "../deps.ts";
import { checkedPhotos } from "../photos/attached-photos.ts";
import { answerReport } from "../services/answer-report.ts";
import { type LoadedPublicReport, loadPublicReport } from "../services/load-public-report.ts";
import { reportInPublic } from "../services/report-in-public.ts";
import { answers, answersOne, answersTile, documentedRoutes } from "./api.ts";
import { limited, publicLimits } from "./public-limits.ts";
import { publicReportBody } from "./public-report-body.ts";
import { readBody } from "./read-body.ts";
import { readQuery } from "./read-query.ts";
import { trackOf } from "./report-track.ts";

const NumberParams = z.object({ number: z.string() });
const Coded = z.object({ code: z.string().openapi({ description: "Told with the number" }) });

const report = createRoute({
  method: "post",
  path: "/reports",
  summary: "Report a problem without an account",
  description: `The same clientId again answers the same. ${limited("reports")}`,
  request: { body: { content: { "application/json": { schema: PublicReportBody } } } },
  responses: {
    ...answers(PublicReportMade, "It was reported before under this clientId"),
    201: {
      description: "Accepted and durable",
      content: { "application/json": { schema: PublicReportMade } },
    },
  },
});

const progress = createRoute({
  method: "get",
  path: "/reports/{number}",
  summary: "How far a report is, for whoever made it",
  description: `404 for a wrong code as for an unknown number. ${limited("looks")}`,
  request: { params: NumberParams, query: Coded },
  responses: answersOne(PublicReport, "No personal data"),
});

const photo = createRoute({
  method: "get",
  path: "/reports/{number}/photos/{file}",
  summary: "A photo of how it is now, once the report is closed",
  request: { params: NumberParams.extend({ file: z.string() }), query: Coded },
  responses: answersTile("image/jpeg", "As it was kept"),
});

const answer = createRoute({
  method: "post",
  path: "/reports/{number}/answer",
  summary: "Say whether one is satisfied, after the closing",
  description: "The last word counts. 409 while the report is not closed, or too long after.",
  request: {
    params: NumberParams,
    body: { content: { "application/json": { schema: PublicAnswerBody } } },
  },
  responses: {
    ...answersOne(PublicReport, "The report with the answer"),
    409: { description: "Nothing is asked (any more)" },
  },
});

type Needed = Pick<Deps, "city" | "photos" | "publicUrl" | "clientAddress" | "reportCodes">;

export function publicReportRoutes(deps: Needed) {
  const { city, reportCodes } = deps;
  const countReport = publicLimits(deps, "reports");
  const countLook = publicLimits(deps, "looks");

  /** A wrong code is told from an unknown number by nothing. */
  async function coded(c: Context, code: string): Promise<StoredProblem> {
    const number = c.req.param("number") ?? "";
    const [problem] = await city.storage.problemsById([number]);
    if (problem && reportCodes.isOf(number, code)) return problem;
    throw new DomainError("unknown-report", {});
  }

  async function loadedOf(problem: StoredProblem): Promise<LoadedPublicReport> {
    const loaded = await loadPublicReport(city, problem);
    if (!loaded) throw new DomainError("unknown-report", {});
    return loaded;
  }

  async function shown(c: Context, problem: StoredProblem) {
    const loaded = await loadedOf(problem);
    const [answered] = await city.storage.answersOf([problem.id]);
    c.header("Cache-Control", "no-store");
    return c.json(publicReportBody(city, loaded, answered) satisfies PublicReport, 200);
  }

  async function make(c: Context) {
    readQuery(c, []);
    const sent = await readBody(c, PublicReportBody);
    countReport(c);
    const attach = () => checkedPhotos(deps, sent.photos ?? []);
    const { problem, isNew } = await reportInPublic(city, sent, attach);
    const made = { number: problem.id, ...trackOf(deps, c, problem.id) };
    return c.json(made satisfies PublicReportMade, isNew ? 201 : 200);
  }

  async function showPhoto(c: Context) {
    const { code } = readQuery(c, ["code"]);
    countLook(c);
    const { photos } = await loadedOf(await coded(c, code ?? ""));
    const file = c.req.param("file") ?? "";
    const bytes = photos.includes(file) ? await deps.photos.read(file, false) : null;
    if (!bytes) throw new DomainError("not-found", { what: "photo", id: file });
    return c.body(new Uint8Array(bytes), 200, {
      "Content-Type": "image/jpeg",
      "Cache-Control": "private, max-age=3600",
    });
  }

  return documentedRoutes([
    [report, make, "open"],
    [
      progress,
      async (c) => {
        const { code } = readQuery(c, ["code"]);
        countLook(c);
        return shown(c, await coded(c, code ?? ""));
      },
      "open",
    ],
    [photo, showPhoto, "open"],
    [
      answer,
      async (c) => {
        readQuery(c, []);
        const sent = await readBody(c, PublicAnswerBody);
        countLook(c);
        const problem = await coded(c, sent.code);
        await answerReport(city, problem.id, sent);
        return shown(c, problem);
      },
      "open",
    ],
  ]);
}
