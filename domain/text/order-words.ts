import type { OrderItem, OrderPaper, OrderPaperKind } from "../order-paper.ts";
import type { OrderText } from "./order-zh-cn.ts";
import { clip, printable } from "./printable.ts";

/** Columns of a paper in order; `again` is of notices. */
export const orderColumns = [
  "number",
  "id",
  "category",
  "place",
  "description",
  "due",
  "again",
  "photo",
] as const;
export type OrderColumn = (typeof orderColumns)[number];

export function columnsOf(kind: OrderPaperKind): readonly OrderColumn[] {
  return orderColumns.filter((column) => kind === "notice" || column !== "again");
}

/** Characters that a cell takes of what somebody wrote; what is longer ends in …. */
const PLACE_MAX = 60;
const DESCRIPTION_MAX = 110;

/** Pieces of a cell, a line each where there is room; what is overdue is to be seen at once. */
export type CellWords = readonly { readonly text: string; readonly isAlarm?: boolean }[];

/** What a cell says, alike on the sheet and in the document; of a photo what stands in its place. */
export function cellWords(item: OrderItem, column: OrderColumn, text: OrderText): CellWords {
  switch (column) {
    case "number":
      return [{ text: String(item.number) }];
    case "id":
      return [{ text: clip(item.id, 40) }];
    case "category":
      return [{ text: clip(item.category, 40) }];
    case "place": {
      const place = clip(oneLine(item.place), PLACE_MAX) || text.noPlace;
      return [{ text: `${place}${item.position ? "" : text.unplaced}` }];
    }
    case "description":
      return [{ text: clip(oneLine(item.description), DESCRIPTION_MAX) || text.noDescription }];
    case "due":
      return dueWords(item, text);
    case "again":
      return againWords(item, text);
    case "photo":
      return item.photo ? [] : [{ text: text.noPhoto }];
  }
}

function dueWords(item: OrderItem, text: OrderText): CellWords {
  const { dueAt, isHardDeduction, overdueDays, timesOverdue } = item;
  if (isHardDeduction) return [{ text: text.hardDeduction }];
  if (dueAt === null) return [{ text: text.noLimit }];
  const due = [{ text: dueAt.slice(0, 10) }, { text: dueAt.slice(11, 16) }];
  if (overdueDays === null) return due;
  const twice = timesOverdue >= 2 ? [{ text: text.overdueTimes(timesOverdue), isAlarm: true }] : [];
  return [...due, { text: text.overdueBy(overdueDays), isAlarm: true }, ...twice];
}

function againWords({ returns, reworks }: OrderItem, text: OrderText): CellWords {
  const said = [
    ...(returns > 0 ? [{ text: text.returns(returns) }] : []),
    ...(reworks > 0 ? [{ text: text.reworks(reworks) }] : []),
  ];
  return said.length > 0 ? said : [{ text: text.none }];
}

/** Paragraphs between the addressee and the list. */
export function bodyWords(paper: OrderPaper, text: OrderText): string[] {
  const body = paper.kind === "order" ? orderBody(paper, text) : noticeBody(paper, text);
  return body.map((paragraph) => `${text.indent}${paragraph}`);
}

function orderBody({ items }: OrderPaper, text: OrderText): string[] {
  const { order } = text;
  const dues = items.flatMap(({ dueAt }) => dueAt ?? []).sort();
  const [first, last] = [dues[0], dues.at(-1)];
  let by = order.byPlan;
  if (first !== undefined && last !== undefined) {
    by =
      text.minute(first) === text.minute(last) && dues.length === items.length
        ? order.byOne(text.minute(first))
        : order.byTable(text.minute(first), text.minute(last));
  }
  return [`${order.handsOver(items.length)}${by}${order.report}${order.putOff}`];
}

function noticeBody(paper: OrderPaper, text: OrderText): string[] {
  const { notice } = text;
  const { items, unlisted } = paper;
  const day = text.day(paper.demandedBy ?? paper.at);
  const overdue = items.filter(({ overdueDays }) => overdueDays !== null);
  const returned = items.filter(({ returns }) => returns > 0);
  const twice = overdue.filter(({ timesOverdue }) => timesOverdue >= 2);
  const longest = Math.max(0, ...overdue.map(({ overdueDays }) => overdueDays ?? 0));
  const demands = [
    ...(overdue.length > 0 ? [notice.demandOverdue(numbersOf(overdue, text), day)] : []),
    ...(overdue.length < items.length ? [notice.demandOthers] : []),
    ...(returned.length > 0 ? [notice.demandReturned(numbersOf(returned, text))] : []),
    ...(twice.length > 0 ? [notice.explain(numbersOf(twice, text), day)] : []),
    notice.otherwise,
  ];
  const reworked = items.filter(({ reworks }) => reworks > 0).length;
  const parts = [
    ...(overdue.length > 0 ? [notice.overdue(overdue.length, longest)] : []),
    ...(returned.length > 0 ? [notice.returned(returned.length)] : []),
    ...(reworked > 0 ? [notice.reworked(reworked)] : []),
  ];
  const ofThem = parts.length > 0 ? `${notice.ofThem}${parts.join(text.separator)}` : "";
  return [
    `${notice.asOf(text.minute(paper.at), items.length + unlisted)}${ofThem}${notice.nowOrdered}`,
    ...demands.map((demand, i) => `${notice.counting(i)}${demand}`),
    ...(unlisted > 0 ? [notice.unlisted(unlisted)] : []),
  ];
}

/** 1—12、15: runs of three and more are drawn together. At most so many, then …. */
export function numbersOf(items: readonly Pick<OrderItem, "number">[], text: OrderText): string {
  const runs: [first: number, last: number][] = [];
  for (const { number } of items.toSorted((a, b) => a.number - b.number)) {
    const run = runs.at(-1);
    if (run && run[1] + 1 === number) run[1] = number;
    else runs.push([number, number]);
  }
  const words = runs.flatMap(([first, last]) => {
    if (first === last) return [String(first)];
    return last === first + 1 ? [String(first), String(last)] : [`${first}${text.range}${last}`];
  });
  const shown = words.slice(0, NUMBERS_MAX);
  return `${shown.join(text.separator)}${words.length > NUMBERS_MAX ? " …" : ""}`;
}
const NUMBERS_MAX = 40;

function oneLine(words: string): string {
  return printable(words).trim();
}
