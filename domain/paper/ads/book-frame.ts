import type { AdPlanDossier } from "../../ads/plan-dossier.ts";
import { existingMark, siteMark, statusLine, zoneBand } from "../../paper-map/ad-marks.ts";
import { scaleBar } from "../../paper-map/furniture.ts";
import { planLine, stampLine } from "../../text/ad-papers-words.ts";
import type { AdPapersText } from "../../text/ad-papers-zh-cn.ts";
import { lineMark, type Mark, type MeasureText } from "../mark.ts";
import { cutText, fittedSize } from "../paragraph.ts";
import { HAIRLINE, INK_2, LEFT, legendBox, RIGHT, word, ZONE_LINE } from "./book-ink.ts";

export type BookDraft = {
  readonly dossier: AdPlanDossier;
  readonly text: AdPapersText;
  /** Adds up single characters: pages hold thousands of words. */
  readonly measure: MeasureText;
};

type Page = {
  readonly title: string;
  readonly sheet: string;
  readonly page: number;
  readonly pages: number;
};

const TITLE_MM = 150;

/** What every page says of itself: title above, scenario with its proof and stamp below. */
export function bookFrame({ dossier, text, measure }: BookDraft, page: Page): Mark[] {
  const { city, stamp } = dossier;
  const right = [city.name, ...(city.isDemo ? [text.demo] : [])].join(text.dot);
  const note = { sizeMm: 3.2, weight: "regular", colour: INK_2 } as const;
  const small = { sizeMm: 2.5, weight: "regular", colour: INK_2 } as const;
  const number = text.book.page(page.page, page.pages);
  const room = RIGHT - LEFT - measure(number, 2.8, "regular") - 8;
  const titleMm = fittedSize(measure, page.title, "bold", {
    sizeMm: 5.6,
    leastMm: 3.8,
    widthMm: TITLE_MM,
  });
  const title = cutText(measure, page.title, TITLE_MM, { sizeMm: titleMm, weight: "bold" });
  const after = LEFT + measure(title, titleMm, "bold") + 5;
  const rightRoom = RIGHT - after - measure(page.sheet, note.sizeMm, "regular") - 8;
  return [
    word(title, LEFT, 16, { sizeMm: titleMm, weight: "bold" }),
    word(page.sheet, after, 16, note),
    word(cutText(measure, right, rightRoom, note), RIGHT, 16, { ...note, align: "end" }),
    lineMark(LEFT, 191, RIGHT, 191, 0.2, HAIRLINE),
    word(
      cutText(measure, planLine(stamp, text), room, { sizeMm: 2.8, weight: "bold" }),
      LEFT,
      195,
      { sizeMm: 2.8, weight: "bold" },
    ),
    word(cutText(measure, stampLine(stamp, text), room, small), LEFT, 199, small),
    word(
      cutText(
        measure,
        [city.attribution, text.book.projection].filter(Boolean).join(text.dot),
        room,
        small,
      ),
      LEFT,
      202.6,
      small,
    ),
    word(number, RIGHT, 202.6, { sizeMm: 2.8, align: "end" }),
  ];
}

type Legend = {
  readonly denominator: number;
  /** Roads that the overview counts by status; null on a sheet. */
  readonly counted: AdPlanDossier["roads"] | null;
};

/** Marks, patterns and the scale, in a strip below the map. */
export function bookLegend({ text }: BookDraft, { denominator, counted }: Legend): Mark[] {
  const { x, y, width } = legendBox;
  const { book, statuses } = text;
  const style = { sizeMm: 2.7 } as const;
  const step = 30.5;
  const counts = Map.groupBy(counted ?? [], ({ status }) => status);
  const count = (roads: number, at: number) =>
    word(book.roadCount(roads), at, y + 9.4, { sizeMm: 2.4, colour: INK_2 });
  const lines = (["short", "met", "dense", "unneeded"] as const).flatMap((status, i): Mark[] => {
    const left = x + i * step;
    const points = [left, y + 5.4, left + 9, y + 5.4];
    return [
      ...statusLine(status, [{ points, isClosed: false }], 0.9),
      word(statuses[status], left + 10.4, y + 5.4 + 1, style),
      ...(counted ? [count(counts.get(status)?.length ?? 0, left + 10.4)] : []),
    ];
  });
  const right = x + 4 * step;
  const frame = { colour: ZONE_LINE, widthMm: 0.25, dashMm: [1, 0.8] as const };
  const borderPoints = [right - 0.5, y + 11.6, right + 5.5, y + 11.6];
  const borderParts = [{ points: borderPoints, isClosed: false }];
  const bar = scaleBar({ x: x + width - 40, y: y + 5, denominator, longestMm: 34, sizeMm: 2.4 });
  return [
    word(`${book.legend}　${book.legendUnit}`, x, y + 1.6, { sizeMm: 2.4, colour: INK_2 }),
    ...lines,
    ...(counted
      ? []
      : [existingMark(right + 2, y + 0.8, 0.75), word(book.existing, right + 6, y + 1.8, style)]),
    ...siteMark("new", right + 2, y + 4.3, 1.4),
    word(book.proposedNew, right + 6, y + 5.3, style),
    ...siteMark("repair", right + 2, y + 8, 1.4),
    word(book.proposedRepair, right + 6, y + 9, style),
    ...(counted
      ? [{ kind: "path" as const, parts: borderParts, stroke: frame }]
      : zoneBand(borderParts, 2.4)),
    word(counted ? book.sheetFrame : book.zoneBorder, right + 6.6, y + 12.6, style),
    ...bar.marks,
    word(
      book.scale(denominator.toLocaleString("en-US").replaceAll(",", " ")),
      x + width - 40,
      y + 2.6,
      { sizeMm: 3.4, weight: "bold" },
    ),
  ];
}
