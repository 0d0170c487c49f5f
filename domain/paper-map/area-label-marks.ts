import type { BoxMm, Mark, MeasureText } from "../paper/mark.ts";
import { type AreaLabel, placeInArea } from "./area-labels.ts";
import type { TakenSpace } from "./taken-space.ts";

const NAME = "#1d2b45";
const LINE = "#33415a";

/** An area with its name and what stands below it; rank 0 is bold and always shown where it fits, rank 1 is thin. */
export type NamedArea = Pick<AreaLabel, "rings" | "anchor"> & {
  readonly rank: number;
  readonly name: string;
  readonly lines: readonly string[];
};

type Options = {
  readonly box: BoxMm;
  readonly unit: number;
  readonly taken: TakenSpace;
  readonly measure: MeasureText;
};

/** Names inside their areas: with all lines, else smaller, else the name alone, else none. */
export function areaLabelMarks(areas: readonly NamedArea[], options: Options): Mark[] {
  const { unit, measure, taken, box } = options;
  return [...areas]
    .sort((a, b) => a.rank - b.rank)
    .flatMap(({ rings, anchor, rank, name, lines }) => {
      const full = (rank === 0 ? 4.2 : 2.4) * unit;
      const sizes = [1, 0.8, 0.62].map((share) => full * share);
      const drafts = [
        ...sizes.map((nameMm) => ({ nameMm, lines })),
        ...(lines.length > 0 ? sizes.map((nameMm) => ({ nameMm, lines: [] })) : []),
      ];
      const forms = drafts.map(({ nameMm, lines: rest }) => blockOf(name, rest, nameMm, measure));
      const spot = placeInArea({ rings, anchor, forms }, box, taken);
      const draft = spot && drafts[spot.form];
      const block = spot && forms[spot.form];
      if (!spot || !draft || !block) return [];
      return blockMarks(name, draft, { x: spot.x, top: spot.y - block.height / 2, rank });
    });
}

type Draft = { readonly nameMm: number; readonly lines: readonly string[] };

function blockOf(name: string, lines: readonly string[], nameMm: number, measure: MeasureText) {
  const widths = [
    measure(name, nameMm, "bold"),
    ...lines.map((line) => measure(line, 0.74 * nameMm, "regular")),
  ];
  return {
    width: Math.max(...widths) + 0.4 * nameMm,
    height: 1.15 * nameMm + lines.length * 0.74 * 1.25 * nameMm,
  };
}

function blockMarks(
  name: string,
  { nameMm, lines }: Draft,
  { x, top, rank }: { readonly x: number; readonly top: number; readonly rank: number },
): Mark[] {
  const mark = { kind: "text", x, align: "middle" } as const;
  const halo = (sizeMm: number) => ({ colour: "#ffffff", widthMm: 0.3 * sizeMm });
  const lineMm = 0.74 * nameMm;
  return [
    {
      ...mark,
      text: name,
      y: top + 0.95 * nameMm,
      sizeMm: nameMm,
      weight: rank === 0 ? "bold" : "regular",
      colour: rank === 0 ? NAME : LINE,
      halo: halo(nameMm),
    },
    ...lines.map((text, i): Mark => {
      const y = top + 1.15 * nameMm + (i + 0.95) * 1.25 * lineMm;
      return {
        ...mark,
        text,
        y,
        sizeMm: lineMm,
        weight: "regular",
        colour: LINE,
        halo: halo(lineMm),
      };
    }),
  ];
}
