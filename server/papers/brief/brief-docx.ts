import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  ImageRun,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from "docx";
import type { Brief } from "../../../domain/brief.ts";
import { briefTexts } from "../../../domain/text/brief-text.ts";
import {
  minuteOf,
  noteWords,
  periodWords,
  remarks,
  roleLines,
} from "../../../domain/text/brief-words.ts";
import type { City } from "../../city/city.ts";
import { openPaper } from "../paper-document.ts";
import type { BriefLanguage } from "./brief-document.ts";
import { briefMap } from "./brief-map.ts";
import { briefMapBox } from "./brief-page.ts";
import { docxFonts, docxStyles } from "./docx-styles.ts";
import { areaRows, categoryRows, classRows, figureRows, spotRows } from "./docx-tables.ts";
import { pngPicture } from "./picture/png-picture.ts";

const MAP_DPI = 250;
const SCREEN_DPI = 96;

/** A4 upright in twentieths of a point, with margins as official papers have them at most. */
const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1134, bottom: 1021, left: 1247, right: 1247 },
};

/** The brief as a document that the office edits: every figure is text, the thumbnail is a picture. */
export async function briefDocx(
  city: City,
  brief: Brief,
  { title, language }: { readonly title: string; readonly language: BriefLanguage },
): Promise<Uint8Array<ArrayBuffer>> {
  const text = briefTexts[language];
  const hasFigures = brief.gap === null || brief.gap === "left";
  const tables = hasFigures
    ? [
        ...figureRows(brief, text),
        heading(text.spots.title),
        caption(text.spots.order),
        ...(await mapParagraphs(city, brief, text.map)),
        ...spotRows(brief, text),
        heading(text.areas.title),
        ...areaRows(brief, text),
        heading(text.categories.title),
        ...categoryRows(brief, text),
        heading(text.marked(text.classes.title)),
        ...classRows(brief, text),
      ]
    : [];
  const document = new Document({
    title,
    creator: brief.city,
    styles: docxStyles,
    sections: [
      {
        properties: { page },
        footers: { default: footer(text.asOf(minuteOf(brief.week.at))) },
        children: [
          ...opening(brief, language),
          ...tables,
          heading(text.notes),
          ...noteWords(text).map(({ mark, words }) => caption(`${mark} ${words}`)),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function opening(brief: Brief, language: BriefLanguage): Paragraph[] {
  const text = briefTexts[language];
  const demo = brief.isDemo ? `　${text.demo}` : "";
  return [
    new Paragraph({ style: "Caption", text: `${text.line(brief.city)}${demo}` }),
    new Paragraph({ heading: HeadingLevel.TITLE, text: text.title }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      text: `${text.weekNumber(brief.week.number)}　${periodWords(brief, text)}`,
    }),
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: brief.person }),
    ...roleLines(brief, text, 12).map((line) => new Paragraph({ text: line })),
    ...remarks(brief, text).map(
      (remark) => new Paragraph({ children: [new TextRun({ text: remark, bold: true })] }),
    ),
  ];
}

async function mapParagraphs(city: City, brief: Brief, label: string): Promise<Paragraph[]> {
  const { measure } = await openPaper({ title: "", language: "zh-CN", createdAt: 0 });
  const marks = briefMap(city, brief, { box: briefMapBox, measure });
  if (marks === null) return [];
  const { bytes, width, height } = await pngPicture({
    box: briefMapBox,
    marks,
    dotsPerInch: MAP_DPI,
  });
  const [shownWidth, shownHeight] = [width, height].map((px) =>
    Math.round((px * SCREEN_DPI) / MAP_DPI),
  ) as [number, number];
  const image = new ImageRun({
    type: "png",
    data: bytes,
    transformation: { width: shownWidth, height: shownHeight },
    altText: { name: label, title: label, description: label },
  });
  return [new Paragraph({ alignment: AlignmentType.CENTER, keepNext: true, children: [image] })];
}

function heading(text: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.HEADING_2, text });
}

function caption(text: string): Paragraph {
  return new Paragraph({ style: "Caption", text });
}

function footer(asOf: string): Footer {
  const children = [
    new TextRun({ text: `${asOf}　`, font: docxFonts.note, size: 18 }),
    new TextRun({ children: [PageNumber.CURRENT], font: docxFonts.note, size: 18 }),
  ];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}
