import { bodyWords } from "../../text/order-words.ts";
import { boxMark, lineMark, type Mark } from "../mark.ts";
import { cutText, fittedSize, paragraph } from "../paragraph.ts";
import { INK, INK_2, LEFT, type OrderDraft, RIGHT, word } from "./order-ink.ts";

/** Where the code goes; it is drawn by others. */
export const orderQrBox = { x: 167, y: 12.5, sideMm: 28 } as const;

const MIDDLE = (LEFT + RIGHT) / 2;
/** Between the tag at the left and the code at the right. */
const TITLE_WIDTH = 2 * (orderQrBox.x - 2 - MIDDLE);
const BODY_MM = 4.2;

/** Office, kind and number of the paper, whom it goes to, and what is asked of them. */
export function orderHead(draft: OrderDraft): {
  readonly marks: readonly Mark[];
  readonly bottom: number;
} {
  const { paper, text, measure } = draft;
  let y = 56;
  const marks: Mark[] = [...letterhead(draft)];
  const unit = paragraph(
    measure,
    { text: text.to(paper.unit), x: LEFT, y, widthMm: RIGHT - LEFT, leading: 1.5, linesMax: 2 },
    { sizeMm: 4.8, weight: "bold", colour: INK },
  );
  marks.push(...unit.marks);
  y += unit.heightMm;
  for (const words of bodyWords(paper, text)) {
    const block = paragraph(
      measure,
      { text: words, x: LEFT, y, widthMm: RIGHT - LEFT, leading: 1.6, linesMax: 8 },
      { sizeMm: BODY_MM, weight: "regular", colour: INK },
    );
    marks.push(...block.marks);
    y += block.heightMm;
  }
  return { marks, bottom: y };
}

function letterhead({ paper, text, measure }: OrderDraft): Mark[] {
  const { office, documentNumber, kind, isDemo } = paper;
  const title = [...text.titles[kind]].join(text.titleGap);
  const fitted = (words: string, sizeMm: number) => {
    const size = fittedSize(measure, words, "bold", {
      sizeMm,
      leastMm: 4.5,
      widthMm: TITLE_WIDTH,
    });
    const shown = cutText(measure, words, TITLE_WIDTH, { sizeMm: size, weight: "bold" });
    return { words: shown, style: { sizeMm: size, weight: "bold", align: "middle" } as const };
  };
  const [first, second] = [fitted(office, 7.6), fitted(title, 10)];
  const number = cutText(measure, documentNumber, TITLE_WIDTH, {
    sizeMm: 4.4,
    weight: "regular",
  });
  const qrMiddle = orderQrBox.x + orderQrBox.sideMm / 2;
  const scan = fittedSize(measure, text.scan[kind], "regular", {
    sizeMm: 2.9,
    leastMm: 2.2,
    widthMm: orderQrBox.sideMm,
  });
  return [
    word(first.words, MIDDLE, 25, first.style),
    word(second.words, MIDDLE, 38.5, second.style),
    word(number, MIDDLE, 47.6, { sizeMm: 4.4, align: "middle" }),
    word(text.scan[kind], qrMiddle, orderQrBox.y + orderQrBox.sideMm + 3, {
      sizeMm: scan,
      colour: INK_2,
      align: "middle",
    }),
    lineMark(LEFT, 51.4, RIGHT, 51.4, 0.9, INK),
    lineMark(LEFT, 52.7, RIGHT, 52.7, 0.25, INK),
    ...(isDemo ? demoTag(text.demo, measure(text.demo, 3.4, "regular")) : []),
  ];
}

function demoTag(words: string, widthMm: number): Mark[] {
  return [
    boxMark(
      { x: LEFT, y: 12, width: widthMm + 3.2, height: 5 },
      { stroke: { colour: INK_2, widthMm: 0.2 } },
    ),
    word(words, LEFT + 1.6, 15.8, { sizeMm: 3.4, colour: INK_2 }),
  ];
}
