import type { AdOrder } from "../../ads/orders-by-unit.ts";
import type { AdPlanDossier } from "../../ads/plan-dossier.ts";
import { moneyWords, planLine, stampLine } from "../../text/ad-papers-words.ts";
import type { AdPapersText } from "../../text/ad-papers-zh-cn.ts";
import { lineMark, type Mark, type MeasureText } from "../mark.ts";
import { cutText, fittedSize, paragraph } from "../paragraph.ts";
import { HAIRLINE, INK, INK_2, word } from "./book-ink.ts";
import { HEAD_MM, LEFT, orderColumns, ROW_MM, rowMarks, tableHead } from "./order-table.ts";

/** Edges of what is printed on an A4 sheet upright, millimetres. */
const [RIGHT, BOTTOM, NEXT_TOP] = [195, 270, 24];
/** The sum, and who takes it in hand. */
const CLOSING_MM = 24;

type Draft = {
  readonly dossier: AdPlanDossier;
  readonly text: AdPapersText;
  readonly measure: MeasureText;
};

/** 工单清单 of one unit as A4 pages upright: rows stay whole, their columns are named on each page. */
export function orderListPages(draft: Draft, order: AdOrder): Mark[][] {
  const columns = orderColumns(draft.text);
  const head = headMarks(draft, order);
  const pages: Mark[][] = [head.marks];
  let y = head.bottom;
  const start = () => {
    pages.at(-1)?.push(...tableHead(draft.measure, columns, y));
    y += HEAD_MM;
  };
  const turn = () => {
    pages.push(stripMarks(draft, order));
    y = NEXT_TOP;
  };
  start();
  for (const [i, site] of order.sites.entries()) {
    const needs = ROW_MM + (i === order.sites.length - 1 ? CLOSING_MM : 0);
    if (y + needs > BOTTOM) {
      turn();
      start();
    }
    pages.at(-1)?.push(...rowMarks(draft.measure, columns, site, y));
    y += ROW_MM;
  }
  pages.at(-1)?.push(...closingMarks(draft, order, y));
  return pages.map((marks, i) => [...marks, ...footMarks(draft, i + 1, pages.length)]);
}

function headMarks({ dossier, text, measure }: Draft, order: AdOrder) {
  const { city, stamp } = dossier;
  const title = fittedSize(measure, text.orders.title, "bold", {
    sizeMm: 8,
    leastMm: 5,
    widthMm: RIGHT - LEFT,
  });
  const news = order.sites.filter(({ kind }) => kind === "new").length;
  const repairs = order.sites.length - news;
  const cost = moneyWords(sumOf(order));
  const unit = order.unitName ?? text.nobody;
  const to = paragraph(
    measure,
    { text: text.orders.to(unit), x: LEFT, y: 36, widthMm: RIGHT - LEFT, linesMax: 2 },
    { sizeMm: 4.8, weight: "bold", colour: INK },
  );
  const words =
    order.unitId === null
      ? text.orders.leadOfNobody(news, repairs)
      : text.orders.lead(city.name, stamp.scenario, news, repairs, cost);
  const lead = paragraph(
    measure,
    { text: words, x: LEFT, y: 36 + to.heightMm, widthMm: RIGHT - LEFT, linesMax: 4 },
    { sizeMm: 3.8, weight: "regular", colour: INK },
  );
  const marks: Mark[] = [
    word(text.orders.title, (LEFT + RIGHT) / 2, 28, {
      sizeMm: title,
      weight: "bold",
      align: "middle",
    }),
    ...to.marks,
    ...lead.marks,
  ];
  return { marks, bottom: 36 + to.heightMm + lead.heightMm + 3 };
}

function stripMarks({ text, measure }: Draft, { unitName }: AdOrder): Mark[] {
  const style = { sizeMm: 3.2, weight: "regular", colour: INK_2 } as const;
  return [
    word(text.orders.title, LEFT, 18, style),
    word(cutText(measure, unitName ?? text.nobody, 100, style), RIGHT, 18, {
      ...style,
      align: "end",
    }),
  ];
}

function closingMarks({ text, measure }: Draft, order: AdOrder, y: number): Mark[] {
  const news = order.sites.filter(({ kind }) => kind === "new").length;
  const sum = [
    `${text.sum}　${text.book.sites(news, order.sites.length - news)}`,
    text.book.cost(moneyWords(sumOf(order))),
  ].join("　");
  const style = { sizeMm: 3.4, weight: "bold" } as const;
  const line = { sizeMm: 3.4 } as const;
  const signature = (label: string, x: number, right: number): Mark[] => [
    word(label, x, y + 18, line),
    lineMark(x + measure(label, line.sizeMm, "regular") + 1, y + 19, right, y + 19, 0.2, HAIRLINE),
  ];
  return [
    word(cutText(measure, sum, RIGHT - LEFT, style), RIGHT, y + 6, { ...style, align: "end" }),
    ...signature(text.orders.sign, LEFT, LEFT + 70),
    ...signature(text.orders.signedAt, LEFT + 90, LEFT + 150),
  ];
}

function footMarks({ dossier, text, measure }: Draft, page: number, pages: number): Mark[] {
  const { stamp, city } = dossier;
  const room = RIGHT - LEFT;
  const [bold, small] = [
    { sizeMm: 2.7, weight: "bold" },
    { sizeMm: 2.5, weight: "regular", colour: INK_2 },
  ] as const;
  const last = [text.orders.list(page, pages), ...(city.isDemo ? [text.demo] : [])].join("　");
  return [
    lineMark(LEFT, 276, RIGHT, 276, 0.2, HAIRLINE),
    word(cutText(measure, planLine(stamp, text), room, bold), LEFT, 280, bold),
    word(cutText(measure, stampLine(stamp, text), room, small), LEFT, 284, small),
    word(last, RIGHT, 288.4, { ...small, align: "end" }),
  ];
}

function sumOf({ sites }: AdOrder): number {
  return Math.round(sites.reduce((sum, { cost }) => sum + cost, 0) * 100) / 100;
}
