import type { Mark, MeasureText, TextMark } from "../../domain/paper/mark.ts";

/** Where the ink of a text lies, millimetres. */
export type Extent = {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** All texts of a page, those in clips too. */
export function textsIn(marks: readonly Mark[]): TextMark[] {
  return marks.flatMap((mark) => {
    if (mark.kind === "clip") return textsIn(mark.marks);
    return mark.kind === "text" && mark.text !== "" ? [mark] : [];
  });
}

/** Of a text that is not turned. */
export function extentOf(mark: TextMark, measure: MeasureText): Extent {
  const { text, sizeMm, weight, align = "start", y } = mark;
  const width = measure(text, sizeMm, weight);
  const x = align === "end" ? mark.x - width : align === "middle" ? mark.x - width / 2 : mark.x;
  return { text, x, right: x + width, top: y - 0.72 * sizeMm, bottom: y + 0.02 * sizeMm };
}

/** Pairs of texts whose ink meets. */
export function overlaps(all: readonly Extent[]): string[] {
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter(
        (b) => a.x < b.right - 0.1 && b.x < a.right - 0.1 && a.top < b.bottom && b.top < a.bottom,
      )
      .map((b) => `${a.text} / ${b.text}`),
  );
}
