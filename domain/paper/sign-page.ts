import { GENERAL_LINE, type Sign, type SignRow } from "../sign.ts";
import type { PapersText } from "../text/papers-zh-cn.ts";
import {
  type BoxMm,
  boxMark,
  lineMark,
  type Mark,
  type MeasureText,
  type TextMark,
} from "./mark.ts";
import { cutText, fittedSize } from "./paragraph.ts";

/** Colours and measures of the board; it must read in black and white, so nothing hangs on the blue. */
const INK = "#18212f";
const INK_2 = "#33415a";
const BLUE = "#143a75";
const LINE_BLUE = "#174f9c";
const HAIRLINE = "#c5cdd9";

const LEFT = 15;
const RIGHT = 195;
const NAMES_X = 46.8;
const UNIT_MM = 5.5;

/** Where the map and the QR code go; both are drawn by others. */
export const signMapBox: BoxMm = { x: 121, y: 172.5, width: 74, height: 56 };
export const signQrBox = { x: LEFT, y: 252.4, sideMm: 41 } as const;

type Draft = { readonly sign: Sign; readonly text: PapersText; readonly measure: MeasureText };

/** An A4 board upright, without its map and QR code. Larger sheets are the same, enlarged. */
export function signPage(draft: Draft): Mark[] {
  return [
    ...band(draft),
    ...heading(draft),
    ...holderRows(draft),
    ...dutyList(draft),
    ...footer(draft),
  ];
}

function band({ sign, text, measure }: Draft): Mark[] {
  const { facts } = sign;
  const title = text.sign.titles[facts.type === "section" ? "section" : facts.level];
  const sizeMm = fittedSize(measure, title, "bold", { sizeMm: 17.6, leastMm: 9, widthMm: 165 });
  const line = cutText(measure, text.sign.cityLine(sign.city), 175, {
    sizeMm: 6.2,
    weight: "regular",
  });
  return [
    boxMark({ x: 0, y: 0, width: 210, height: 51 }, { fill: BLUE }),
    word(line, LEFT, 17, { sizeMm: 6.2, colour: "#dbe5f3", spacingMm: 0.25 }),
    word(title, LEFT, 38.6, { sizeMm, weight: "bold", colour: "#ffffff", spacingMm: sizeMm / 9 }),
  ];
}

function heading({ sign, text, measure }: Draft): Mark[] {
  const { facts } = sign;
  const number = cutText(measure, text.sign.number(sign.id), 60, {
    sizeMm: 5.6,
    weight: "regular",
  });
  const widthMm = RIGHT - LEFT - measure(number, 5.6, "regular") - 6;
  const name = sign.name ?? text.sign.unnamedRoad;
  const sizeMm = fittedSize(measure, name, "bold", { sizeMm: 13.5, leastMm: 7, widthMm });
  const size =
    facts.type === "section"
      ? `${text.classes[facts.class]} ${text.sign.length(facts.lengthM)}`
      : text.sign.area(facts.areaM2);
  const room = RIGHT - LEFT - measure(size, 6.4, "regular") - 8;
  return [
    word(cutText(measure, name, widthMm, { sizeMm, weight: "bold" }), LEFT, 71.8, {
      sizeMm,
      weight: "bold",
    }),
    word(number, RIGHT, 71.8, { sizeMm: 5.6, colour: INK_2, align: "end" }),
    ...placeLine({ sign, text, measure }, room),
    word(size, RIGHT, 83, { sizeMm: 6.4, colour: INK_2, align: "end" }),
    lineMark(LEFT, 91, RIGHT, 91, 0.7, INK),
  ];
}

/** From where to where a section goes, or what a zone holds. */
function placeLine({ sign: { facts }, text, measure }: Draft, widthMm: number): Mark[] {
  if (facts.type === "zone") {
    const words = [
      ...facts.within,
      text.sign.holds(facts.communities, facts.cells, facts.sections),
    ].join("　");
    const sizeMm = fittedSize(measure, words, "regular", { sizeMm: 6.4, leastMm: 4.6, widthMm });
    return [
      word(cutText(measure, words, widthMm, { sizeMm, weight: "regular" }), LEFT, 83, { sizeMm }),
    ];
  }
  const [from, to] = [facts.from, facts.to].map((end) => endName(end, text));
  const lineMm = Math.min(51, Math.max(14, widthMm - 80));
  const each = (widthMm - lineMm - 9) / 2;
  const style = { sizeMm: 7, weight: "regular" } as const;
  const [first, last] = [from ?? "", to ?? ""].map((name) => cutText(measure, name, each, style));
  const x0 = LEFT + measure(first ?? "", 7, "regular") + 6.5;
  const ring = (x: number): Mark => ({
    kind: "circle",
    x,
    y: 80.6,
    radius: 1.8,
    fill: "#ffffff",
    stroke: { colour: LINE_BLUE, widthMm: 1 },
  });
  return [
    word(first ?? "", LEFT, 83, { sizeMm: 7 }),
    lineMark(x0, 80.6, x0 + lineMm, 80.6, 1.2, LINE_BLUE),
    ring(x0),
    ring(x0 + lineMm),
    word(last ?? "", x0 + lineMm + 6.5, 83, { sizeMm: 7 }),
  ];
}

type End = Extract<Sign["facts"], { type: "section" }>["from"];

/** The name of the widest road that is met, or a word for what else there is. */
export function endName(end: End, text: PapersText): string {
  return end.kind === "road" ? (end.names[0] ?? text.sign.ends.junction) : text.sign.ends[end.kind];
}

