import type { Mark, MeasureText, TextMark, TextWeight } from "./mark.ts";
import { wrapText } from "./wrap-text.ts";

export type TextStyle = Pick<TextMark, "sizeMm" | "weight" | "colour" | "align" | "spacingMm">;

type Paragraph = {
  readonly text: string;
  /** Of the box's top; text begins, is centred or ends at x. */
  readonly x: number;
  readonly y: number;
  readonly widthMm: number;
  /** Distance of baselines in ems. */
  readonly leading?: number;
  readonly linesMax?: number;
};

/** Where the baseline of a line lies below its top, in ems. */
export const ASCENT = 0.88;

/** Marks of a text that is broken into lines, and how tall it became. What `linesMax` cuts off ends in an ellipsis. */
export function paragraph(
  measure: MeasureText,
  { text, x, y, widthMm, leading = 1.5, linesMax }: Paragraph,
  style: TextStyle,
): { readonly marks: readonly Mark[]; readonly heightMm: number } {
  const { sizeMm, weight } = style;
  const all = wrapText(measure, text, { sizeMm, weight, widthMm });
  const lines = all.slice(0, linesMax);
  if (lines.length < all.length) {
    lines.push(
      cutText(measure, `${lines.pop() ?? ""}${all[lines.length + 1] ?? ""}…`, widthMm, style),
    );
  }
  const top = y + ((leading - 1) / 2) * sizeMm;
  const marks = lines.map(
    (line, i): Mark => ({
      kind: "text",
      text: line,
      x,
      y: top + (ASCENT + i * leading) * sizeMm,
      ...style,
    }),
  );
  return { marks, heightMm: lines.length * leading * sizeMm };
}

/** The text if it fits, else as much of its beginning as does, with an ellipsis. */
export function cutText(
  measure: MeasureText,
  text: string,
  widthMm: number,
  { sizeMm, weight }: { readonly sizeMm: number; readonly weight: TextWeight },
): string {
  if (measure(text, sizeMm, weight) <= widthMm) return text;
  const characters = [...text.replace(/…$/u, "")];
  while (characters.length > 0 && measure(`${characters.join("")}…`, sizeMm, weight) > widthMm)
    characters.pop();
  return `${characters.join("").trimEnd()}…`;
}

/** The size at which a text is no wider than that, at most `sizeMm`, at least `leastMm`. */
export function fittedSize(
  measure: MeasureText,
  text: string,
  weight: TextWeight,
  {
    sizeMm,
    leastMm,
    widthMm,
  }: { readonly sizeMm: number; readonly leastMm: number; readonly widthMm: number },
): number {
  const width = measure(text, sizeMm, weight);
  return width <= widthMm ? sizeMm : Math.max(leastMm, (sizeMm * widthMm) / width);
}
