import type { Brief } from "../../../domain/brief.ts";
import {
  lineMark,
  type Mark,
  type MeasureText,
  type TextMark,
} from "../../../domain/paper/mark.ts";
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

export function sectionTitle(title: string, x: number, y: number, widthMm: number): Mark[] {
  return [
    word(title, x, y, { sizeMm: 4.2, weight: "bold" }),
    lineMark(x, y + 1.4, x + widthMm, y + 1.4, 0.3, HAIRLINE),
  ];
}

type WordStyle = { readonly sizeMm: number } & Partial<
  Pick<TextMark, "weight" | "colour" | "align" | "spacingMm">
>;

export function word(text: string, x: number, y: number, style: WordStyle): TextMark {
  return { kind: "text", text, x, y, weight: "regular", colour: INK, ...style };
}
