import type { AdDossierSite } from "../../ads/plan-dossier.ts";
import {
  chainageWords,
  codeWord,
  facingWords,
  moneyWords,
  roadWords,
  sideWords,
} from "../../text/ad-papers-words.ts";
import type { AdPapersText } from "../../text/ad-papers-zh-cn.ts";
import { boxMark, type Mark, type MeasureText } from "../mark.ts";
import { cutText, fittedSize } from "../paragraph.ts";
import { HAIRLINE, INK_2, PALE, word } from "./book-ink.ts";

export const LEFT = 15;
export const HEAD_MM = 8;
export const ROW_MM = 9.4;
const PADDING_MM = 1.2;

export type OrderColumn = {
  readonly title: string;
  readonly widthMm: number;
  readonly align: "start" | "middle" | "end";
  /** What is read first, and a smaller line below it. */
  lines(site: AdDossierSite): readonly [string, string];
};

/** Names of what is listed, and how much room each has; 180 mm together. */
export function orderColumns(text: AdPapersText): OrderColumn[] {
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

export function tableHead(
  measure: MeasureText,
  columns: readonly OrderColumn[],
  y: number,
): Mark[] {
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

export function rowMarks(
  measure: MeasureText,
  columns: readonly OrderColumn[],
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

function placed(columns: readonly OrderColumn[]): { column: OrderColumn; x: number }[] {
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
