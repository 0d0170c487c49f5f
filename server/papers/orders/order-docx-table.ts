import {
  AlignmentType,
  BorderStyle,
  ImageRun,
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
import type {
  OrderItem,
  OrderPaper,
  OrderPaperKind,
  PaperPhoto,
} from "../../../domain/order-paper.ts";
import { HAIRLINE, ORANGE, PALE } from "../../../domain/paper/order/order-ink.ts";
import { cellWords, columnsOf, type OrderColumn } from "../../../domain/text/order-words.ts";
import type { OrderText } from "../../../domain/text/order-zh-cn.ts";
import { docxFonts } from "../brief/docx-styles.ts";

/** Twentieths of a point between the margins. */
export const ORDER_DOCX_WIDTH = 10204;

/** Of that width, as on the sheet. */
const shares: Readonly<Record<OrderPaperKind, Partial<Record<OrderColumn, number>>>> = {
  order: { number: 10, id: 26, category: 23, place: 36, description: 37, due: 22, photo: 26 },
  notice: {
    number: 10,
    id: 22,
    category: 20,
    place: 32,
    description: 31,
    due: 22,
    again: 17,
    photo: 26,
  },
};

/** 22 × 16.5 mm in pixels of a screen. */
const PHOTO_PX = { width: 83, height: 62 } as const;
const TEXT_HALF_POINTS = 18;

/** A row a problem, none cut by the end of a page; the head repeats on each. */
export function orderDocxTable(paper: OrderPaper, text: OrderText): Table {
  const columns = columnsOf(paper.kind);
  const of = shares[paper.kind];
  const whole = columns.reduce((sum, column) => sum + (of[column] ?? 0), 0);
  const columnWidths = columns.map((column) =>
    Math.floor((ORDER_DOCX_WIDTH * (of[column] ?? 0)) / whole),
  );
  const line = { style: BorderStyle.SINGLE, size: 4, color: HAIRLINE.slice(1) };
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, i) => headCell(text.columns[column], columnWidths[i] ?? 0)),
  });
  const rows = paper.items.map(
    (item, at) =>
      new TableRow({
        cantSplit: true,
        children: columns.map((column, i) =>
          bodyCell(item, column, text, {
            width: columnWidths[i] ?? 0,
            // The signatures do not stand alone on a page.
            keepNext: at === paper.items.length - 1,
          }),
        ),
      }),
  );
  return new Table({
    width: { size: ORDER_DOCX_WIDTH, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    margins: { left: 60, right: 60, top: 20, bottom: 20, marginUnitType: WidthType.DXA },
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [head, ...rows],
  });
}

function headCell(words: string, width: number): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    shading: { type: ShadingType.CLEAR, fill: PALE.slice(1), color: "auto" },
    children: [
      new Paragraph({
        style: "Cell",
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ text: words, font: docxFonts.title, size: TEXT_HALF_POINTS })],
      }),
    ],
  });
}

type CellStyle = { readonly width: number; readonly keepNext: boolean };

function bodyCell(
  item: OrderItem,
  column: OrderColumn,
  text: OrderText,
  { width, keepNext }: CellStyle,
): TableCell {
  const isMiddle = column === "number" || column === "photo" || column === "again";
  const style = {
    style: "Cell",
    keepNext,
    alignment: isMiddle ? AlignmentType.CENTER : AlignmentType.LEFT,
  } as const;
  const words = cellWords(item, column, text).map(
    ({ text: said, isAlarm = false }) =>
      new Paragraph({
        ...style,
        children: [
          new TextRun({
            text: said,
            size: TEXT_HALF_POINTS,
            bold: isAlarm,
            ...(isAlarm && { color: ORANGE.slice(1) }),
          }),
        ],
      }),
  );
  const photo =
    column === "photo" && item.photo
      ? [
          new Paragraph({
            ...style,
            children: [photoRun(item.photo, `${text.columns.photo} ${item.number}`)],
          }),
        ]
      : [];
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: [...photo, ...words],
  });
}

function photoRun({ jpeg, width, height }: PaperPhoto, label: string): ImageRun {
  const scale = Math.min(PHOTO_PX.width / width, PHOTO_PX.height / height);
  return new ImageRun({
    type: "jpg",
    data: jpeg,
    transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
    altText: { name: label, title: label, description: label },
  });
}
