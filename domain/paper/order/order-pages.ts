import type { BoxMm, Mark } from "../mark.ts";
import { cutText } from "../paragraph.ts";
import { quickMeasure } from "../quick-measure.ts";
import { annexHeight } from "./annex-height.ts";
import { CLOSING_MM, orderClosing, pageFoot } from "./order-foot.ts";
import { orderHead } from "./order-head.ts";
import { BOTTOM, INK_2, LEFT, NEXT_TOP, type OrderDraft, RIGHT, word } from "./order-ink.ts";
import { mapCaption } from "./order-map-caption.ts";
import {
  HEAD_MM,
  type OrderColumns,
  type OrderRow,
  orderColumnsOf,
  orderRow,
  rowMarks,
  stripRule,
  tableHead,
} from "./order-table.ts";

/** Problems that find room on the map of the first page; more have a page for theirs. */
export const SMALL_MAP_ITEMS = 30;
const SMALL_MAP_MM = 66;
const CAPTION_MM = 9;
const ANNEX_TOP = 32;

export type OrderPages = {
  /** A4 sheets upright, in order, without map and code. */
  readonly pages: readonly (readonly Mark[])[];
  /** Where the map goes; null: no problem has a position. */
  readonly map: { readonly page: number; readonly box: BoxMm } | null;
};

type Filled = { readonly top: number; readonly rows: readonly OrderRow[] };

/** A paper cut into pages: rows stay whole, their columns are named on each page, the end never stands alone. */
export function orderPages(given: OrderDraft): OrderPages {
  const draft = { ...given, measure: quickMeasure(given.measure) };
  const { paper, text } = draft;
  const head = orderHead(draft);
  const columns = orderColumnsOf(paper.kind);
  const rows = paper.items.map((item) => orderRow(draft, columns, item));
  const map = mapPlace(draft, head.bottom, HEAD_MM + leastRows(rows));
  const top = head.bottom + (map?.isAnnex === false ? CAPTION_MM + SMALL_MAP_MM + 4 : 3);
  const filled = withRoomToClose(fill(rows, top));
  const pages = filled.map((each, i) => [
    ...(i === 0 ? head.marks : strip(draft)),
    ...tableMarks(draft, columns, each),
  ]);
  const last = filled.at(-1);
  if (last) pages.at(-1)?.push(...orderClosing(draft, bottomOf(last)));
  if (map?.isAnnex === true) pages.push([]);
  const page = map?.isAnnex ? pages.length - 1 : 0;
  if (map) pages[page]?.push(...mapCaption(draft, map));
  return {
    pages: pages.map((marks, i) => [...marks, ...pageFoot(draft, i + 1, pages.length)]),
    map: map && { page, box: map.box },
  };

  function strip({ measure }: OrderDraft): Mark[] {
    const words = text.continued(paper.documentNumber.trim(), text.titles[paper.kind]);
    const style = { sizeMm: 3.2, weight: "regular" } as const;
    return [
      word(cutText(measure, words, 120, style), LEFT, 15, { ...style, colour: INK_2 }),
      word(cutText(measure, paper.unit, 55, style), RIGHT, 15, {
        ...style,
        colour: INK_2,
        align: "end",
      }),
      stripRule(17, LEFT, RIGHT),
    ];
  }
}

/** `rowsMm`: of the table the least that a page begins with. */
function mapPlace({ paper }: OrderDraft, headBottom: number, rowsMm: number) {
  const positions = paper.items.flatMap(({ position }) => (position ? [position] : []));
  if (positions.length === 0) return null;
  const y = headBottom + CAPTION_MM;
  const hasRoom = y + SMALL_MAP_MM + 4 + rowsMm <= BOTTOM;
  const width = RIGHT - LEFT;
  if (paper.items.length <= SMALL_MAP_ITEMS && hasRoom)
    return { isAnnex: false, box: { x: LEFT, y, width, height: SMALL_MAP_MM } };
  const height = annexHeight(positions, width);
  return { isAnnex: true, box: { x: LEFT, y: ANNEX_TOP, width, height } };
}

/** The first row; the only one goes with the signatures. */
function leastRows([first, second]: readonly OrderRow[]): number {
  return (first?.heightMm ?? 0) + (second ? 0 : CLOSING_MM);
}

function fill(rows: readonly OrderRow[], top: number): Filled[] {
  const pages: { top: number; rows: OrderRow[] }[] = [{ top, rows: [] }];
  let y = top + HEAD_MM;
  for (const row of rows) {
    if (y + row.heightMm > BOTTOM) {
      pages.push({ top: NEXT_TOP, rows: [] });
      y = NEXT_TOP + HEAD_MM;
    }
    pages.at(-1)?.rows.push(row);
    y += row.heightMm;
  }
  return pages;
}

/** Where the signatures have no room, the last row goes on with them. */
function withRoomToClose(pages: readonly Filled[]): readonly Filled[] {
  const last = pages.at(-1);
  if (!last || bottomOf(last) + CLOSING_MM <= BOTTOM) return pages;
  const rows = last.rows.slice(-1);
  return [
    ...pages.slice(0, -1),
    { top: last.top, rows: last.rows.slice(0, -1) },
    { top: NEXT_TOP, rows },
  ];
}

function bottomOf({ top, rows }: Filled): number {
  return rows.reduce((y, { heightMm }) => y + heightMm, top + HEAD_MM);
}

function tableMarks(draft: OrderDraft, columns: OrderColumns, { top, rows }: Filled): Mark[] {
  if (rows.length === 0) return [];
  let y = top + HEAD_MM;
  const marks = tableHead(draft, columns, top);
  for (const row of rows) {
    marks.push(...rowMarks(columns, row, y));
    y += row.heightMm;
  }
  return marks;
}
