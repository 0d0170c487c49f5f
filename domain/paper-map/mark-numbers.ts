import type { Mark, MeasureText } from "../paper/mark.ts";
import type { MapFrame } from "./map-frame.ts";
import { type Disc, discsOfText, type TakenSpace } from "./taken-space.ts";

type Spot = { readonly x: number; readonly y: number };
type Style = {
  readonly measure: MeasureText;
  readonly sizeMm: number;
  /** Of the marks that the numbers stand beside. */
  readonly markMm: number;
  readonly colour: string;
};

/** Numbers further away than this are tied to their marks. */
const TIED_FROM_MM = 1.6;

/**
 * A number beside each mark, none over another or over what is taken: close by where there is room, else further away
 * with a line to its mark. What they stand on is taken; the marks themselves are to be taken before.
 */
export function markNumbers(
  numbers: readonly (Spot & { readonly number: number })[],
  { box }: MapFrame,
  taken: TakenSpace,
  { measure, sizeMm, markMm, colour }: Style,
): Mark[] {
  const halo = { colour: "#ffffff", widthMm: 0.34 * sizeMm };
  const ties: Mark[] = [];
  const words = numbers.map(({ number, x, y }): Mark => {
    const text = String(number);
    const width = measure(text, sizeMm, "bold");
    const height = 0.78 * sizeMm;
    const stand = freeStand({ x, y }, width, height, { markMm, taken, reach: box.width });
    taken.take(discsOf(stand, width, height));
    if (stand.gap > TIED_FROM_MM) {
      const points = [x, y, stand.x, stand.y];
      ties.push({
        kind: "path",
        parts: [{ points, isClosed: false }],
        stroke: { colour, widthMm: 0.15 },
      });
    }
    return {
      kind: "text",
      text,
      x: stand.x,
      y: stand.y + 0.36 * sizeMm,
      sizeMm,
      weight: "bold",
      colour,
      align: "middle",
      halo,
    };
  });
  return [...ties, ...words];
}

type Stand = Spot & { readonly gap: number };

/** Right of the mark first, then round about it; each round a little further out. */
function freeStand(
  { x, y }: Spot,
  width: number,
  height: number,
  { markMm, taken, reach }: { markMm: number; taken: TakenSpace; reach: number },
): Stand {
  for (let gap = 0.25; gap < reach; gap = 1.25 * gap + 0.35) {
    const steps = Math.max(12, Math.round(4 * gap));
    for (let i = 0; i < steps; i++) {
      const angle = (2 * Math.PI * i) / steps;
      const stand = {
        x: x + Math.cos(angle) * (markMm + gap + width / 2),
        y: y + Math.sin(angle) * (markMm + gap + height / 2),
        gap,
      };
      if (taken.isFree(discsOf(stand, width, height))) return stand;
    }
  }
  return { x: x + markMm + width / 2, y, gap: 0 };
}

function discsOf({ x, y }: Spot, width: number, height: number): Disc[] {
  return discsOfText(x, y, width, height, 0);
}
