import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  PublicAnswerBody,
  PublicNear,
  PublicPlace,
  PublicReport,
  PublicReportBody,
  PublicReportMade,
} from "../../domain/contract/public-reports.ts";
import { DomainError } from "../../domain/errors.ts";
import type { StoredProblem } from "../../domain/problem.ts";
import { DAY_MS } from "../../domain/time.ts";
import { RateLimit } from "../access/rate-limit.ts";
import { similarOpen } from "../city/similar-open.ts";
import type { Deps } from "../deps.ts";
import { checkedPhotos } from "../photos/attached-photos.ts";
import { answerReport } from "../services/answer-report.ts";
import { checkedCategory, checkedPosition } from "../services/checked-input.ts";
import { type LoadedPublicReport, loadPublicReport } from "../services/load-public-report.ts";
import { reportInPublic } from "../services/report-in-public.ts";
import { answers, answersOne, answersTile, documentedRoutes } from "./api.ts";
import { publicPlace, publicReportBody } from "./public-report-body.ts";
import { readBody } from "./read-body.ts";
import { readDegrees, readQuery } from "./read-query.ts";
import { trackOf } from "./report-track.ts";

/** By anybody, within a while: reports, looks at the progress of one, questions about a spot. */
const MOST = {
  reports: { address: 10, city: 300 },
  looks: { address: 120, city: 6000 },
  questions: { address: 240, city: 6000 },
} as const;
const WITHIN_MS = 10 * 60_000;
/** Of distances, so that they point at no door. */
const ROUGH_M = 10;

const NumberParams = z.object({ number: z.string() });
const Coded = z.object({ code: z.string().openapi({ description: "Told with the number" }) });
const Spot = z.object({ lng: z.string(), lat: z.string() });

const limited = (of: { address: number; city: number }) =>
  `At most ${of.address} from one address and ${of.city} in all within ten minutes, then 429.`;

const report = createRoute({
  method: "post",
  path: "/reports",
  summary: "Report a problem without an account",
  description: `The same clientId again answers the same. ${limited(MOST.reports)}`,
  request: { body: { content: { "application/json": { schema: PublicReportBody } } } },
  responses: {
    ...answers(PublicReportMade, "It was reported before under this clientId"),
    201: {
      description: "Accepted and durable",
      content: { "application/json": { schema: PublicReportMade } },
    },
  },
});

const near = createRoute({
  method: "get",
  path: "/reports/near",
  summary: "Whether somebody has reported the same near by: how many, and the nearest, roughly",
  description: limited(MOST.questions),
  request: { query: Spot.extend({ category: z.string() }) },
  responses: answers(PublicNear, "Open reports of the category"),
});

const place = createRoute({
  method: "get",
  path: "/place",
  summary: "What a spot is called",
  description: limited(MOST.questions),
  request: { query: Spot },
  responses: answers(PublicPlace, "Names of zone, community and road"),
});

const progress = createRoute({
  method: "get",
  path: "/reports/{number}",
  summary: "How far a report is, for whoever made it",
  description: `404 for a wrong code as for an unknown number. ${limited(MOST.looks)}`,
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
  const limits = limitsOf(deps);

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
    limits.reports(c);
    const attach = () => checkedPhotos(deps, sent.photos ?? []);
    const { problem, isNew } = await reportInPublic(city, sent, attach);
    const made = { number: problem.id, ...trackOf(deps, c, problem.id) };
    return c.json(made satisfies PublicReportMade, isNew ? 201 : 200);
  }

  async function showNear(c: Context) {
    const query = readQuery(c, ["lng", "lat", "category"]);
    limits.questions(c);
    const spot = spotOf(query);
    const category = checkedCategory(city, query.category ?? "");
    const { radiusM, rows } = similarOpen(city, checkedPosition(city, spot), category, null);
    const [first] = rows;
    const [problem] = first ? await city.storage.problemsBySeq([first.seq]) : [];
    const nearest = first &&
      problem && {
        category: city.tables.tree.at(city.tables.categoryOrdinal(problem.category)).name,
        days: Math.floor((city.now() - problem.reportedAt) / DAY_MS),
        distanceM: Math.round(first.distanceM / ROUGH_M) * ROUGH_M,
      };
    const body: PublicNear = { count: rows.length, radiusM, nearest: nearest ?? null };
    return c.json(body, 200);
  }

  async function showPhoto(c: Context) {
    const { code } = readQuery(c, ["code"]);
    limits.looks(c);
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
    [near, showNear, "open"],
    [
      place,
      (c) => {
        const [lng, lat] = spotOf(readQuery(c, ["lng", "lat"]));
        limits.questions(c);
        return c.json(publicPlace(city, lng, lat) satisfies PublicPlace, 200);
      },
      "open",
    ],
    [
      progress,
      async (c) => {
        const { code } = readQuery(c, ["code"]);
        limits.looks(c);
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
        limits.looks(c);
        const problem = await coded(c, sent.code);
        await answerReport(city, problem.id, sent);
        return shown(c, problem);
      },
      "open",
    ],
  ]);
}

function spotOf({ lng, lat }: { lng?: string; lat?: string }): [number, number] {
  return [readDegrees("lng", lng, 180), readDegrees("lat", lat, 90)];
}

/** Counts a request; throws `too-many-tries`. */
function limitsOf({ city: { now }, clientAddress }: Pick<Needed, "city" | "clientAddress">) {
  const limit = (of: { address: number; city: number }) => {
    const byAddress = new RateLimit({ most: of.address, withinMs: WITHIN_MS, now });
    const inCity = new RateLimit({ most: of.city, withinMs: WITHIN_MS, now });
    return (c: Context) => {
      byAddress.take(clientAddress(c));
      inCity.take("city");
    };
  };
  return {
    reports: limit(MOST.reports),
    looks: limit(MOST.looks),
    questions: limit(MOST.questions),
  };
}
