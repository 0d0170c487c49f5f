import type { TextWeight } from "../../domain/paper/mark.ts";

/** What stands for a character that the font lacks, as printers have it. */
export const GETA = "〓";

/** Selects a variant or joins; nothing by itself. */
const SILENT = /\p{Cc}|\p{Cf}|\p{Variation_Selector}/u;

/** The text with 〓 for what the font lacks, which is added to `missing`; what prints nothing is left out. */
export function glyphsOnly(
  document: PDFKit.PDFDocument,
  text: string,
  weight: TextWeight,
  missing: Set<string>,
): string {
  const has = glyphTest(document.font(weight));
  let shown = "";
  for (const character of text.normalize("NFC").replace(/[^\S\u3000]/gu, " ")) {
    if (SILENT.test(character)) continue;
    if (has(character.codePointAt(0) ?? 0)) shown += character;
    else {
      missing.add(character);
      shown += GETA;
    }
  }
  return shown;
}

/** The embedded face is not in the published types; its method is the font library's own. */
function glyphTest(document: PDFKit.PDFDocument): (codePoint: number) => boolean {
  const { _font } = document as unknown as {
    _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } };
  };
  return (codePoint) => _font.font.hasGlyphForCodePoint(codePoint);
}
