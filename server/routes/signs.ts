import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { SignBody, SignList, SignReportBody, SignReportMade } from "../../domain/contract/signs.ts";
import { DomainError } from "../../domain/errors.ts";
import { endName } from "../../domain/paper/sign-words.ts";
import { boundsOfLines, linesOf } from "../../domain/paper-map/map-source.ts";
import { roadClasses } from "../../domain/road-section.ts";
import { signSizes, signTypes } from "../../domain/sign.ts";
import { papersTexts } from "../../domain/text/papers-text.ts";
import { RateLimit } from "../access/rate-limit.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { printCheck } from "../papers/signs/check-print.ts";
import { sectionsOfZone } from "../papers/signs/sections-of-zone.ts";
import { isLocalAddress } from "../papers/signs/sign-address.ts";
import { signDocument, signMapPicture, signPicture } from "../papers/signs/sign-document.ts";
import { findThing, type SignThing, signOf } from "../papers/signs/sign-of.ts";
import { checkedPhotos } from "../photos/attached-photos.ts";
import { reportAtSign } from "../services/report-at-sign.ts";
import { answersOne, documentedRoutes } from "./api.ts";
import { answersFile, pdfResponse, readLanguage, readOn, svgResponse } from "./paper-answer.ts";
import { readBody } from "./read-body.ts";
import { readOneOf, readQuery } from "./read-query.ts";
import { trackOf } from "./report-track.ts";

/** Boards in one file: a page is some 7 KB, so that the largest batch stays near 3 MB and two seconds. */
export const BATCH_PAGES_MAX = 400;

/** Reports by anybody, within a while. */
const ADDRESS_REPORTS = 10;
const CITY_REPORTS = 300;
const REPORTS_WITHIN_MS = 10 * 60_000;

const Day = z.object({
  on: z.string().optional().openapi({ description: "Day whose holders are shown, default now" }),
});
const One = Day.extend({
  type: z.string().optional().openapi({ description: "section or zone, where both have the id" }),
});
const Printed = One.extend({
  size: z.string().optional().openapi({ description: "A4 (default) or A3" }),
  lang: z.string().optional().openapi({ description: "zh (default) or en" }),
});
const Batch = Day.extend({
  zone: z.string(),
  class: z
    .string()
    .optional()
    .openapi({ description: `Only ${roadClasses.join(", ")}` }),
});
const id = z.object({ id: z.string() });

const list = createRoute({
  method: "get",
  path: "/",
  summary: "The boards of a zone: one a road section whose midpoint lies in it",
  request: { query: Batch },
  responses: answersOne(SignList, "Sections by class, then name"),
});
const batch = createRoute({
  method: "get",
  path: "/batch.pdf",
  summary: "The boards of a zone in one file, its own first",
  description: `Refused beyond ${BATCH_PAGES_MAX} pages: then choose a class of road or a smaller zone.`,
  request: { query: Batch.extend({ size: Printed.shape.size, lang: Printed.shape.lang }) },
  responses: answersFile("application/pdf", "A page a board"),
});
const sign = createRoute({
  method: "get",
  path: "/{id}",
  summary: "公示牌: what the board of a road section or a zone says",
  request: { params: id, query: One },
  responses: answersOne(SignBody, "404 for an id that is neither"),
});
const pdf = createRoute({
  method: "get",
  path: "/{id}/sign.pdf",
  summary: "The board to print; the QR code leads to its page",
  request: { params: id, query: Printed },
  responses: answersFile("application/pdf", "One page"),
});
const picture = createRoute({
  method: "get",
  path: "/{id}/sign.svg",
  summary: "The board to look at",
  request: { params: id, query: Printed.omit({ size: true }) },
  responses: answersFile("image/svg+xml", "As it is printed on A4"),
});
const map = createRoute({
  method: "get",
  path: "/{id}/map.svg",
  summary: "The small map of a board",
  request: { params: id, query: Printed.omit({ size: true }) },
  responses: answersFile("image/svg+xml", "74 × 56 mm, north up"),
});

const report = createRoute({
  method: "post",
  path: "/{id}/reports",
  summary: "Report a problem at what a board stands for, without an account",
  description: `The same clientId again answers the same number. At most ${ADDRESS_REPORTS} from one address and ${CITY_REPORTS} in all within ten minutes, then 429.`,
  request: {
    params: id,
    query: One.pick({ type: true }),
    body: { content: { "application/json": { schema: SignReportBody } } },
  },
  responses: {
    ...answersOne(SignReportMade, "It was reported before under this clientId"),
    201: {
      description: "Accepted and durable",
      content: { "application/json": { schema: SignReportMade } },
    },
  },
});

type Needed = Pick<Deps, "city" | "photos" | "publicUrl" | "clientAddress" | "reportCodes">;

