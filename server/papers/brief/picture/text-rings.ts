import PDFDocument from "pdfkit";
import type { TextMark, TextWeight } from "../../../../domain/paper/mark.ts";
import { paperFonts } from "../../paper-fonts.ts";
import { glyphsOnly } from "../../printable-glyphs.ts";
import type { PixelRing } from "./fill-polygons.ts";

/** Outlines of a text, in millimetres of the page. */
export type TextRings = (mark: TextMark) => PixelRing[];

type Command = { readonly command: string; readonly args: readonly number[] };
type Face = {
  readonly unitsPerEm: number;
  layout(text: string): {
    readonly glyphs: readonly { readonly path: { readonly commands: readonly Command[] } }[];
    readonly positions: readonly { readonly xAdvance: number }[];
  };
};

/** Of the fonts that papers are printed with, so that a picture has the same words in the same places. */
export async function textRings(): Promise<TextRings> {
  const fonts = await paperFonts();
  const document = new PDFDocument({ autoFirstPage: false });
  document.registerFont("regular", fonts.regular).registerFont("bold", fonts.bold);
  return (mark) => {
    const text = glyphsOnly(document, mark.text, mark.weight, new Set());
    const { unitsPerEm, layout } = faceOf(document, mark.weight);
    const { glyphs, positions } = layout(text);
    const { sizeMm, spacingMm = 0, align = "start", angleDeg = 0 } = mark;
    const scale = sizeMm / unitsPerEm;
    const advances = positions.map(({ xAdvance }) => xAdvance * scale + spacingMm);
    const width = advances.reduce((sum, each) => sum + each, 0) - spacingMm;
    const turn = turned(mark.x, mark.y, angleDeg);
    let x = align === "start" ? 0 : align === "end" ? -width : -width / 2;
    const rings: PixelRing[] = [];
    glyphs.forEach(({ path }, i) => {
      for (const ring of flatPath(path.commands)) {
        rings.push(
          ring.map((_, k) => {
            const [at, up] = k % 2 === 0 ? [ring[k], ring[k + 1]] : [ring[k - 1], ring[k]];
            return turn(x + (at ?? 0) * scale, -(up ?? 0) * scale)[k % 2 === 0 ? 0 : 1];
          }),
        );
      }
      x += advances[i] ?? 0;
    });
    return rings;
  };
}

/** The embedded face is not in the published types; its method is the font library's own. */
function faceOf(document: PDFKit.PDFDocument, weight: TextWeight): Face {
  const { _font } = document.font(weight) as unknown as { _font: { font: Face } };
  const { font } = _font;
  return { unitsPerEm: font.unitsPerEm, layout: (text) => font.layout(text) };
}

function turned(x: number, y: number, angleDeg: number) {
  const [cos, sin] = [Math.cos((angleDeg * Math.PI) / 180), Math.sin((angleDeg * Math.PI) / 180)];
  return (dx: number, dy: number): readonly [number, number] => [
    x + dx * cos - dy * sin,
    y + dx * sin + dy * cos,
  ];
}

/** Curves as two straight pieces each: letters of a map are a few pixels high. */
function flatPath(commands: readonly Command[]): number[][] {
  const rings: number[][] = [];
  let ring: number[] = [];
  for (const { command, args } of commands) {
    const [x0 = 0, y0 = 0] = ring.slice(-2);
    if (command === "moveTo") {
      ring = [...args];
      rings.push(ring);
    } else if (command === "lineTo") ring.push(...args);
    else if (command === "quadraticCurveTo") {
      const [cx = 0, cy = 0, x = 0, y = 0] = args;
      for (const t of [0.5, 1]) {
        const u = 1 - t;
        ring.push(u * u * x0 + 2 * u * t * cx + t * t * x, u * u * y0 + 2 * u * t * cy + t * t * y);
      }
    }
  }
  return rings.filter((each) => each.length >= 6);
}
