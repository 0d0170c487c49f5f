import type { BoxMm, TextMark } from "../mark.ts";

export const INK = "#18212f";
export const INK_2 = "#4e5c73";
export const HAIRLINE = "#c5cdd9";
export const PALE = "#eef1f5";
export const ZONE_LINE = "#3f5b85";

/** An A4 sheet lying on its side, millimetres. */
export const LEFT = 10;
export const RIGHT = 287;
export const mapBox: BoxMm = { x: LEFT, y: 22, width: 190, height: 150 };
/** What stands beside the map. */
export const sideBox: BoxMm = { x: 206, y: 22, width: RIGHT - 206, height: 166 };
/** Legend and scale below the map. */
export const legendBox: BoxMm = { x: LEFT, y: 175, width: 190, height: 13 };

export function word(
  text: string,
  x: number,
  y: number,
  style: { readonly sizeMm: number } & Partial<TextMark>,
): TextMark {
  return { kind: "text", text, x, y, weight: "regular", colour: INK, ...style };
}
