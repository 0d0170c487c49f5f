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
import type { OrderPaper } from "../../../domain/order-paper.ts";
import type { BoxMm, Mark } from "../../../domain/paper/mark.ts";
import { annexHeight } from "../../../domain/paper/order/annex-height.ts";
import { ORANGE } from "../../../domain/paper/order/order-ink.ts";
import { SMALL_MAP_ITEMS } from "../../../domain/paper/order/order-pages.ts";
import { quickMeasure } from "../../../domain/paper/quick-measure.ts";
import { orderTexts } from "../../../domain/text/order-text.ts";
import { numbersOf } from "../../../domain/text/order-words.ts";
import type { OrderText } from "../../../domain/text/order-zh-cn.ts";
import type { City } from "../../city/city.ts";
import { docxFonts, docxStyles } from "../brief/docx-styles.ts";
import { pngPicture } from "../brief/picture/png-picture.ts";
import { openPaper } from "../paper-document.ts";
import { qrCode } from "../qr-code.ts";
import type { OrderLanguage } from "./order-document.ts";
import { closingBlocks, openingBlocks } from "./order-docx-frame.ts";
import { orderDocxTable } from "./order-docx-table.ts";
import { orderMap } from "./order-map.ts";

const MAP_DPI = 200;
const CODE_MM = 26;
const QR_DPI = 300;
const SCREEN_DPI = 96;

/** A4 upright in twentieths of a point, margins of 15 mm at the sides. */
const page = {
  size: { width: 11906, height: 16838 },
  margin: { top: 1021, bottom: 1021, left: 851, right: 851, footer: 454 },
};

/** The same paper to edit: text, a table whose head repeats, map and code as pictures. */
export async function orderDocx(
  city: Pick<City, "pack">,
  paper: OrderPaper,
  { title, language }: { readonly title: string; readonly language: OrderLanguage },
): Promise<Uint8Array<ArrayBuffer>> {
  const text = orderTexts[language];
  const isAnnex = paper.items.length > SMALL_MAP_ITEMS;
  const map = await mapParagraphs(city, paper, text, isAnnex);
  const document = new Document({
    title,
    creator: paper.office,
    styles: docxStyles,
    sections: [
      {
        properties: { page },
        footers: { default: footer(paper, text) },
        children: [
          ...openingBlocks(paper, text, await codePicture(paper)),
          ...(isAnnex ? [] : map),
          orderDocxTable(paper, text),
          ...closingBlocks(paper, text),
          ...(isAnnex ? map : []),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

/** With more problems than a small map shows, a page of its own at the end. */
async function mapParagraphs(
  city: Pick<City, "pack">,
  paper: OrderPaper,
  text: OrderText,
  isAnnex: boolean,
): Promise<Paragraph[]> {
  const { measure } = await openPaper({ title: "", language: "zh-CN", createdAt: 0 });
  const positions = paper.items.flatMap(({ position }) => (position ? [position] : []));
  const height = isAnnex ? Math.min(225, annexHeight(positions, 179)) : 66;
  const box = { x: 0, y: 0, width: 179, height };
  const marks = orderMap(city, paper, {
    box,
    measure: quickMeasure(measure),
    north: text.map.north,
  });
  if (marks.length === 0) return [];
  const label = text.map.title;
  const image = await picture(box, marks, { dotsPerInch: MAP_DPI, label });
  const without = paper.items.filter(({ position }) => position === null);
  const said = [
    text.map.numbers,
    ...(without.length > 0 ? [text.map.without(numbersOf(without, text))] : []),
  ];
  return [
    new Paragraph({
      heading: HeadingLevel.HEADING_2,
      pageBreakBefore: isAnnex,
      text: isAnnex ? text.map.annex : text.map.title,
    }),
    new Paragraph({
      style: "Caption",
      keepNext: true,
      children: [
        new TextRun({ text: said.join("　") }),
        ...(paper.kind === "notice"
          ? [
              new TextRun({ text: `　● ${text.map.overdue}`, color: ORANGE.slice(1) }),
              new TextRun({ text: `　○ ${text.map.inTime}` }),
            ]
          : []),
      ],
    }),
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { line: 240 }, children: [image] }),
  ];
}

function codePicture({ address }: OrderPaper): Promise<ImageRun> {
  const marks = qrCode(address, { x: 0, y: 0, sideMm: CODE_MM });
  const box = { x: 0, y: 0, width: CODE_MM, height: CODE_MM };
  return picture(box, marks, { dotsPerInch: QR_DPI, label: address });
}

type Shown = { readonly dotsPerInch: number; readonly label: string };

async function picture(box: BoxMm, marks: readonly Mark[], { dotsPerInch, label }: Shown) {
  const { bytes, width, height } = await pngPicture({ box, marks, dotsPerInch });
  const shown = (px: number) => Math.round((px * SCREEN_DPI) / dotsPerInch);
  return new ImageRun({
    type: "png",
    data: bytes,
    transformation: { width: shown(width), height: shown(height) },
    altText: { name: label, title: label, description: label },
  });
}

function footer(paper: OrderPaper, text: OrderText): Footer {
  const run = { font: docxFonts.note, size: 18 };
  const [before, between, after] = text.pageParts;
  const number = paper.documentNumber.trim();
  const children = [
    new TextRun({ ...run, text: `${number}${paper.isDemo ? `　${text.demo}` : ""}　　` }),
    new TextRun({
      ...run,
      children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after],
    }),
  ];
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children })] });
}
