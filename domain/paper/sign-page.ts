import { dutyListOf, GENERAL_LINE, signKind } from "../sign.ts";
import { type BoxMm, boxMark, lineMark, type Mark, type MeasureText } from "./mark.ts";
import { cutText, fittedSize } from "./paragraph.ts";
import { holderRows } from "./sign-holders.ts";
import { BLUE, type Draft, INK, INK_2, LEFT, LINE_BLUE, RIGHT, word } from "./sign-ink.ts";
import { endName } from "./sign-words.ts";

/** Where the map and the QR code go; both are drawn by others. */
export const signMapBox: BoxMm = { x: 121, y: 172.5, width: 74, height: 56 };
export const signQrBox = { x: LEFT, y: 252.4, sideMm: 41 } as const;

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
  const title = text.sign.titles[signKind(sign)];
  // Chinese headings are set wide; spaced Latin letters fall apart.
  const spacing = /\p{Script=Han}/u.test(title) ? 1 / 9 : 0;
  const widest = measure(title, 1, "bold") + spacing * ([...title].length - 1);
  const sizeMm = Math.min(17.6, (RIGHT - LEFT) / widest);
  const line = cutText(measure, text.sign.cityLine(sign.city), 170, {
    sizeMm: 6.2,
    weight: "regular",
  });
  return [
    boxMark({ x: 0, y: 0, width: 210, height: 51 }, { fill: BLUE }),
    word(line, LEFT, 17, { sizeMm: 6.2, colour: "#dbe5f3", spacingMm: 0.25 }),
    word(title, LEFT, 38.6, {
      sizeMm,
      weight: "bold",
      colour: "#ffffff",
      spacingMm: spacing * sizeMm,
    }),
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

function dutyList({ sign, text, measure }: Draft): Mark[] {
  const lines = sign.responsibilities ?? text.sign.responsibilities[dutyListOf(sign)];
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
    word(text.sign.mapCaption[signKind(sign)], RIGHT, signMapBox.y + signMapBox.height + 6.6, {
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
  const scan = text.sign.scan[signKind(sign)];
  const x = 62.5;
  const small = { sizeMm: 3.6, weight: "regular" } as const;
  const detail = text.sign.scanDetail;
  const fit = { sizeMm: 5.7, leastMm: 4, widthMm: RIGHT - x };
  const title = { sizeMm: 8.4, leastMm: 5, widthMm: RIGHT - x };
  return [
    boxMark({ x: 0, y: 248.2, width: 210, height: 48.8 }, { fill: "#eef1f8" }),
    lineMark(0, 248.2, 210, 248.2, 0.6, BLUE),
    word(scan, x, 266, {
      sizeMm: fittedSize(measure, scan, "bold", title),
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
