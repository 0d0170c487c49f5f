import type { Compared } from "../../../domain/brief.ts";
import { lineMark, type Mark } from "../../../domain/paper/mark.ts";
import { cutText } from "../../../domain/paper/paragraph.ts";
import { areaName, shortChange } from "../../../domain/text/brief-words.ts";
import { HAIRLINE, INK, INK_2, ORANGE } from "./brief-colours.ts";
import { LEFT, type PageDraft, RIGHT, sectionTitle, word } from "./page-parts.ts";

const ROW_MM = 5.2;
/** Beside the areas two tables stand over each other. */
const SIDE_ROW_MM = 4.6;
const TEXT_MM = 3.4;
/** Rows of areas beyond these are summed up in a line. */
const AREAS_MOST = 10;
const SIDE_X = 132;

type Cell = { readonly text: string; readonly isOrange?: boolean; readonly indentMm?: number };
type Table = {
  readonly x: number;
  readonly y: number;
  /** Of the name; each further column is right-aligned. */
  readonly nameMm: number;
  readonly columnMm: number;
  readonly rowMm: number;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

export function areaTable(draft: PageDraft, y: number): Mark[] {
  const { brief, text } = draft;
  const { areas, gap } = brief;
  const isStanding = gap === null;
  const shown = areas.slice(0, areas.length > AREAS_MOST ? AREAS_MOST - 1 : AREAS_MOST);
  const rows = shown.map((area): Cell[] => [
    { text: areaName(area, text), indentMm: area.isPart ? 3.4 : 0 },
    { text: isStanding && area.isHeldAtEnd ? String(area.counts.open) : "—" },
    {
      text: isStanding && area.isHeldAtEnd ? String(area.counts.overdue) : "—",
      isOrange: isStanding && area.counts.overdue > 0,
    },
    { text: String(area.counts.reported) },
    { text: String(area.counts.returns) },
  ]);
  const more = areas.length - shown.length;
  const { figures } = text;
  const heads = [text.areas.name, figures.open, figures.overdue, figures.reported, figures.returns];
  const table = { x: LEFT, y: y + 2, nameMm: 44, columnMm: 16.5, rowMm: ROW_MM, heads };
  return [
    ...sectionTitle(draft, text.areas.title, { x: LEFT, y, widthMm: 110 }),
    ...tableMarks(draft, {
      ...table,
      rows: more > 0 ? [...rows, [{ text: text.areas.more(more) }]] : rows,
    }),
  ];
}

export function categoryTable(draft: PageDraft, y: number): Mark[] {
  const { brief, text } = draft;
  return comparedTable(draft, y, {
    title: text.categories.title,
    name: text.categories.name,
    none: text.categories.none,
    rows: brief.categories.map(({ name, count }) => ({ name, count })),
  });
}

export function classTable(draft: PageDraft, y: number): Mark[] {
  const { brief, text } = draft;
  const rows = brief.classes.map(({ class: name, count }) => ({
    name: text.classNames[name],
    count,
  }));
  return comparedTable(draft, y, {
    title: `${text.classes.title} ${text.own}`,
    name: text.classes.name,
    none: brief.gap === null ? text.classes.none : text.noData,
    rows,
  });
}

type ComparedRows = {
  readonly title: string;
  readonly name: string;
  readonly none: string;
  readonly rows: readonly { readonly name: string; readonly count: Compared }[];
};

function comparedTable(draft: PageDraft, y: number, { title, name, none, rows }: ComparedRows) {
  const { text } = draft;
  const widthMm = RIGHT - SIDE_X;
  if (rows.length === 0)
    return [
      ...sectionTitle(draft, title, { x: SIDE_X, y, widthMm }),
      word(none, SIDE_X, y + 7, { sizeMm: TEXT_MM, colour: INK_2 }),
    ];
  const cells = rows.map(({ name: label, count }): Cell[] => [
    { text: label },
    { text: count.value === null ? "—" : String(count.value) },
    { text: count.before === null ? "—" : String(count.before) },
    { text: shortChange(count, text) },
  ]);
  const heads = [name, text.count, text.before, text.change];
  return [
    ...sectionTitle(draft, title, { x: SIDE_X, y, widthMm }),
    ...tableMarks(draft, {
      x: SIDE_X,
      y: y + 2,
      nameMm: 29,
      columnMm: (widthMm - 29) / 3,
      rowMm: SIDE_ROW_MM,
      heads,
      rows: cells,
    }),
  ];
}

function tableMarks({ measure }: PageDraft, table: Table): Mark[] {
  const { x, y, nameMm, columnMm, rowMm, heads, rows } = table;
  const style = { sizeMm: TEXT_MM, weight: "regular" } as const;
  const widthMm = nameMm + (heads.length - 1) * columnMm;
  const line = (cells: readonly Cell[], top: number, isHead: boolean): Mark[] =>
    cells.map(({ text, isOrange = false, indentMm = 0 }, i) => {
      const room = i === 0 ? (cells.length === 1 ? widthMm : nameMm - 1 - indentMm) : columnMm - 1;
      const colour = isHead ? INK_2 : isOrange ? ORANGE : INK;
      const shown = cutText(measure, text, room, style);
      return i === 0
        ? word(shown, x + indentMm, top + 3.5, { ...style, colour })
        : word(shown, x + nameMm + i * columnMm, top + 3.5, { ...style, colour, align: "end" });
    });
  const heading = line(
    heads.map((text) => ({ text })),
    y,
    true,
  );
  const body = rows.flatMap((cells, i) => {
    const top = y + (i + 1) * rowMm;
    return [lineMark(x, top, x + widthMm, top, 0.15, HAIRLINE), ...line(cells, top, false)];
  });
  return [...heading, ...body];
}
