import type { OrderPaper } from "../../order-paper.ts";
import type { OrderText } from "../../text/order-zh-cn.ts";
import type { MeasureText, TextMark } from "../mark.ts";

export const INK = "#18212f";
export const INK_2 = "#4e5c73";
export const HAIRLINE = "#8492a8";
export const PALE = "#eef1f5";
export const BLUE = "#174f9c";
/** Overdue, and nothing else. */
export const ORANGE = "#b3480a";

/** Edges of what is printed on an A4 sheet upright, millimetres. */
export const LEFT = 15;
export const RIGHT = 195;
export const BOTTOM = 279;
/** Where a page that goes on begins. */
export const NEXT_TOP = 20;

export type OrderDraft = {
  readonly paper: OrderPaper;
  readonly text: OrderText;
  readonly measure: MeasureText;
};

type WordStyle = { readonly sizeMm: number } & Partial<
  Pick<TextMark, "weight" | "colour" | "align" | "spacingMm">
>;

export function word(text: string, x: number, y: number, style: WordStyle): TextMark {
  return { kind: "text", text, x, y, weight: "regular", colour: INK, ...style };
}