export function signRoutes(deps: Needed) {
  const { city } = deps;
  const { now } = city;
  const byAddress = new RateLimit({ most: ADDRESS_REPORTS, withinMs: REPORTS_WITHIN_MS, now });
  const inCity = new RateLimit({ most: CITY_REPORTS, withinMs: REPORTS_WITHIN_MS, now });
  const baseOf = (c: Context) => deps.publicUrl ?? new URL(c.req.url).origin;
  return documentedRoutes([
    [list, async (c) => c.json(await signList(city, c, baseOf(c)), 200)],
    [batch, (c) => batchPdf(city, c, baseOf(c))],
    [
      sign,
      async (c) => {
        const { on, thing } = found(city, c, readQuery(c, ["type", "on"]));
        const checked = await printCheck();
        return c.json(checked(signBody(city, thing, on, baseOf(c))) satisfies SignBody, 200);
      },
      "open",
    ],
    [pdf, (c) => signPdf(city, c, baseOf(c))],
    [
      picture,
      async (c) => {
        const query = readQuery(c, ["type", "on", "lang"]);
        const { on, thing } = found(city, c, query);
        const order = { on, base: baseOf(c), language: readLanguage(query.lang) };
        return svgResponse(c, await signPicture(city, thing, order));
      },
      "open",
    ],
    [
      map,
      async (c) => {
        const query = readQuery(c, ["type", "on", "lang"]);
        const { on, thing } = found(city, c, query);
        const language = readLanguage(query.lang);
        return svgResponse(c, await signMapPicture(city, thing, { on, language }));
      },
      "open",
    ],
    [
      report,
      async (c) => {
        const { on, thing } = found(city, c, readQuery(c, ["type"]));
        const sent = await readBody(c, SignReportBody);
        byAddress.take(deps.clientAddress(c));
        inCity.take("city");
        const { id: number, name, position, bounds } = signBody(city, thing, on, baseOf(c));
        const sign = { id: number, name: name ?? papersTexts.zh.sign.unnamedRoad };
        const attach = () => checkedPhotos(deps, sent.photos ?? []);
        const made = await reportAtSign(city, { ...sign, position, bounds }, sent, attach);
        const { id } = made.problem;
        const answer: SignReportMade = { id, ...trackOf(deps, c, id) };
        return c.json(answer, made.isNew ? 201 : 200);
      },
      "open",
    ],
  ]);
}

async function batchPdf(city: City, c: Context, base: string): Promise<Response> {
  const query = readQuery(c, ["zone", "size", "class", "on", "lang"]);
  const { on, zone, things } = batchOf(city, query);
  if (things.length > BATCH_PAGES_MAX)
    throw new DomainError("too-many-pages", { pages: things.length, most: BATCH_PAGES_MAX });
  const language = readLanguage(query.lang);
  const size = readOneOf("size", query.size, signSizes, "A4");
  const order = { size, on, base, language };
  const bytes = await signDocument(city, things, order, () => !c.req.raw.signal.aborted);
  return pdfResponse(c, bytes, papersTexts[language].sign.batchName(zone.name, size));
}

async function signPdf(city: City, c: Context, base: string): Promise<Response> {
  const query = readQuery(c, ["type", "on", "size", "lang"]);
  const { on, thing } = found(city, c, query);
  const size = readOneOf("size", query.size, signSizes, "A4");
  const language = readLanguage(query.lang);
  const bytes = await signDocument(city, [thing], { size, on, base, language });
  const { name, id: number } = signOf(city, thing, on, base);
  const text = papersTexts[language].sign;
  return pdfResponse(c, bytes, text.fileName(name ?? text.unnamedRoad, number, size));
}

/** What the path and the query are about. */
function found(city: City, c: Context, query: { on?: string; type?: string }) {
  const on = readOn(city, query.on);
  const type = query.type === undefined ? null : readOneOf("type", query.type, signTypes, "zone");
  return { on, thing: findThing(city, c.req.param("id") ?? "", type, on) };
}

function signBody(city: City, thing: SignThing, on: number, base: string): SignBody {
  const { geometry } = thing.type === "section" ? thing.section : thing.zone;
  return {
    ...signOf(city, thing, on, base),
    on: city.clock.toIso(on),
    bounds: boundsOfLines(linesOf(geometry)),
  };
}

type BatchQuery = { readonly zone?: string; readonly class?: string; readonly on?: string };

function batchOf(city: City, query: BatchQuery) {
  const on = readOn(city, query.on);
  const thing = findThing(city, query.zone ?? "", "zone", on);
  if (thing.type !== "zone") throw new DomainError("not-found", { what: "zone", id: "" });
  const roadClass =
    query.class === undefined ? undefined : readOneOf("class", query.class, roadClasses, "none");
  const sections = sectionsOfZone(city, thing.zone.id, on, roadClass);
  const things: SignThing[] = [
    thing,
    ...sections.map((section) => ({ type: "section" as const, section })),
  ];
  return { on, zone: thing.zone, sections, things };
}

async function signList(city: City, c: Context, base: string): Promise<SignList> {
  const { on, zone, sections } = batchOf(city, readQuery(c, ["zone", "class", "on"]));
  const checked = await printCheck();
  return {
    zone: { id: zone.id, name: zone.name },
    on: city.clock.toIso(on),
    address: `${base}/sign/`,
    isLocal: isLocalAddress(base),
    pages: sections.length + 1,
    pagesMax: BATCH_PAGES_MAX,
    sections: sections.flatMap((section) => {
      const thing = { type: "section" as const, section };
      const { id, name, facts, rows, warnings } = checked(signOf(city, thing, on, base));
      if (facts.type !== "section") return [];
      return {
        id,
        name,
        class: facts.class,
        lengthM: Math.round(facts.lengthM),
        from: endName(facts.from, papersTexts.zh),
        to: endName(facts.to, papersTexts.zh),
        chiefs: rows[0]?.holders.flatMap(({ person, unit }) => person ?? unit ?? []) ?? [],
        warnings: warnings.filter((warning) => warning !== "local-address"),
      };
    }),
  };
}
