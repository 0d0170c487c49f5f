import type { Sign } from "../sign.ts";
import type { PapersText } from "../text/papers-zh-cn.ts";
import type { MeasureText, TextMark } from "./mark.ts";

/** Colours and measures of the board; it must read in black and white, so nothing hangs on the blue. */
export const INK = "#18212f";
export const INK_2 = "#33415a";
export const BLUE = "#143a75";
export const LINE_BLUE = "#174f9c";

export const LEFT = 15;
export const RIGHT = 195;

/** What a part of the board is made from. */
export type Draft = {
  readonly sign: Sign;
  readonly text: PapersText;
  readonly measure: MeasureText;
};

export function word(
  text: string,
  x: number,
  y: number,
  style: Partial<Omit<TextMark, "kind" | "text">> & { readonly sizeMm: number },
): TextMark {
  return { kind: "text", text, x, y, weight: "regular", colour: INK, ...style };
}
