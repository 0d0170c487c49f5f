import { boxMark, lineMark, type Mark } from "../mark.ts";
import { cutText } from "../paragraph.ts";
import { HAIRLINE, INK_2, LEFT, type OrderDraft, RIGHT, word } from "./order-ink.ts";

/** From the last row to the foot of the receipt. */
export const CLOSING_MM = 46;

const MIDDLE = (LEFT + RIGHT) / 2;
const TEXT_MM = 4;

/** Who issues it and when, and room for those who receive it to sign. */
export function orderClosing({ paper, text, measure }: OrderDraft, y: number): Mark[] {
  const style = { sizeMm: TEXT_MM, weight: "regular" } as const;
  const office = cutText(measure, paper.office, 92, style);
  const handled = paper.handledBy === null ? "" : text.handledBy(paper.handledBy);
  const top = y + 26;
  const box = { x: LEFT, y: top, width: RIGHT - LEFT, height: 15 };
  const lineY = top + 9.2;
  const small = { sizeMm: 3.6 } as const;
  return [
    word(text.signedBy, LEFT, y + 9, style),
    lineMark(
      LEFT + measure(text.signedBy, TEXT_MM, "regular") + 1,
      y + 10,
      78,
      y + 10,
      0.2,
      HAIRLINE,
    ),
    word(cutText(measure, handled, 80, style), LEFT, y + 18, { ...style, colour: INK_2 }),
    word(office, RIGHT, y + 9, { ...style, align: "end" }),
    word(`${text.day(paper.at)}${text.seal}`, RIGHT, y + 18, { ...style, align: "end" }),
    boxMark(box, { stroke: { colour: HAIRLINE, widthMm: 0.2 } }),
    word(text.receipt, LEFT + 3, lineY, small),
    word(text.receivedBy, 88, lineY, small),
    word(text.receivedAt, RIGHT - 3, lineY, { ...small, align: "end" }),
  ];
}

/** At the foot of every page. */
export function pageFoot({ paper, text }: OrderDraft, page: number, pages: number): Mark[] {
  const style = { sizeMm: 3.2, colour: INK_2 } as const;
  return [
    word(text.page(page, pages), MIDDLE, 288, { ...style, align: "middle" }),
    ...(paper.isDemo ? [word(text.demo, RIGHT, 288, { ...style, align: "end" as const })] : []),
  ];
}
