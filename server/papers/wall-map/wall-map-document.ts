import { setImmediate } from "node:timers/promises";
import { boxMark, type Mark, type MeasureText, type TextMark } from "../../../domain/paper/mark.ts";
import { type Orientation, sheetOf } from "../../../domain/paper/page-size.ts";
import { cutText, fittedSize } from "../../../domain/paper/paragraph.ts";
import { type WallLayout, wallLayout } from "../../../domain/paper/wall-layout.ts";
import { wallLegend } from "../../../domain/paper/wall-legend.ts";
import { wallTable } from "../../../domain/paper/wall-table.ts";
import { scaleBar } from "../../../domain/paper-map/furniture.ts";
import { type PaperLanguage, papersTexts } from "../../../domain/text/papers-text.ts";
import type { PapersText } from "../../../domain/text/papers-zh-cn.ts";
import type { WallMap, WallMapColour, WallMapSize } from "../../../domain/wall-map.ts";
import type { City } from "../../city/city.ts";
import { openPaper } from "../paper-document.ts";
import { paperSource } from "../paper-source.ts";
import { svgPicture } from "../svg-picture.ts";
import { wallFills } from "./wall-fills.ts";
import { wallMapMarks } from "./wall-map-marks.ts";
import { wallMapOf } from "./wall-map-of.ts";

export type WallMapRequest = {
  readonly size: WallMapSize;
  readonly orientation: Orientation;
  readonly zone: string | null;
  readonly colour: WallMapColour;
  readonly on: number;
  readonly language: PaperLanguage;
};

const INK = "#18212f";
const INK_2 = "#4e5c73";

/** One sheet, lines and type throughout, so that it prints sharp at any size. Half a second for a city of 40,000 problems. */
export async function wallMapDocument(
  city: City,
  request: WallMapRequest,
): Promise<Uint8Array<ArrayBuffer>> {
  const map = mapOf(city, request);
  const paper = await openPaper({
    title: `${map.title} ${map.asOf}`,
    language: request.language === "en" ? "en" : "zh-CN",
    createdAt: city.now(),
  });
  const marks = await sheetMarks(city, map, request, paper.measure);
  await setImmediate();
  paper.addPage(sheetOf(request.size, request.orientation));
  paper.draw(marks);
  await setImmediate();
  return paper.finish();
}

/** The same sheet as an SVG, to look at before it is printed. */
export async function wallMapPicture(city: City, request: WallMapRequest): Promise<string> {
  const map = mapOf(city, request);
  const { measure } = await openPaper({ title: "", language: "zh-CN", createdAt: 0 });
  return svgPicture({
    box: { x: 0, y: 0, ...sheetOf(request.size, request.orientation) },
    marks: await sheetMarks(city, map, request, measure),
    label: `${map.title} ${map.asOf}`,
  });
}

function mapOf(city: City, { zone, colour, on, language }: WallMapRequest): WallMap {
  return wallMapOf(city, { zone, colour, on, text: papersTexts[language] });
}

async function sheetMarks(
  city: City,
  map: WallMap,
  { size, orientation, language }: WallMapRequest,
  measure: MeasureText,
): Promise<Mark[]> {
  const text = papersTexts[language];
  const sheet = sheetOf(size, orientation);
  const layout = wallLayout(sheet, map.areas.length);
  const { unit } = layout;
  const { fills, steps } = wallFills(map, text);
  const drawn = await wallMapMarks({
    map,
    layout,
    fills,
    source: paperSource(city.pack),
    measure,
    text,
  });
  return [
    boxMark({ x: 0, y: 0, ...sheet }, { fill: "#ffffff" }),
    ...titleMarks(map, text, layout, measure),
    ...drawn.marks,
    ...wallTable({ map, text, measure, box: layout.table, unit, fills }),
    ...wallLegend({ map, text, measure, box: layout.legend, unit, steps, outside: drawn.outside }),
    ...footerMarks(map, text, layout, measure, drawn.frame.denominator),
  ];
}

function titleMarks(
  map: WallMap,
  text: PapersText,
  { unit, sheet, marginMm }: WallLayout,
  measure: MeasureText,
): Mark[] {
  const right = sheet.width - marginMm;
  const asOf = text.wall.asOf(map.asOf) + (map.isDemo ? `　${text.demo}` : "");
  const room = right - marginMm - measure(asOf, 3.6 * unit, "regular") - 8 * unit;
  const most = { sizeMm: 10 * unit, leastMm: 5 * unit, widthMm: 0.94 * room };
  const sizeMm = fittedSize(measure, map.title, "bold", most);
  const y = marginMm + 12 * unit;
  return [
    word(cutText(measure, map.title, room, { sizeMm, weight: "bold" }), marginMm, y, sizeMm, {
      weight: "bold",
      spacingMm: 0.05 * sizeMm,
    }),
    ...leadWords(map, text).map((line) =>
      word(line, right, y - 6 * unit, 4.4 * unit, { weight: "bold", align: "end" }),
    ),
    word(asOf, right, y, 3.6 * unit, { colour: INK_2, align: "end" }),
  ];
}

function leadWords({ leads }: WallMap, text: PapersText): string[] {
  if (leads.length === 0) return [];
  return [`${text.roles["zone-lead"]}　${leads.join(text.sign.separator)}`];
}

function footerMarks(
  map: WallMap,
  text: PapersText,
  { unit, map: box, footerY }: WallLayout,
  measure: MeasureText,
  denominator: number,
): Mark[] {
  const bar = scaleBar({
    x: box.x,
    y: footerY - 3.4 * unit,
    denominator,
    longestMm: Math.min(90 * unit, 0.3 * box.width),
    sizeMm: 2.8 * unit,
  });
  const style = { sizeMm: 2.8 * unit, weight: "regular" } as const;
  const number = text.wall.scale(denominator.toLocaleString("en-US").replaceAll(",", " "));
  const x = box.x + bar.lengthMm + 12 * unit;
  const after = x + measure(number, 4.2 * unit, "bold") + 6 * unit;
  const room = box.x + box.width - after;
  return [
    ...bar.marks,
    word(number, x, footerY, 4.2 * unit, { weight: "bold" }),
    word(
      cutText(measure, text.wall.projection, room, style),
      after,
      footerY - 1.9 * unit,
      style.sizeMm,
      {
        colour: INK_2,
      },
    ),
    word(
      cutText(measure, map.attribution, room, style),
      after,
      footerY + 2.1 * unit,
      style.sizeMm,
      {
        colour: INK_2,
      },
    ),
  ];
}

function word(
  text: string,
  x: number,
  y: number,
  sizeMm: number,
  style: Partial<TextMark> = {},
): TextMark {
  return { kind: "text", text, x, y, sizeMm, weight: "regular", colour: INK, ...style };
}
