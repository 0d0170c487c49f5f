import { ringMarks } from "../paper-map/paper-rings.ts";
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
import { paragraph } from "./paragraph.ts";

const INK = "#18212f";
const INK_2 = "#4e5c73";
const ZONE_LINE = "#3f5b85";

/** A colour and what it stands for. */
export type LegendStep = { readonly fill: string; readonly label: string };

type Legend = {
  readonly map: WallMap;
  readonly text: PapersText;
  readonly measure: MeasureText;
  readonly box: BoxMm;
  readonly unit: number;
  readonly steps: readonly LegendStep[];
  /** Problems beyond the sheet. */
  readonly outside: number;
};

/** What rings, fills and lines mean, with units; its last line is the total that the rings add up to. */
export function wallLegend(legend: Legend): Mark[] {
  const { map, text, box, unit } = legend;
  const marks: Mark[] = [
    lineMark(box.x, box.y, box.x + box.width, box.y, 0.35 * unit, INK),
    word(text.wall.legend, box.x, box.y + 6 * unit, 4 * unit, { weight: "bold" }),
  ];
  let y = box.y + 11.4 * unit;
  const put = (part: (y: number) => { marks: readonly Mark[]; heightMm: number }): void => {
    const { marks: more, heightMm } = part(y);
    marks.push(...more);
    y += heightMm;
  };
  put((at) => problemKeys(legend, at));
  if (map.colour !== "none") put((at) => fillKeys(legend, at));
  put((at) => lineKeys(legend, at));
  return marks;
}

type Part = { readonly marks: readonly Mark[]; readonly heightMm: number };

function problemKeys({ map, text, measure, box, unit, outside }: Legend, y: number): Part {
  const ring = { x: box.x + 4 * unit, y: y + 5.6 * unit, radius: 2.9 * unit, open: 26, overdue: 9 };
  const second = y + 12.4 * unit;
  const half = box.x + 0.5 * box.width;
  const dot = { x: box.x + 4 * unit, y: second, radius: 0.75 * unit, open: 1 };
  const shown = map.spots.length - outside;
  const overdue = map.overdue;
  const style = { sizeMm: 3 * unit, weight: "regular", colour: INK } as const;
  const ringWords = paragraph(
    measure,
    {
      text: text.wall.ring,
      x: box.x + 10 * unit,
      y: y + 2.2 * unit,
      widthMm: box.width - 10 * unit,
      leading: 1.25,
    },
    style,
  );
  const total = [
    text.wall.total(shown, overdue),
    ...(outside > 0 ? [text.wall.outside(outside)] : []),
  ].join("；");
  const sum = paragraph(
    measure,
    { text: total, x: box.x, y: second + 3 * unit, widthMm: box.width, leading: 1.35 },
    { ...style, weight: "bold" },
  );
  return {
    marks: [
      word(text.wall.problems, box.x, y, 3 * unit, { colour: INK_2 }),
      ...ringMarks(ring),
      ...ringWords.marks,
      ...ringMarks({ ...dot, overdue: 0 }),
      word(text.wall.single, box.x + 8 * unit, second + 1.1 * unit, 3 * unit),
      ...ringMarks({ ...dot, x: half, overdue: 1 }),
      word(text.wall.singleOverdue, half + 4 * unit, second + 1.1 * unit, 3 * unit),
      ...sum.marks,
    ],
    heightMm: 15.4 * unit + sum.heightMm + 5.6 * unit,
  };
}

function fillKeys({ map, text, measure, box, unit, steps }: Legend, y: number): Part {
  const head = word(text.wall.fills[map.colour], box.x, y, 3 * unit, { colour: INK_2 });
  if (map.colour === "workload") {
    const width = box.width / Math.max(1, steps.length);
    const marks = steps.flatMap(({ fill, label }, i): Mark[] => [
      boxMark(
        { x: box.x + i * width, y: y + 2 * unit, width, height: 4 * unit },
        { fill, stroke: { colour: "#8492a8", widthMm: 0.12 * unit } },
      ),
      word(label, box.x + i * width, y + 9.4 * unit, 2.8 * unit),
    ]);
    return { marks: [head, ...marks], heightMm: 15 * unit };
  }
  if (map.colour === "lead" || steps.length > 6) {
    const note = paragraph(
      measure,
      { text: text.wall.seeTable, x: box.x, y: y + 1.4 * unit, widthMm: box.width, leading: 1.3 },
      { sizeMm: 3 * unit, weight: "regular", colour: INK },
    );
    return { marks: [head, ...note.marks], heightMm: note.heightMm + 7 * unit };
  }
  const marks = steps.flatMap(({ fill, label }, i): Mark[] => {
    const top = y + (2 + 5 * i) * unit;
    return [
      boxMark(
        { x: box.x, y: top, width: 6 * unit, height: 3.4 * unit },
        { fill, stroke: { colour: "#8492a8", widthMm: 0.12 * unit } },
      ),
      word(label, box.x + 8.4 * unit, top + 2.8 * unit, 3 * unit),
    ];
  });
  return { marks: [head, ...marks], heightMm: (7 + 5 * steps.length) * unit };
}

function lineKeys({ map, text, box, unit }: Legend, y: number): Part {
  const [first] = map.areas;
  const [inner] = map.inner;
  const keys: [string, readonly Mark[]][] = [];
  const at = (i: number) => ({
    x: box.x + (i % 2) * 0.5 * box.width,
    y: y + (4.4 + 5 * Math.floor(i / 2)) * unit,
  });
  const add = (label: string, ...lines: readonly [colour: string, widthMm: number][]): void => {
    const { x, y: middle } = at(keys.length);
    keys.push([
      label,
      lines.map(([colour, widthMm]) =>
        lineMark(x, middle, x + 8 * unit, middle, widthMm * unit, colour),
      ),
    ]);
  };
  if (first) add(text.wall.borders[first.zone.level], [ZONE_LINE, 0.7]);
  if (inner) add(text.wall.borders[inner.level], [ZONE_LINE, 0.22]);
  add(text.wall.arterial, ["#b8c0ca", 1.5], ["#ffffff", 1.1]);
  add(text.wall.secondary, ["#c2c9d1", 1.2], ["#ffffff", 0.85]);
  const words = keys.map(([label], i) => {
    const { x, y: middle } = at(i);
    return word(label, x + 10.4 * unit, middle + 1.1 * unit, 3 * unit);
  });
  return {
    marks: [
      word(text.wall.lines, box.x, y, 3 * unit, { colour: INK_2 }),
      ...keys.flatMap(([, marks]) => marks),
      ...words,
    ],
    heightMm: (6 + 5 * Math.ceil(keys.length / 2)) * unit,
  };
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
