import type { OrderItem, OrderPaperKind } from "../../order-paper.ts";
import { cellWords, columnsOf, type OrderColumn } from "../../text/order-words.ts";
import { type BoxMm, boxMark, lineMark, type Mark } from "../mark.ts";
import { ASCENT, cutText, fittedSize } from "../paragraph.ts";
import { wrapText } from "../wrap-text.ts";
import { HAIRLINE, INK, INK_2, LEFT, ORANGE, type OrderDraft, PALE, word } from "./order-ink.ts";

/** Millimetres; each kind's add up to what lies between the edges. */
const widths: Readonly<Record<OrderPaperKind, Partial<Record<OrderColumn, number>>>> = {
  order: { number: 9, id: 26, category: 22, place: 37, description: 39, due: 20, photo: 27 },
  notice: {
    number: 9,
    id: 23,
    category: 20,
    place: 32,
    description: 33,
    due: 20,
    again: 17,
    photo: 26,
  },
};

/** Lines that a cell has at most; what is longer ends in an ellipsis. */
const linesMax: Readonly<Record<OrderColumn, number>> = {
  number: 1,
  id: 4,
  category: 4,
  place: 5,
  description: 5,
  due: 5,
  again: 5,
  photo: 2,
};

const TEXT_MM = 3.1;
/** An id is set smaller before it is cut in two. */
const ID_LEAST_MM = 2.5;
const LEADING_MM = 4.1;
const PADDING_MM = 1.2;
const ROW_LEAST_MM = 12;
const PHOTO = { width: 24, height: 18 } as const;
export const HEAD_MM = 7.5;

export type OrderColumns = readonly {
  readonly column: OrderColumn;
  readonly x: number;
  readonly widthMm: number;
}[];

type Line = { readonly text: string; readonly isAlarm: boolean; readonly sizeMm: number };

export type OrderRow = {
  readonly item: OrderItem;
  readonly heightMm: number;
  readonly cells: readonly (readonly Line[])[];
};

export function orderColumnsOf(kind: OrderPaperKind): OrderColumns {
  let x = LEFT;
  return columnsOf(kind).map((column) => {
    const widthMm = widths[kind][column] ?? 0;
    x += widthMm;
    return { column, x: x - widthMm, widthMm };
  });
}

/** A row as tall as its longest cell. */
export function orderRow(draft: OrderDraft, columns: OrderColumns, item: OrderItem): OrderRow {
  const cells = columns.map(({ column, widthMm }) =>
    linesOf(draft, item, column, widthMm - 2 * PADDING_MM),
  );
  const lines = Math.max(...cells.map((cell) => cell.length));
  const photoMm = item.photo ? PHOTO.height + 2 * PADDING_MM : 0;
  const heightMm = Math.max(ROW_LEAST_MM, photoMm, lines * LEADING_MM + 2 * PADDING_MM);
  return { item, heightMm, cells };
}

function linesOf(
  { text, measure }: OrderDraft,
  item: OrderItem,
  column: OrderColumn,
  widthMm: number,
): Line[] {
  const all = cellWords(item, column, text).flatMap(({ text: words, isAlarm = false }) => {
    const weight = isAlarm ? "bold" : "regular";
    const leastMm = column === "id" ? ID_LEAST_MM : TEXT_MM;
    const sizeMm = fittedSize(measure, words, weight, { sizeMm: TEXT_MM, leastMm, widthMm });
    return wrapText(measure, words, { sizeMm, weight, widthMm }).map((line) => ({
      text: line,
      isAlarm,
      sizeMm,
    }));
  });
  const most = linesMax[column];
  const last = all[most - 1];
  if (all.length <= most || last === undefined) return all;
  const { sizeMm, isAlarm } = last;
  const style = { sizeMm, weight: isAlarm ? "bold" : "regular" } as const;
  const cut = cutText(measure, `${last.text}${all[most]?.text ?? ""}…`, widthMm, style);
  return [...all.slice(0, most - 1), { ...last, text: cut }];
}

/** Names of the columns, on every page again. */
export function tableHead({ text, measure }: OrderDraft, columns: OrderColumns, y: number): Mark[] {
  return columns.flatMap(({ column, x, widthMm }) => {
    const words = text.columns[column];
    const sizeMm = fittedSize(measure, words, "bold", {
      sizeMm: 3.3,
      leastMm: 2.4,
      widthMm: widthMm - 1,
    });
    return [
      cellBox({ x, y, width: widthMm, height: HEAD_MM }, PALE),
      word(words, x + widthMm / 2, y + HEAD_MM / 2 + 0.36 * sizeMm, {
        sizeMm,
        weight: "bold",
        align: "middle",
      }),
    ];
  });
}

export function rowMarks(columns: OrderColumns, row: OrderRow, y: number): Mark[] {
  const { item, heightMm, cells } = row;
  return columns.flatMap(({ column, x, widthMm }, i) => {
    const box = { x, y, width: widthMm, height: heightMm };
    if (column === "photo" && item.photo) return [cellBox(box), photoMark(item.photo, box)];
    const lines = cells[i] ?? [];
    const isMiddle = column === "number" || column === "photo" || column === "again";
    const top = y + (heightMm - lines.length * LEADING_MM) / 2;
    return [
      cellBox(box),
      ...lines.map(({ text, isAlarm, sizeMm }, at) =>
        word(
          text,
          isMiddle ? x + widthMm / 2 : x + PADDING_MM,
          top + at * LEADING_MM + (LEADING_MM - sizeMm) / 2 + ASCENT * sizeMm,
          {
            sizeMm,
            colour: isAlarm ? ORANGE : column === "photo" ? INK_2 : INK,
            weight: isAlarm ? "bold" : "regular",
            align: isMiddle ? "middle" : "start",
          },
        ),
      ),
    ];
  });
}

function photoMark(photo: NonNullable<OrderItem["photo"]>, cell: BoxMm): Mark {
  const scale = Math.min(PHOTO.width / photo.width, PHOTO.height / photo.height);
  const [width, height] = [photo.width * scale, photo.height * scale];
  const box = {
    x: cell.x + (cell.width - width) / 2,
    y: cell.y + (cell.height - height) / 2,
    width,
    height,
  };
  return { kind: "image", bytes: photo.jpeg, mediaType: "image/jpeg", box };
}

function cellBox(box: BoxMm, fill?: string): Mark {
  const stroke = { colour: HAIRLINE, widthMm: 0.18 };
  return boxMark(box, fill === undefined ? { stroke } : { stroke, fill });
}

/** A rule under the strip that names a page which goes on. */
export function stripRule(y: number, x: number, right: number): Mark {
  return lineMark(x, y, right, y, 0.2, HAIRLINE);
}