function holderRows(draft: Draft): Mark[] {
  const { sign, text } = draft;
  const [top, bottom] = [91, 163];
  const unit = (bottom - top) / (sign.rows.length + 1.35);
  const marks: Mark[] = [];
  let y = top;
  sign.rows.forEach((row, i) => {
    const height = i === 0 ? 1.35 * unit : unit;
    const baseline = y + height / 2 + (i === 0 ? 4 : 2.8);
    marks.push(
      word(text.roles[row.role], LEFT, baseline, { sizeMm: 5.8, colour: INK_2 }),
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
  { role, holders }: SignRow,
  y: number,
  mostMm: number,
): Mark[] {
  const { facts } = sign;
  const words = holderWords(holders, text);
  const isCounted = facts.type === "zone" && role === "grid-worker" && facts.gridWorkers > 1;
  const name = isCounted ? text.sign.workers(facts.gridWorkers) : words.name;
  const detail = isCounted ? "" : words.detail;
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
      weight: holders.length === 0 ? "regular" : "bold",
      colour: holders.length === 0 ? INK_2 : INK,
    }),
  ];
  if (detail !== "") {
    const style = { sizeMm: UNIT_MM, weight: "regular" } as const;
    marks.push(word(cutText(measure, detail, RIGHT - x, style), x, y, { ...style, colour: INK_2 }));
  }
  return marks;
}

const NAMED_MOST = 3;

/** Persons with their units behind; units alone where no person is named; nobody: 待明确. */
export function holderWords(
  holders: SignRow["holders"],
  { sign }: PapersText,
): { readonly name: string; readonly detail: string } {
  if (holders.length === 0) return { name: sign.nobody, detail: "" };
  const distinct = (words: readonly (string | null)[]) => [
    ...new Set(words.filter((each) => each !== null)),
  ];
  const persons = distinct(holders.map(({ person }) => person));
  const units = distinct(holders.map(({ unit }) => unit));
  const areas = distinct(holders.map(({ area }) => area));
  const joined = (words: readonly string[]) =>
    words.slice(0, NAMED_MOST).join(sign.separator) +
    (words.length > NAMED_MOST ? sign.andMore(words.length) : "");
  if (persons.length === 0) return { name: joined(units), detail: joined(areas) };
  return { name: joined(persons), detail: joined(units.length > 0 ? units : areas) };
}

function phoneRow({ sign, text, measure }: Draft, y: number): Mark[] {
  const phone = sign.phone ?? text.sign.noPhone(GENERAL_LINE);
  const sizeMm = fittedSize(measure, phone, "bold", { sizeMm: 7.6, leastMm: 5, widthMm: 100 });
  const marks: Mark[] = [
    word(text.sign.phone, LEFT, y, { sizeMm: 5.8, colour: INK_2 }),
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

function dutyList({ sign, text, measure }: Draft): Mark[] {
  const lines = sign.responsibilities ?? text.sign.responsibilities[sign.facts.type];
  const widthMm = signMapBox.x - LEFT - 14;
  const pitch = Math.min(10.7, 47 / Math.max(1, lines.length - 1));
  const longest = Math.min(...lines.map((line) => fitted(measure, line, widthMm, pitch)), 5.4);
  return [
    word(text.sign.duties, LEFT, 179.2, { sizeMm: 7, weight: "bold" }),
    ...lines.flatMap((line, i) => {
      const y = 191 + i * pitch;
      const shown = cutText(measure, line, widthMm, { sizeMm: longest, weight: "regular" });
      return [
        word(String(i + 1), LEFT, y, { sizeMm: longest, weight: "bold", colour: LINE_BLUE }),
        word(shown, LEFT + 7.4, y, { sizeMm: longest }),
      ];
    }),
    word(text.sign.mapCaption[sign.facts.type], RIGHT, signMapBox.y + signMapBox.height + 6.6, {
      sizeMm: 4.6,
      colour: INK_2,
      align: "end",
    }),
  ];
}

function fitted(measure: MeasureText, line: string, widthMm: number, pitch: number): number {
  const sizeMm = Math.min(5.4, 0.62 * pitch);
  return fittedSize(measure, line, "regular", { sizeMm, leastMm: 4, widthMm });
}

function footer({ sign, text, measure }: Draft): Mark[] {
  const { type } = sign.facts;
  const x = 62.5;
  const small = { sizeMm: 3.6, weight: "regular" } as const;
  const detail = text.sign.scanDetail[type];
  const fit = { sizeMm: 5.7, leastMm: 4, widthMm: RIGHT - x };
  const title = { sizeMm: 8.4, leastMm: 5, widthMm: RIGHT - x };
  return [
    boxMark({ x: 0, y: 248.2, width: 210, height: 48.8 }, { fill: "#eef1f8" }),
    lineMark(0, 248.2, 210, 248.2, 0.6, BLUE),
    word(text.sign.scan[type], x, 266, {
      sizeMm: fittedSize(measure, text.sign.scan[type], "bold", title),
      weight: "bold",
    }),
    word(detail, x, 275.6, { sizeMm: fittedSize(measure, detail, "regular", fit), colour: INK_2 }),
    word(text.sign.call(GENERAL_LINE), x, 284, { sizeMm: 5.7, colour: INK_2 }),
    word(cutText(measure, sign.address, 108, small), x, 291.6, { ...small, colour: INK_2 }),
    word(sign.month, RIGHT, sign.isDemo ? 285.4 : 291.6, {
      sizeMm: 4.4,
      colour: INK_2,
      align: "end",
    }),
    ...(sign.isDemo
      ? [word(text.demo, RIGHT, 291.6, { sizeMm: 4.4, colour: INK_2, align: "end" as const })]
      : []),
  ];
}

function word(
  text: string,
  x: number,
  y: number,
  style: Partial<Omit<TextMark, "kind" | "text">> & { readonly sizeMm: number },
): TextMark {
  return { kind: "text", text, x, y, weight: "regular", colour: INK, ...style };
}
