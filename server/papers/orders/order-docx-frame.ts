import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  type ImageRun,
  type IParagraphOptions,
  type ITableCellOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import type { OrderPaper } from "../../../domain/order-paper.ts";
import { HAIRLINE, INK } from "../../../domain/paper/order/order-ink.ts";
import { bodyWords } from "../../../domain/text/order-words.ts";
import type { OrderText } from "../../../domain/text/order-zh-cn.ts";
import { docxFonts } from "../brief/docx-styles.ts";
import { ORDER_DOCX_WIDTH } from "./order-docx-table.ts";

/** Beside the title: the tag at the left, the code at the right. */
const SIDE = 1750;

/** Office, kind and number with the code beside them, whom it goes to, what is asked. */
export function openingBlocks(paper: OrderPaper, text: OrderText, code: ImageRun) {
  const middle = { alignment: AlignmentType.CENTER } as const;
  const title = [...text.titles[paper.kind]].join(text.titleGap);
  const rule = { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: INK.slice(1) };
  const office = new TextRun({ text: paper.office, font: docxFonts.title, size: 36 });
  const heads = [
    [new Paragraph({ style: "Caption", text: paper.isDemo ? text.demo : "" })],
    [
      new Paragraph({ ...middle, spacing: { after: 120 }, children: [office] }),
      new Paragraph({ heading: HeadingLevel.TITLE, text: title }),
      new Paragraph({ ...middle, text: paper.documentNumber }),
    ],
    [
      new Paragraph({ ...middle, spacing: { after: 0, line: 240 }, children: [code] }),
      new Paragraph({ ...middle, style: "Caption", text: text.scan[paper.kind] }),
    ],
  ];
  const widths = [SIDE, ORDER_DOCX_WIDTH - 2 * SIDE, SIDE];
  return [
    table([heads.map((children, i) => ({ children, width: widths[i] ?? 0 }))], { bottom: rule }),
    new Paragraph({
      spacing: { before: 160 },
      children: [new TextRun({ text: text.to(paper.unit), bold: true, size: 26 })],
    }),
    ...bodyWords(paper, text).map((words) => new Paragraph({ text: words })),
  ];
}

/** Who issues it and when, and room for those who receive it to sign; it goes with the last row of the list. */
export function closingBlocks(paper: OrderPaper, text: OrderText) {
  const line = "＿".repeat(9);
  const tabStops = [{ type: TabStopType.RIGHT, position: ORDER_DOCX_WIDTH }];
  const kept: IParagraphOptions = { keepNext: true, keepLines: true, tabStops };
  const handled = paper.handledBy === null ? "" : text.handledBy(paper.handledBy);
  const said = (words: string) => [
    new Paragraph({
      keepLines: true,
      spacing: { before: 160, after: 160 },
      children: [new TextRun({ text: words, size: 21 })],
    }),
  ];
  const border = { style: BorderStyle.SINGLE, size: 4, color: HAIRLINE.slice(1) };
  const cells = [
    { children: said(text.receipt), width: 3700 },
    { children: said(text.receivedBy), width: 2204 },
    { children: said(text.receivedAt), width: 4300 },
  ];
  return [
    new Paragraph({
      ...kept,
      spacing: { before: 360 },
      text: `${text.signedBy}${line}\t${paper.office}`,
    }),
    new Paragraph({
      ...kept,
      spacing: { after: 240 },
      text: `${handled}\t${text.day(paper.at)}${text.seal}`,
    }),
    table([cells], { top: border, bottom: border, left: border, right: border }),
  ];
}

type Cell = { readonly children: readonly Paragraph[]; readonly width: number };
type Borders = NonNullable<ITableCellOptions["borders"]>;

/** Cells side by side without lines between them; those about them as given. */
function table(rows: readonly (readonly Cell[])[], around: Borders): Table {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const { top = none, bottom = none, left = none, right = none } = around;
  return new Table({
    width: { size: ORDER_DOCX_WIDTH, type: WidthType.DXA },
    columnWidths: (rows[0] ?? []).map(({ width }) => width),
    layout: TableLayoutType.FIXED,
    borders: { top, bottom, left, right, insideHorizontal: none, insideVertical: none },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            ({ children, width }) =>
              new TableCell({
                width: { size: width, type: WidthType.DXA },
                verticalAlign: VerticalAlign.CENTER,
                children: [...children],
              }),
          ),
        }),
    ),
  });
}
