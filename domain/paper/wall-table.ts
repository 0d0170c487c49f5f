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
export function wallTable({ map, text, measure, box, unit, fills }: Table): Mark[] {
  const room = box.height / unit - 8;
  const most = Math.floor(room / PITCH_LEAST) - 1;
  const rows = map.areas
    .map((area, i) => ({ area, fill: fills[i] ?? null }))
    .sort((a, b) => b.area.overdue - a.area.overdue || b.area.open - a.area.open);
  const shown = rows.slice(0, rows.length > most ? most - 1 : most);
  const lines = shown.length + 2 + (shown.length < rows.length ? 1 : 0);
  const pitch = Math.min(PITCH_MOST, room / lines) * unit;
  const sizeMm = Math.min(3.4 * unit, 0.56 * pitch);
  const right = box.x + box.width;
  const columns = { name: box.x + 4.4 * unit, overdue: right - 15 * unit, open: right };
  const person = box.x + 0.3 * box.width + 4 * unit;
  const headY = box.y + 4.6 * unit;
  const small: Partial<TextMark> = { colour: INK_2 };
  const marks: Mark[] = [
    word(text.wall.area, box.x, headY, 3 * unit, small),
    word(text.roles[map.personRole], person, headY, 3 * unit, small),
    word(text.wall.overdue, columns.overdue, headY, 3 * unit, { ...small, align: "end" }),
    word(text.wall.open, columns.open, headY, 3 * unit, { ...small, align: "end" }),
    lineMark(box.x, box.y + 6.6 * unit, right, box.y + 6.6 * unit, 0.35 * unit, INK),
  ];
  let y = box.y + 6.6 * unit;
  for (const { area, fill } of shown) {
    const baseline = y + pitch / 2 + 0.36 * sizeMm;
    const side = 0.8 * sizeMm;
    if (fill !== null)
      marks.push(
        boxMark(
          { x: box.x, y: y + (pitch - side) / 2, width: side, height: side },
          { fill, stroke: { colour: "#8492a8", widthMm: 0.12 * unit } },
        ),
      );
    const nameX = fill === null ? box.x : columns.name;
    const style = { sizeMm, weight: "bold" } as const;
    const held = who(area, text);
    marks.push(
      word(
        cutText(measure, area.zone.name, person - nameX - 2 * unit, style),
        nameX,
        baseline,
        sizeMm,
        {
          weight: "bold",
        },
      ),
      word(
        cutText(measure, held, columns.overdue - person - 9 * unit, { sizeMm, weight: "regular" }),
        person,
        baseline,
        sizeMm,
        area.persons.length + area.units.length === 0 ? { colour: INK_2 } : {},
      ),
      word(String(area.overdue), columns.overdue, baseline, sizeMm, {
        align: "end",
        ...(area.overdue > 0 && { colour: OVERDUE, weight: "bold" as const }),
      }),
      word(String(area.open), columns.open, baseline, sizeMm, { align: "end" }),
    );
    y += pitch;
    marks.push(lineMark(box.x, y, right, y, 0.12 * unit, HAIRLINE));
  }
  if (shown.length < rows.length) {
    const left = rows.length - shown.length;
    marks.push(
      word(text.wall.moreAreas(left), box.x, y + pitch / 2 + 0.36 * sizeMm, sizeMm, small),
    );
    y += pitch;
  }
  const [open, overdue] = [
    map.open - sum(map.areas.map((area) => area.open)),
    map.overdue - sum(map.areas.map((area) => area.overdue)),
  ];
  if (open > 0) {
    const at = y + pitch / 2 + 0.36 * sizeMm;
    marks.push(
      word(text.wall.nowhere, box.x, at, sizeMm, small),
      word(String(overdue), columns.overdue, at, sizeMm, { align: "end" }),
      word(String(open), columns.open, at, sizeMm, { align: "end" }),
    );
    y += pitch;
  }
  const baseline = y + pitch / 2 + 0.36 * sizeMm;
  const bold = { weight: "bold", align: "end" } as const;
  return [
    ...marks,
    word(text.wall.sum, box.x, baseline, sizeMm, { weight: "bold" }),
    word(String(map.overdue), columns.overdue, baseline, sizeMm, {
      ...bold,
      ...(map.overdue > 0 && { colour: OVERDUE }),
    }),
    word(String(map.open), columns.open, baseline, sizeMm, bold),
  ];
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
  sizeMm: number,
  style: Partial<TextMark> = {},
): TextMark {
  return { kind: "text", text, x, y, sizeMm, weight: "regular", colour: INK, ...style };
}
