import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { lastCompleteWeek, type Week, weekAround } from "../../domain/brief-week.ts";
import { BriefBody, BriefPeople } from "../../domain/contract/briefs.ts";
import { dutyRoles } from "../../domain/duty.ts";
import { DomainError } from "../../domain/errors.ts";
import { badParameter, instant } from "../../domain/parse-filter.ts";
import { briefTexts } from "../../domain/text/brief-text.ts";
import { personFor } from "../access/identity.ts";
import type { City } from "../city/city.ts";
import type { Deps } from "../deps.ts";
import { briefDocument, briefMapPicture } from "../papers/brief/brief-document.ts";
import { briefDocx } from "../papers/brief/brief-docx.ts";
import { briefOf } from "../papers/brief/brief-of.ts";
import { BRIEF_PAGES_MAX, briefPeople } from "../papers/brief/brief-people.ts";
import { PeerScores } from "../papers/brief/peer-scores.ts";
import { answers, answersOne, documentedRoutes } from "./api.ts";
import {
  answersFile,
  DOCX,
  docxResponse,
  pdfResponse,
  readLanguage,
  svgResponse,
} from "./paper-answer.ts";
import { readOneOf, readQuery } from "./read-query.ts";

const WeekQuery = z.object({
  week: z.string().optional().meta({ description: "Any day of it; absent: the last complete one" }),
  asOf: z.string().optional(),
});
const PersonQuery = WeekQuery.extend({ person: z.string() });

const Printed = PersonQuery.extend({
  lang: z.string().optional().meta({ description: "zh (default) or en" }),
});

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

const pdf = createRoute({
  method: "get",
  path: "/brief.pdf",
  summary: "The brief on one A4 page",
  request: { query: Printed },
  responses: answersFile("application/pdf", "One page"),
});

const docx = createRoute({
  method: "get",
  path: "/brief.docx",
  summary: "The brief as a document to edit",
  request: { query: Printed },
  responses: answersFile(DOCX, "Headings, tables and the thumbnail; fonts are named, not embedded"),
});

const map = createRoute({
  method: "get",
  path: "/map.svg",
  summary: "The thumbnail of a brief: the ground and its worst spots by number",
  request: { query: Printed },
  responses: answersFile("image/svg+xml", "86 × 66 mm, north up; 404 where there is no ground"),
});

const batch = createRoute({
  method: "get",
  path: "/batch.pdf",
  summary: "The briefs of everyone who held a role in the week, a page each",
  description: `Refused beyond ${BRIEF_PAGES_MAX} pages.`,
  request: { query: Printed.omit({ person: true }).extend({ role: z.enum(dutyRoles).optional() }) },
  responses: answersFile("application/pdf", "In the order of /people"),
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
      "export",
    ],
    [
      pdf,
      async (c) => {
        const { person, week, query } = readPerson(c, city, ["lang"]);
        const language = readLanguage(query.lang);
        const found = await briefOf(city, person, week);
        const title = briefTexts[language].fileName(person, city.clock.toDate(week.from));
        return pdfResponse(
          c,
          await briefDocument(city, [found], { title, language }),
          `${title}.pdf`,
        );
      },
    ],
    [
      docx,
      async (c) => {
        const { person, week, query } = readPerson(c, city, ["lang"]);
        const language = readLanguage(query.lang);
        const found = await briefOf(city, person, week);
        const title = briefTexts[language].fileName(person, city.clock.toDate(week.from));
        return docxResponse(c, await briefDocx(city, found, { title, language }), `${title}.docx`);
      },
    ],
    [
      map,
      async (c) => {
        const { person, week, query } = readPerson(c, city, ["lang"]);
        const text = briefTexts[readLanguage(query.lang)];
        const found = await briefMapPicture(city, await briefOf(city, person, week), text.map);
        if (found === null) throw new DomainError("not-found", { what: "area", id: person });
        return svgResponse(c, found);
      },
    ],
    [batch, (c) => batchResponse(c, city), "export"],
  ]);
}

async function batchResponse(c: Context, city: City): Promise<Response> {
  const query = readQuery(c, ["role", "week", "asOf", "lang"]);
  const role = readOneOf("role", query.role, dutyRoles, "zone-lead");
  const language = readLanguage(query.lang);
  const week = readWeekOf(city, query);
  const names = briefPeople(city, role, week).people.map(({ person }) => person);
  if (names.length > BRIEF_PAGES_MAX)
    throw new DomainError("too-many-pages", { pages: names.length, most: BRIEF_PAGES_MAX });
  if (names.length === 0) throw new DomainError("not-found", { what: "role", id: role });
  const text = briefTexts[language];
  const title = text.batchName(text.roles[role], city.clock.toDate(week.from));
  const isWanted = () => !c.req.raw.signal.aborted;
  const pages = briefsOf(city, names, week);
  const bytes = await briefDocument(city, pages, { title, language }, isWanted);
  return pdfResponse(c, bytes, `${title}.pdf`);
}

async function* briefsOf(city: City, names: readonly string[], week: Week) {
  const peers = new PeerScores(city.recurrence);
  for (const person of names) yield await briefOf(city, person, week, peers);
}

function readPerson<const N extends string>(c: Context, city: City, others: readonly N[]) {
  const query = readQuery(c, ["person", "week", "asOf", ...others]);
  const { person = "" } = query;
  if (person === "") throw badParameter("person", "", "the name of a person");
  return { person: personFor(c, person), week: readWeekOf(city, query), query };
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
