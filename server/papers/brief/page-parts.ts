import type { Brief } from "../../../domain/brief.ts";
import {
  lineMark,
  type Mark,
  type MeasureText,
  type TextMark,
} from "../../../domain/paper/mark.ts";
import { cutText, fittedSize } from "../../../domain/paper/paragraph.ts";
import type { BriefText } from "../../../domain/text/brief-zh-cn.ts";
import { HAIRLINE, INK } from "./brief-colours.ts";

/** Edges of what is printed, millimetres. */
export const LEFT = 14;
export const RIGHT = 196;

export type PageDraft = {
  readonly brief: Brief;
  readonly text: BriefText;
  readonly measure: MeasureText;
};

/** As large as it fits the width, with the hairline below it. */
export function sectionTitle(
  { measure }: PageDraft,
  title: string,
  { x, y, widthMm }: { readonly x: number; readonly y: number; readonly widthMm: number },
): Mark[] {
  const sizeMm = fittedSize(measure, title, "bold", { sizeMm: 4.2, leastMm: 3.2, widthMm });
  return [
    word(cutText(measure, title, widthMm, { sizeMm, weight: "bold" }), x, y, {
      sizeMm,
      weight: "bold",
    }),
    lineMark(x, y + 1.4, x + widthMm, y + 1.4, 0.3, HAIRLINE),
  ];
}

type WordStyle = { readonly sizeMm: number } & Partial<
  Pick<TextMark, "weight" | "colour" | "align" | "spacingMm">
>;

export function word(text: string, x: number, y: number, style: WordStyle): TextMark {
  return { kind: "text", text, x, y, weight: "regular", colour: INK, ...style };
}
