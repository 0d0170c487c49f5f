import type { AdOrder } from "../../ads/orders-by-unit.ts";
import type { AdDossierSite, AdPlanDossier } from "../../ads/plan-dossier.ts";
import {
  chainageWords,
  codeWord,
  facingWords,
  moneyWords,
  planLine,
  roadWords,
  sideWords,
  stampLine,
} from "../../text/ad-papers-words.ts";
import type { AdPapersText } from "../../text/ad-papers-zh-cn.ts";
import { boxMark, lineMark, type Mark, type MeasureText } from "../mark.ts";
import { cutText, fittedSize, paragraph } from "../paragraph.ts";
import { HAIRLINE, INK, INK_2, PALE, word } from "./book-ink.ts";

/** Edges of what is printed on an A4 sheet upright, millimetres. */
const [LEFT, RIGHT, BOTTOM, NEXT_TOP] = [15, 195, 270, 24];
const HEAD_MM = 8;
const ROW_MM = 9.4;
/** The sum, and who takes it in hand. */
const CLOSING_MM = 24;
const PADDING_MM = 1.2;

type Draft = {
  readonly dossier: AdPlanDossier;
  readonly text: AdPapersText;
  readonly measure: MeasureText;
};

type Column = {
  readonly title: string;
  readonly widthMm: number;
  readonly align: "start" | "middle" | "end";
  /** What is read first, and a smaller line below it. */
  lines(site: AdDossierSite): readonly [string, string];
};

/** 工单清单 of one unit as A4 pages upright: rows stay whole, their columns are named on each page. */
export function orderListPages(draft: Draft, order: AdOrder): Mark[][] {
  const columns = columnsOf(draft.text);
  const head = headMarks(draft, order);
  const pages: Mark[][] = [head.marks];
  let y = head.bottom;
  const start = () => {
    pages.at(-1)?.push(...tableHead(draft, columns, y));
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
    pages.at(-1)?.push(...rowMarks(draft, columns, site, y));
    y += ROW_MM;
  }
  pages.at(-1)?.push(...closingMarks(draft, order, y));
  return pages.map((marks, i) => [...marks, ...footMarks(draft, i + 1, pages.length)]);
}

function columnsOf(text: AdPapersText): Column[] {
  const { columns: c } = text;
  const at = ({ position: [lng, lat] }: AdDossierSite) => `${lng.toFixed(6)}, ${lat.toFixed(6)}`;
  return [
    { title: c.number, widthMm: 11, align: "middle", lines: ({ number }) => [String(number), ""] },
    { title: c.kind, widthMm: 13, align: "middle", lines: ({ kind }) => [text.kinds[kind], ""] },
    {
      title: `${c.road}${text.dot}${c.chainage}`,
      widthMm: 48,
      align: "start",
      lines: (site) => [
        [roadWords(site, text), chainageWords(site.chainageM)].filter(Boolean).join(" "),
        at(site),
      ],
    },
    {
      title: `${c.side}${text.dot}${c.facing}`,
      widthMm: 24,
      align: "start",
      lines: (site) => [sideWords(site.side, text), facingWords(site.facing, text)],
    },
    {
      title: `${c.carrier}${text.dot}${c.theme}`,
      widthMm: 27,
      align: "start",
      lines: (site) => [codeWord(text.carriers, site.carrier), codeWord(text.themes, site.theme)],
    },
    {
      title: c.zone,
      widthMm: 22,
      align: "start",
      lines: (site) => [site.zoneName ?? text.noZone, ""],
    },
    {
      title: c.cost,
      widthMm: 16,
      align: "end",
      lines: ({ cost }) => [moneyWords(cost), ""],
    },
    { title: c.done, widthMm: 19, align: "middle", lines: () => ["", ""] },
  ];
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

function tableHead({ measure }: Draft, columns: readonly Column[], y: number): Mark[] {
  return placed(columns).flatMap(({ column, x }): Mark[] => {
    const sizeMm = fittedSize(measure, column.title, "bold", {
      sizeMm: 3.1,
      leastMm: 2.2,
      widthMm: column.widthMm - 1,
    });
    return [
      cell(x, y, column.widthMm, HEAD_MM, PALE),
      word(column.title, x + column.widthMm / 2, y + HEAD_MM / 2 + 0.36 * sizeMm, {
        sizeMm,
        weight: "bold",
        align: "middle",
      }),
    ];
  });
}

function rowMarks(
  { measure }: Draft,
  columns: readonly Column[],
  site: AdDossierSite,
  y: number,
): Mark[] {
  return placed(columns).flatMap(({ column, x }): Mark[] => {
    const { widthMm, align } = column;
    const room = widthMm - 2 * PADDING_MM;
    const at = x + { start: PADDING_MM, middle: widthMm / 2, end: widthMm - PADDING_MM }[align];
    const [first, second] = column.lines(site);
    const [large, small] = [
      { sizeMm: 3.1, weight: "regular" },
      { sizeMm: 2.4, weight: "regular", colour: INK_2 },
    ] as const;
    const middle = y + ROW_MM / 2;
    return [
      cell(x, y, widthMm, ROW_MM),
      word(cutText(measure, first, room, large), at, middle + (second === "" ? 1.1 : -0.7), {
        ...large,
        align,
      }),
      ...(second === ""
        ? []
        : [word(cutText(measure, second, room, small), at, middle + 3, { ...small, align })]),
    ];
  });
}

function closingMarks({ text, measure }: Draft, order: AdOrder, y: number): Mark[] {
  const news = order.sites.filter(({ kind }) => kind === "new").length;
  const sum = [
    `${text.sum}　${text.book.sites(news, order.sites.length - news)}`,
    text.book.cost(moneyWords(sumOf(order))),
  ].join("　");
  const style = { sizeMm: 3.4, weight: "bold" } as const;
  const line = { sizeMm: 3.4 } as const;
  return [
    word(cutText(measure, sum, RIGHT - LEFT, style), RIGHT, y + 6, { ...style, align: "end" }),
    word(text.orders.sign, LEFT, y + 18, line),
    lineMark(LEFT + 16, y + 19, LEFT + 70, y + 19, 0.2, HAIRLINE),
    word(text.orders.signedAt, LEFT + 90, y + 18, line),
    lineMark(LEFT + 104, y + 19, LEFT + 150, y + 19, 0.2, HAIRLINE),
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

function placed(columns: readonly Column[]): { column: Column; x: number }[] {
  let x = LEFT;
  return columns.map((column) => {
    x += column.widthMm;
    return { column, x: x - column.widthMm };
  });
}

function cell(x: number, y: number, width: number, height: number, fill?: string): Mark {
  const stroke = { colour: HAIRLINE, widthMm: 0.18 };
  return boxMark({ x, y, width, height }, fill === undefined ? { stroke } : { stroke, fill });
}

function sumOf({ sites }: AdOrder): number {
  return Math.round(sites.reduce((sum, { cost }) => sum + cost, 0) * 100) / 100;
}
