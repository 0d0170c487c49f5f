import type { MeasureText, TextWeight } from "./mark.ts";

/** What a line may not begin with, and what it may not end with (避头尾). */
const NOT_FIRST = /^[，。、；：！？）》」』】〕…—%％·,.;:!?)\]}’”]/u;
const NOT_LAST = /[（《「『【〔([{‘“]$/u;

/** Words that are kept whole: letters and figures; anything else breaks between any two characters. */
const PIECE = /[\p{Script=Latin}\p{Nd}.,:/@_+%#'’-]+|\s+|./gsu;

type Style = { readonly sizeMm: number; readonly weight: TextWeight; readonly widthMm: number };

/**
 * Lines of a text that are no wider than `widthMm`, Chinese and Latin mixed. A line break in the text is kept; a word
 * wider than the line is cut. At least one line.
 */
export function wrapText(measure: MeasureText, text: string, style: Style): string[] {
  return text.split(/\r?\n/).flatMap((paragraph) => wrapLine(measure, paragraph, style));
}

function wrapLine(measure: MeasureText, text: string, { sizeMm, weight, widthMm }: Style) {
  const fits = (line: string) => measure(line, sizeMm, weight) <= widthMm + 1e-6;
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(PIECE) ?? []) {
    for (const part of fits(piece) ? [piece] : [...piece]) {
      if (fits(line + part.trimEnd()) || line === "") {
        line += part;
        continue;
      }
      const carried = carriedOver(line, part);
      lines.push(line.slice(0, line.length - carried.length).trimEnd());
      line = (carried + part).trimStart();
    }
  }
  return [...lines, line.trimEnd()];
}

/** What goes to the next line with `part`, so that neither line begins or ends with a wrong sign. */
function carriedOver(line: string, part: string): string {
  const characters = [...line];
  let count = 0;
  const next = () => (count === 0 ? part : (characters.at(-count) ?? ""));
  const previous = () => characters.at(-count - 1) ?? "";
  while (count < 3 && (NOT_FIRST.test(next()) || NOT_LAST.test(previous()))) count++;
  return count < characters.length ? characters.slice(characters.length - count).join("") : "";
}
