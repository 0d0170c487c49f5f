import PDFDocument from "pdfkit";
import type { Mark, MeasureText, TextWeight } from "../../domain/paper/mark.ts";
import { POINTS_PER_MM, type SheetMm } from "../../domain/paper/page-size.ts";
import { drawMarks } from "./draw-marks.ts";
import { type PaperFonts, paperFonts } from "./paper-fonts.ts";
import { glyphsOnly } from "./printable-glyphs.ts";

export type PaperInfo = {
  readonly title: string;
  readonly language: "zh-CN" | "en";
  /** Epoch milliseconds, the city's now: the same input gives the same bytes. */
  readonly createdAt: number;
};

/** A PDF in the making: pages of marks, millimetres in. */
export type PaperDocument = {
  addPage(sheet: SheetMm): void;
  /** On the page that was added last; `scale` enlarges a smaller sheet's marks. */
  draw(marks: readonly Mark[], scale?: number): void;
  readonly measure: MeasureText;
  /** Characters that the font lacks; each was drawn as 〓. */
  readonly missing: ReadonlySet<string>;
  /** What of a text the font would lack, without drawing it. */
  unprintable(text: string): string[];
  readonly pageCount: number;
  finish(): Promise<Uint8Array<ArrayBuffer>>;
};

/** Fonts are embedded as subsets of what is drawn. Pages are let go of as they are filled, so long documents stay small. */
export async function openPaper(info: PaperInfo): Promise<PaperDocument> {
  const fonts = await paperFonts();
  const document = newDocument(info, fonts);
  const chunks: Buffer[] = [];
  document.on("data", (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => {
    document.on("end", resolve);
    document.on("error", reject);
  });
  const missing = new Set<string>();
  const printable = (text: string, weight: TextWeight) =>
    glyphsOnly(document, text, weight, missing);
  let pageCount = 0;

  return {
    addPage({ width, height }) {
      document.addPage({ size: [width * POINTS_PER_MM, height * POINTS_PER_MM], margin: 0 });
      pageCount++;
    },
    draw(marks, scale = 1) {
      document.save().scale(POINTS_PER_MM * scale);
      drawMarks(document, marks, printable);
      document.restore();
    },
    measure(text, sizeMm, weight) {
      const shown = printable(text, weight);
      return document.font(weight).fontSize(sizeMm).widthOfString(shown);
    },
    missing,
    unprintable(text) {
      const found = new Set<string>();
      glyphsOnly(document, text, "regular", found);
      return [...found];
    },
    get pageCount() {
      return pageCount;
    },
    async finish() {
      document.end();
      await ended;
      return new Uint8Array(Buffer.concat(chunks));
    },
  };
}

function newDocument({ title, language, createdAt }: PaperInfo, fonts: PaperFonts) {
  const document = new PDFDocument({
    autoFirstPage: false,
    margin: 0,
    pdfVersion: "1.7",
    lang: language,
    displayTitle: true,
    info: {
      Title: title,
      CreationDate: new Date(createdAt),
      Producer: "wangge",
      Creator: "wangge",
    },
  });
  document.registerFont("regular", fonts.regular).registerFont("bold", fonts.bold);
  return document;
}
