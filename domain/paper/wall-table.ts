import type { PapersText } from "../text/papers-zh-cn.ts";
import type { WallMap } from "../wall-map.ts";
import {
  type BoxMm,
  boxMark,
  lineMark,
  type Mark,
  type MeasureText,
  type TextMark,
} from "./mark.ts";
import { cutText } from "./paragraph.ts";

const INK = "#18212f";
const INK_2 = "#4e5c73";
const HAIRLINE = "#c5cdd9";
const OVERDUE = "#b3480a";
const PITCH_MOST = 7.4;
const PITCH_LEAST = 4.2;

type Table = {
  readonly map: WallMap;
  readonly text: PapersText;
  readonly measure: MeasureText;
  readonly box: BoxMm;
  readonly unit: number;
  /** By area; null: no swatch. */
  readonly fills: readonly (string | null)[];
};

/** Who leads each area with its open and overdue problems, the most overdue first; the last row adds them up. */
export function wallTable(table: Table): Mark[] {
  const { map, text, box, unit } = table;
  const room = box.height / unit - 8;
  const rows = rowsOf(table, Math.floor(room / PITCH_LEAST));
  const pitch = Math.min(PITCH_MOST, room / rows.length) * unit;
  const at: Columns = {
    name: box.x,
    person: box.x + 0.3 * box.width + 4 * unit,
    overdue: box.x + box.width - 15 * unit,
    open: box.x + box.width,
  };
  const headY = box.y + 4.6 * unit;
  const head = { sizeMm: 3 * unit, colour: INK_2 };
  const top = box.y + 6.6 * unit;
  return [
    word(text.wall.area, at.name, headY, head),
    word(text.roles[map.personRole], at.person, headY, head),
    word(text.wall.overdue, at.overdue, headY, { ...head, align: "end" }),
    word(text.wall.open, at.open, headY, { ...head, align: "end" }),
    lineMark(box.x, top, at.open, top, 0.35 * unit, INK),
    ...rows.flatMap((row, i) => rowMarks(table, row, at, { y: top + i * pitch, pitch })),
  ];
}

type Columns = Readonly<Record<"name" | "person" | "overdue" | "open", number>>;

type Row = {
  readonly name: string;
  readonly person: string;
  readonly fill: string | null;
  readonly open: number | null;
  readonly overdue: number | null;
  readonly kind: "area" | "note" | "sum";
};

/** At most so many rows: what has no room is said in one, what lies in no area is another. */
function rowsOf({ map, text, fills }: Table, most: number): Row[] {
  const note = { person: "", fill: null, kind: "note" } as const;
  const areas = map.areas
    .map(
      (area, i): Row => ({
        name: area.zone.name,
        person: who(area, text),
        fill: fills[i] ?? null,
        open: area.open,
        overdue: area.overdue,
        kind: "area",
      }),
    )
    .sort((a, b) => (b.overdue ?? 0) - (a.overdue ?? 0) || (b.open ?? 0) - (a.open ?? 0));
  const open = map.open - sum(map.areas.map((area) => area.open));
  const overdue = map.overdue - sum(map.areas.map((area) => area.overdue));
  const outside: Row[] = open > 0 ? [{ ...note, name: text.wall.nowhere, open, overdue }] : [];
  const room = most - outside.length - 1;
  const shown = areas.length > room ? areas.slice(0, room - 1) : areas;
  const left = areas.length - shown.length;
  const more: Row[] =
    left > 0 ? [{ ...note, name: text.wall.moreAreas(left), open: null, overdue: null }] : [];
  const total = { ...note, name: text.wall.sum, open: map.open, overdue: map.overdue };
  return [...shown, ...more, ...outside, { ...total, kind: "sum" }];
}

function rowMarks(
  { measure, unit }: Table,
  row: Row,
  at: Columns,
  { y, pitch }: { readonly y: number; readonly pitch: number },
): Mark[] {
  const sizeMm = Math.min(3.4 * unit, 0.56 * pitch);
  const baseline = y + pitch / 2 + 0.36 * sizeMm;
  const weight = row.kind === "note" ? "regular" : "bold";
  const colour = row.kind === "note" ? INK_2 : INK;
  const figures = {
    sizeMm,
    align: "end",
    weight: row.kind === "sum" ? "bold" : "regular",
  } as const;
  const late = (row.overdue ?? 0) > 0 && row.kind !== "note";
  const nameX = row.fill === null ? at.name : at.name + 4.4 * unit;
  const nameRoom =
    row.kind === "area" ? at.person - nameX - 2 * unit : at.overdue - nameX - 9 * unit;
  const personRoom = at.overdue - at.person - 9 * unit;
  const plain = { sizeMm, weight: "regular" } as const;
  const marks: Mark[] = [
    word(cutText(measure, row.name, nameRoom, { sizeMm, weight }), nameX, baseline, {
      sizeMm,
      weight,
      colour,
    }),
    word(cutText(measure, row.person, personRoom, plain), at.person, baseline, plain),
    word(figure(row.overdue), at.overdue, baseline, {
      ...figures,
      ...(late && { colour: OVERDUE, weight: "bold" as const }),
    }),
    word(figure(row.open), at.open, baseline, figures),
  ];
  if (row.fill !== null) marks.push(swatch(row.fill, at.name, y + pitch / 2, 0.8 * sizeMm, unit));
  if (row.kind === "area")
    marks.push(lineMark(at.name, y + pitch, at.open, y + pitch, 0.12 * unit, HAIRLINE));
  return marks;
}

function swatch(fill: string, x: number, middle: number, side: number, unit: number): Mark {
  return boxMark(
    { x, y: middle - side / 2, width: side, height: side },
    { fill, stroke: { colour: "#8492a8", widthMm: 0.12 * unit } },
  );
}

function figure(number: number | null): string {
  return number === null ? "" : String(number);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0);
}

function who({ persons, units }: WallMap["areas"][number], text: PapersText): string {
  if (persons.length > 0) return persons.join(text.sign.separator);
  return units.length > 0 ? units.join(text.sign.separator) : text.sign.nobody;
}

function word(
  text: string,
  x: number,
  y: number,
  style: Partial<TextMark> & { readonly sizeMm: number },
): TextMark {
  return { kind: "text", text, x, y, weight: "regular", colour: INK, ...style };
}
