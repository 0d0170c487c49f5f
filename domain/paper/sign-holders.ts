import { GENERAL_LINE, type SignRow } from "../sign.ts";
import { lineMark, type Mark } from "./mark.ts";
import { cutText, fittedSize } from "./paragraph.ts";
import { type Draft, INK, INK_2, LEFT, RIGHT, word } from "./sign-ink.ts";
import { holderWords } from "./sign-words.ts";

const HAIRLINE = "#c5cdd9";
const NAMES_X = 46.8;
const UNIT_MM = 5.5;

/** A row a role, the first the tallest, and the number to call. */
export function holderRows(draft: Draft): Mark[] {
  const { sign, text } = draft;
  const [top, bottom] = [91, 163];
  const unit = (bottom - top) / (sign.rows.length + 1.35);
  const marks: Mark[] = [];
  let y = top;
  sign.rows.forEach((row, i) => {
    const height = i === 0 ? 1.35 * unit : unit;
    const baseline = y + height / 2 + (i === 0 ? 4 : 2.8);
    marks.push(
      label(draft, text.roles[row.role], baseline),
      ...holderNames(draft, row, baseline, i === 0 ? 10.8 : 7.6),
    );
    y += height;
    marks.push(lineMark(LEFT, y, RIGHT, y, 0.2, HAIRLINE));
  });
  return [
    ...marks,
    ...phoneRow(draft, y + unit / 2 + 2.8),
    lineMark(LEFT, bottom, RIGHT, bottom, 0.7, INK),
  ];
}

function holderNames(
  { sign, text, measure }: Draft,
  row: SignRow,
  y: number,
  mostMm: number,
): Mark[] {
  const { name, detail } = holderWords(row, sign.facts, text);
  const widthMm = RIGHT - NAMES_X;
  const kept =
    detail === "" ? 0 : Math.min(measure(detail, UNIT_MM, "regular") + 4, 0.42 * widthMm);
  const size = { sizeMm: mostMm, leastMm: 5.6, widthMm: widthMm - kept };
  const sizeMm = fittedSize(measure, name, "bold", size);
  const shown = cutText(measure, name, widthMm - kept, { sizeMm, weight: "bold" });
  const x = NAMES_X + measure(shown, sizeMm, "bold") + 4;
  const marks: Mark[] = [
    word(shown, NAMES_X, y, {
      sizeMm,
      weight: row.holders.length === 0 ? "regular" : "bold",
      colour: row.holders.length === 0 ? INK_2 : INK,
    }),
  ];
  if (detail !== "") {
    const style = { sizeMm: UNIT_MM, weight: "regular" } as const;
    marks.push(word(cutText(measure, detail, RIGHT - x, style), x, y, { ...style, colour: INK_2 }));
  }
  return marks;
}

function label({ measure }: Draft, text: string, y: number): Mark {
  const widthMm = NAMES_X - LEFT - 2.5;
  const sizeMm = fittedSize(measure, text, "regular", { sizeMm: 5.8, leastMm: 3, widthMm });
  return word(text, LEFT, y, { sizeMm, colour: INK_2 });
}

function phoneRow(draft: Draft, y: number): Mark[] {
  const { sign, text, measure } = draft;
  const phone = sign.phone ?? text.sign.noPhone(GENERAL_LINE);
  const sizeMm = fittedSize(measure, phone, "bold", { sizeMm: 7.6, leastMm: 5, widthMm: 100 });
  const marks: Mark[] = [
    label(draft, text.sign.phone, y),
    word(phone, NAMES_X, y, { sizeMm, weight: "bold" }),
  ];
  if (sign.hours !== null && sign.phone !== null) {
    const x = NAMES_X + measure(phone, sizeMm, "bold") + 5;
    const style = { sizeMm: UNIT_MM, weight: "regular" } as const;
    marks.push(
      word(cutText(measure, sign.hours, RIGHT - x, style), x, y, { ...style, colour: INK_2 }),
    );
  }
  return marks;
}
