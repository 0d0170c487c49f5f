import type { Mark } from "../paper/mark.ts";

const INK = "#18212f";

/** North is up on every map of ours; `x`, `y` is the tip, `sizeMm` the height of the arrow. */
export function northArrow(x: number, y: number, sizeMm: number, word: string): Mark[] {
  const half = 0.3 * sizeMm;
  const points = [x, y, x + half, y + sizeMm, x, y + 0.78 * sizeMm, x - half, y + sizeMm];
  const parts = [{ points, isClosed: true }];
  return [
    { kind: "path", parts, fill: INK, stroke: { colour: "#ffffff", widthMm: 0.1 * sizeMm } },
    { kind: "path", parts, fill: INK },
    {
      kind: "text",
      text: word,
      x,
      y: y + 1.79 * sizeMm,
      sizeMm: 0.7 * sizeMm,
      weight: "bold",
      colour: INK,
      align: "middle",
      halo: { colour: "#ffffff", widthMm: 0.16 * sizeMm },
    },
  ];
}

type ScaleBar = {
  readonly x: number;
  /** Of the bar's upper edge. */
  readonly y: number;
  readonly denominator: number;
  readonly longestMm: number;
  readonly sizeMm: number;
};

/** Four parts, black and white in turn, of a round length on the ground. */
export function scaleBar({ x, y, denominator, longestMm, sizeMm }: ScaleBar): {
  readonly marks: readonly Mark[];
  readonly lengthM: number;
  readonly lengthMm: number;
} {
  const lengthM = roundLength((longestMm * denominator) / 1000);
  const lengthMm = (lengthM * 1000) / denominator;
  const height = 0.5 * sizeMm;
  const part = lengthMm / 4;
  const marks: Mark[] = [0, 1, 2, 3].map((i) => {
    const [left, right] = [x + i * part, x + (i + 1) * part];
    const points = [left, y, right, y, right, y + height, left, y + height];
    return {
      kind: "path",
      parts: [{ points, isClosed: true }],
      fill: i % 2 === 0 ? INK : "#ffffff",
      stroke: { colour: INK, widthMm: 0.07 * sizeMm, cap: "butt" },
    };
  });
  for (const i of [0, 2, 4]) {
    const metres = (lengthM * i) / 4;
    const isKm = lengthM >= 1000;
    const number = isKm ? String(metres / 1000) : String(metres);
    marks.push({
      kind: "text",
      text: i === 4 ? `${number} ${isKm ? "km" : "m"}` : number,
      x: x + i * part,
      y: y + height + 1.05 * sizeMm,
      sizeMm,
      weight: "regular",
      colour: INK,
      align: i === 0 ? "start" : i === 4 ? "middle" : "middle",
    });
  }
  return { marks, lengthM, lengthMm };
}

/** 1, 2 or 4 times a power of ten, so that a quarter of it is round too. */
function roundLength(mostM: number): number {
  const power = 10 ** Math.floor(Math.log10(mostM));
  return ([8, 4, 2, 1].find((step) => step * power <= mostM) ?? 1) * power;
}
