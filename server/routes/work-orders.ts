import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { type WorkOrderBody, WorkOrderDetail, WorkOrderList } from "../../domain/contract/cases.ts";
import { FilterQuery } from "../../domain/contract/filter-query.ts";
import { DomainError } from "../../domain/errors.ts";
import type { StoredProblem } from "../../domain/problem.ts";
import { viewerOf } from "../access/identity.ts";
import { seesProblem } from "../access/sight-of.ts";
import type { City } from "../city/city.ts";
import { checkedUnit } from "../services/checked-input.ts";
import { orderFigures, type SeenOrder, seenOrder, seenOrders } from "../services/seen-orders.ts";
import { answers, answersOne, documentedRoutes } from "./api.ts";
import { unitRef } from "./case-body.ts";
import { fixedNames, NOTICE_MOST } from "./notice-cases.ts";
import { noticeFile, type OrderDeps, orderFile, writeDocx, writePdf } from "./order-files.ts";
import { answersFile, DOCX } from "./paper-answer.ts";
import { problemFeature } from "./problem-feature.ts";
import { readInteger, readOneOf, readQuery } from "./read-query.ts";

const OrderParams = z.object({ number: z.string().openapi({ description: "2026-00001" }) });
const Printed = z.object({
  lang: z.string().optional().openapi({ description: "zh (default) or en" }),
});
const NoticeQuery = FilterQuery.omit(
  Object.fromEntries(fixedNames.map((name) => [name, true])) as Record<
    (typeof fixedNames)[number],
    true
  >,
).extend({
  unit: z.string().openapi({ description: "Id of the unit that it is for" }),
  by: z.string().optional().openapi({
    description: "YYYY-MM-DD by which overdue ones are demanded, default the next work day",
  }),
  lang: Printed.shape.lang,
});

const noticeWords = `Dispatched to the unit and not rectified, overdue longest first, then where the place came back, then by time limit; ${NOTICE_MOST} at most, the rest as a number. 404 where there is none.`;

const noticePdf = createRoute({
  method: "get",
  path: "/notice.pdf",
  summary: "督查通知书: what a unit has not done, with what is demanded",
  description: noticeWords,
  request: { query: NoticeQuery },
  responses: answersFile("application/pdf", "A4"),
});
const noticeDocx = createRoute({
  method: "get",
  path: "/notice.docx",
  summary: "督查通知书 as a document to edit",
  description: noticeWords,
  request: { query: NoticeQuery },
  responses: answersFile(DOCX, "Fonts are named, not embedded"),
});
const list = createRoute({
  method: "get",
  path: "/",
  summary: "Work orders 交办单, newest first",
  description:
    "An order is seen by whoever sees a problem of it, and its numbers are of those they see. open: not rectified, " +
    "nor handed on since; nextDueAt: the first of its deadlines that is not over.",
  request: {
    query: z.object({
      unit: z.string().optional().openapi({ description: "Id of the unit that it went to" }),
      open: z.string().optional().openapi({ description: "1: with something to be done alone" }),
      limit: z.string().optional().openapi({ description: "1 … 200, default 50" }),
    }),
  },
  responses: answers(WorkOrderList, "As they stand now"),
});
const one = createRoute({
  method: "get",
  path: "/{number}",
  summary: "A work order with its problems, in the order of its list",
  request: { params: OrderParams },
  responses: answersOne(WorkOrderDetail, "As it stands now"),
});
const pdf = createRoute({
  method: "get",
  path: "/{number}/order.pdf",
  summary: "交办单: the order to print, with thumbnails and map",
  description: "With the deadlines it was issued with, whatever became of them.",
  request: { params: OrderParams, query: Printed },
  responses: answersFile("application/pdf", "A4"),
});
const docx = createRoute({
  method: "get",
  path: "/{number}/order.docx",
  summary: "交办单 as a document to edit",
  request: { params: OrderParams, query: Printed },
  responses: answersFile(DOCX, "Fonts are named, not embedded"),
});

export function workOrderRoutes(deps: OrderDeps) {
  const { city } = deps;
  return documentedRoutes([
    [noticePdf, (c) => noticeFile(c, deps, writePdf)],
    [noticeDocx, (c) => noticeFile(c, deps, writeDocx)],
    [
      list,
      async (c) => {
        const query = readQuery(c, ["unit", "open", "limit"]);
        const orders = await seenOrders(city, {
          unitIds: query.unit === undefined ? null : [checkedUnit(city, query.unit)],
          isOpenOnly: readOneOf("open", query.open, ["0", "1"], "0") === "1",
          limit: readInteger("limit", query.limit, { min: 1, max: 200, absent: 50 }),
          sees: seesFor(c, city),
        });
        const body = { orders: orders.map((each) => orderBody(city, each)) };
        return c.json(body satisfies WorkOrderList, 200);
      },
    ],
    [
      one,
      async (c) => {
        readQuery(c, []);
        const seen = await existing(c, city);
        const shownTo = { t: city.now(), viewer: viewerOf(c) };
        const features = seen.cases.map(({ problem }) => problemFeature(city, problem, shownTo));
        return c.json({ ...orderBody(city, seen), features } satisfies WorkOrderDetail, 200);
      },
    ],
    [pdf, async (c) => orderFile(c, deps, await existing(c, city), writePdf)],
    [docx, async (c) => orderFile(c, deps, await existing(c, city), writeDocx)],
  ]);
}

function seesFor(c: Context, city: City) {
  const viewer = viewerOf(c);
  return (problem: StoredProblem) => seesProblem(city, viewer, problem);
}

async function existing(c: Context, city: City): Promise<SeenOrder> {
  const number = c.req.param("number") ?? "";
  const seen = await seenOrder(city, number, seesFor(c, city));
  if (!seen) throw new DomainError("not-found", { what: "order", id: number });
  return seen;
}

function orderBody(city: City, seen: SeenOrder): WorkOrderBody {
  const { number, unitId, issuedAt, actorName } = seen.order;
  const { nextDueAt, ...counts } = orderFigures(seen, city.now());
  return {
    number,
    unit: unitRef(city, unitId) ?? { id: unitId, name: unitId },
    issuedAt: city.clock.toIso(issuedAt),
    issuedBy: actorName,
    ...counts,
    nextDueAt: nextDueAt === null ? null : city.clock.toIso(nextDueAt),
  };
}
