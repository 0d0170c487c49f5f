import { boxMark, lineMark, type Mark } from "../../../domain/paper/mark.ts";
import { cutText, fittedSize, paragraph } from "../../../domain/paper/paragraph.ts";
import {
  minuteOf,
  noteWords,
  periodWords,
  remarks,
  roleLines,
} from "../../../domain/text/brief-words.ts";
import { HAIRLINE, INK, INK_2 } from "./brief-colours.ts";
import { figureTiles } from "./figure-tiles.ts";
import { LEFT, type PageDraft, RIGHT, sectionTitle, word } from "./page-parts.ts";
import { areaTable, categoryTable, classTable } from "./page-tables.ts";
import { spotList } from "./spot-list.ts";

/** Where the thumbnail goes; it is drawn by others. */
export const briefMapBox = { x: LEFT, y: 103, width: 86, height: 66 } as const;

/** An A4 sheet upright without its map. Whatever a name's length or the number of areas, it stays one page. */
export function briefPage(draft: PageDraft): Mark[] {
  const { brief } = draft;
  const hasFigures = brief.gap === null || brief.gap === "left";
  return [
    ...heading(draft),
    ...who(draft),
    ...(hasFigures
      ? [
          ...figureTiles(draft, 59.5),
          ...sectionTitle(draft, draft.text.map, { x: LEFT, y: 100.5, widthMm: 86 }),
          ...spotList(draft, 100.5),
          ...areaTable(draft, 177.5),
          ...categoryTable(draft, 177.5),
          ...classTable(draft, 213),
        ]
      : []),
    ...notes(draft),
  ];
}

function heading({ brief, text, measure }: PageDraft): Mark[] {
  const { week, city, isDemo } = brief;
  const tag = isDemo ? text.demo : "";
  const line = cutText(measure, text.line(city), 140, { sizeMm: 3.6, weight: "regular" });
  const week_ = word(text.weekNumber(week.number), RIGHT, 26, { sizeMm: 5.4, align: "end" });
  return [
    word(line, LEFT, 15.5, { sizeMm: 3.6, colour: INK_2 }),
    ...(tag === ""
      ? []
      : [
          word(tag, RIGHT - 1.6, 15.5, { sizeMm: 3.4, colour: INK_2, align: "end" }),
          boxMark(
            {
              x: RIGHT - measure(tag, 3.4, "regular") - 3.2,
              y: 11.7,
              width: measure(tag, 3.4, "regular") + 3.2,
              height: 5,
            },
            { stroke: { colour: INK_2, widthMm: 0.2 } },
          ),
        ]),
    word(text.title, LEFT, 26, { sizeMm: 8.4, weight: "bold", spacingMm: 0.4 }),
    week_,
    word(periodWords(brief, text), LEFT, 33.4, { sizeMm: 4, colour: INK_2 }),
    word(text.asOf(minuteOf(week.at)), RIGHT, 33.4, {
      sizeMm: 3.4,
      colour: INK_2,
      align: "end",
    }),
    lineMark(LEFT, 36.5, RIGHT, 36.5, 0.6, INK),
  ];
}

/** The person, what they answer for, and what else is to be said before the figures. */
function who({ brief, text, measure }: PageDraft): Mark[] {
  const sizeMm = fittedSize(measure, brief.person, "bold", {
    sizeMm: 9,
    leastMm: 5,
    widthMm: 78,
  });
  const name = cutText(measure, brief.person, 78, { sizeMm, weight: "bold" });
  const x = LEFT + measure(name, sizeMm, "bold") + 6;
  const lines = roleLines(brief, text, 4);
  const said = remarks(brief, text);
  const areas = paragraph(
    measure,
    {
      text: lines.join("\n"),
      x,
      y: 38.6,
      widthMm: RIGHT - x,
      leading: 1.4,
      linesMax: said.length > 0 ? 2 : 3,
    },
    { sizeMm: 3.6, weight: "regular", colour: INK },
  );
  const remark = paragraph(
    measure,
    { text: said.join("　"), x: LEFT, y: 49.6, widthMm: RIGHT - LEFT, linesMax: 2, leading: 1.35 },
    { sizeMm: 3.6, weight: "bold", colour: INK },
  );
  return [
    word(name, LEFT, 47.6, { sizeMm, weight: "bold" }),
    ...areas.marks,
    ...(said.length > 0 ? remark.marks : []),
  ];
}

/** Definitions at the foot, as large as they fit. */
function notes({ text, measure }: PageDraft): Mark[] {
  const [top, bottom] = [254, 290];
  const words = noteWords(text);
  const made = [2.75, 2.6, 2.45, 2.3, 2.15].map((sizeMm) => {
    let y = top + 2.2;
    const marks = words.flatMap(({ mark, words: note }) => {
      const style = { sizeMm, weight: "regular", colour: INK_2 } as const;
      const block = paragraph(
        measure,
        { text: `${mark} ${note}`, x: LEFT, y, widthMm: RIGHT - LEFT, leading: 1.32 },
        style,
      );
      y += block.heightMm;
      return block.marks;
    });
    return { marks, bottom: y };
  });
  const fitting = made.find((each) => each.bottom <= bottom) ?? made.at(-1);
  return [lineMark(LEFT, top, RIGHT, top, 0.3, HAIRLINE), ...(fitting?.marks ?? [])];
}
