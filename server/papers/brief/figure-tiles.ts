import { boxMark, type Mark } from "../../../domain/paper/mark.ts";
import { cutText, fittedSize } from "../../../domain/paper/paragraph.ts";
import { type FigureWords, figureWords } from "../../../domain/text/brief-words.ts";
import { HAIRLINE, INK, INK_2, ORANGE } from "./brief-colours.ts";
import { LEFT, type PageDraft, RIGHT, word } from "./page-parts.ts";

const COLUMNS = 4;
const HEIGHT = 17.6;

/** The figures in two rows, each with its change and the number of its definition. */
export function figureTiles(draft: PageDraft, y: number): Mark[] {
  const width = (RIGHT - LEFT) / COLUMNS;
  return figureWords(draft.brief, draft.text).flatMap((words, i) => {
    const [column, row] = [i % COLUMNS, Math.floor(i / COLUMNS)];
    return tile(draft, words, LEFT + column * width, y + row * HEIGHT, width);
  });
}

function tile(
  { text, measure }: PageDraft,
  words: FigureWords,
  x: number,
  y: number,
  width: number,
): Mark[] {
  const { name, value, unit, detail, change, note, isAlarm, hasRisen, isOwn } = words;
  const inside = width - 4;
  const isKnown = value !== text.noData;
  const sizeMm = fittedSize(measure, value, "bold", {
    sizeMm: isKnown ? 7.2 : 4.6,
    leastMm: 3,
    widthMm: inside - 9,
  });
  const after = x + 2.4 + measure(value, sizeMm, "bold") + 1.2;
  const title = `${name}${note}${isOwn ? ` ${text.own}` : ""}`;
  const small = { sizeMm: 3.3, weight: "regular" } as const;
  const rest = cutText(measure, `${unit} ${detail}`.trim(), x + width - 1 - after, small);
  const said = cutText(measure, change, inside, { sizeMm: 3.3, weight: "regular" });
  return [
    boxMark({ x, y, width, height: HEIGHT }, { stroke: { colour: HAIRLINE, widthMm: 0.2 } }),
    word(cutText(measure, title, inside, small), x + 2.4, y + 4.8, { ...small, colour: INK_2 }),
    word(value, x + 2.4, y + 11.6, {
      sizeMm,
      weight: "bold",
      colour: isKnown ? (isAlarm ? ORANGE : INK) : INK_2,
    }),
    word(rest, after, y + 11.6, { ...small, colour: INK_2 }),
    word(said, x + 2.4, y + 15.8, { ...small, colour: hasRisen ? ORANGE : INK_2 }),
  ];
}
