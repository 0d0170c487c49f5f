import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { Brief, Compared } from "../../../domain/brief.ts";
import {
  areaName,
  figureWords,
  shortChange,
  spotName,
  spotState,
} from "../../../domain/text/brief-words.ts";
import type { BriefText } from "../../../domain/text/brief-zh-cn.ts";
import { HAIRLINE, ORANGE, PALE } from "./brief-colours.ts";
import { docxFonts } from "./docx-styles.ts";

/** Twentieths of a point between the margins. */
const WIDTH = 9412;

type Cell = { readonly text: string; readonly isOrange?: boolean };
type Block = Paragraph | Table;

export function figureRows(brief: Brief, text: BriefText): Block[] {
  const rows = figureWords(brief, text).map((words): Cell[] => [
    { text: `${words.isOwn ? text.marked(words.name) : words.name}${words.note}` },
    {
      text: [`${words.value} ${words.unit}`.trim(), words.detail].join(" ").trim(),
      isOrange: words.isAlarm,
    },
    { text: words.change, isOrange: words.hasRisen },
  ]);
  return [table([3, 3, 4], [text.areas.name, text.count, text.comparedWith], rows, "start")];
}

export function spotRows(brief: Brief, text: BriefText): Block[] {
  const { place, category, state } = text.spots.columns;
  if (brief.spots.length === 0) return [said(brief.gap === null ? text.spots.none : text.noData)];
  const rows = brief.spots.map((spot, i): Cell[] => [
    { text: String(i + 1) },
    { text: [spotName(spot, text), spot.area ?? ""].filter((each) => each !== "").join(" · ") },
    { text: spot.categoryName },
    {
      text:
        spotState(spot, text) + (spot.class === null ? "" : ` · ${text.classNames[spot.class]}`),
      isOrange: spot.kind === "overdue",
    },
  ]);
  return [table([0.6, 3.6, 2, 3.8], ["", place, category, state], rows, "start")];
}

export function areaRows(brief: Brief, text: BriefText): Block[] {
  const { figures } = text;
  if (brief.areas.length === 0) return [said(text.areas.none)];
  const heads = [text.areas.name, figures.open, figures.overdue, figures.reported, figures.returns];
  const rows = brief.areas.map((area): Cell[] => {
    const isStanding = brief.gap === null && area.isHeldAtEnd;
    const { open, overdue, reported, returns } = area.counts;
    return [
      { text: `${area.isPart ? "　" : ""}${areaName(area, text)}` },
      { text: isStanding ? String(open) : "—" },
      { text: isStanding ? String(overdue) : "—", isOrange: isStanding && overdue > 0 },
      { text: String(reported) },
      { text: String(returns) },
    ];
  });
  return [table([4, 1.5, 1.5, 1.5, 1.5], heads, rows)];
}

export function categoryRows(brief: Brief, text: BriefText): Block[] {
  const rows = brief.categories.map(({ name, count }) => ({ name, count }));
  return comparedRows(text, text.categories.name, text.categories.none, rows);
}

export function classRows(brief: Brief, text: BriefText): Block[] {
  const rows = brief.classes.map((each) => ({
    name: text.classNames[each.class],
    count: each.count,
  }));
  const none = brief.gap === null ? text.classes.none : text.noData;
  return comparedRows(text, text.classes.name, none, rows);
}

function comparedRows(
  text: BriefText,
  name: string,
  none: string,
  rows: readonly { readonly name: string; readonly count: Compared }[],
): Block[] {
  if (rows.length === 0) return [said(none)];
  const cells = rows.map(({ name: label, count }): Cell[] => [
    { text: label },
    { text: count.value === null ? "—" : String(count.value) },
    { text: count.before === null ? "—" : String(count.before) },
    { text: shortChange(count, text) },
  ]);
  return [table([4, 2, 2, 2], [name, text.count, text.before, text.change], cells)];
}

function said(text: string): Paragraph {
  return new Paragraph({ text });
}

/** Names at the left; figures at the right unless they are words. Heads repeat where a table goes over a page. */
function table(
  shares: readonly number[],
  heads: readonly string[],
  rows: readonly (readonly Cell[])[],
  align: "start" | "end" = "end",
): Table {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const columnWidths = shares.map((share) => Math.round((WIDTH * share) / whole));
  const line = { style: BorderStyle.SINGLE, size: 4, color: HAIRLINE.slice(1) };
  const row = (cells: readonly Cell[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map(({ text, isOrange = false }, i) =>
        cell(text, {
          isHead,
          isOrange,
          width: columnWidths[i] ?? 0,
          isRight: i > 0 && align === "end",
        }),
      ),
    });
  return new Table({
    width: { size: WIDTH, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [
      row(
        heads.map((text) => ({ text })),
        true,
      ),
      ...rows.map((cells) => row(cells, false)),
    ],
  });
}

type CellStyle = {
  readonly isHead: boolean;
  readonly isOrange: boolean;
  readonly isRight: boolean;
  readonly width: number;
};

function cell(text: string, { isHead, isOrange, isRight, width }: CellStyle): TableCell {
  const run = new TextRun({
    text,
    bold: isOrange,
    ...(isHead && { font: docxFonts.title }),
    ...(isOrange && { color: ORANGE.slice(1) }),
  });
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    ...(isHead && {
      shading: { type: ShadingType.CLEAR, fill: PALE.slice(1), color: "auto" },
    }),
    children: [
      new Paragraph({
        style: "Cell",
        alignment: isRight ? AlignmentType.RIGHT : AlignmentType.LEFT,
        children: [run],
      }),
    ],
  });
}
