import { type HotSpotPattern, hotSpotPatterns } from "../../domain/hot-spots/hot-spot-pattern.ts";

/** What a pattern is drawn and named by: which way it differs, and how over time. */
export type DrawnPattern = Exclude<HotSpotPattern, "no_pattern">;
export type PatternSide = "hot" | "cold";
export type PatternCourse =
  | "new"
  | "consecutive"
  | "intensifying"
  | "persistent"
  | "diminishing"
  | "sporadic"
  | "oscillating"
  | "historical";

/** In the order of legends: hot before cold, the newest first. */
export const drawnPatterns = hotSpotPatterns.filter(
  (pattern): pattern is DrawnPattern => pattern !== "no_pattern",
);

export function partsOf(pattern: DrawnPattern): { course: PatternCourse; side: PatternSide } {
  const [course, side] = pattern.split("_") as [PatternCourse, PatternSide];
  return { course, side };
}

/** Line in the unit square, x right and y up. */
export type UnitLine = readonly (readonly [x: number, y: number])[];

/** Fill and lines tell the courses apart without colour: hue is for hot and cold alone. */
export type CourseStyle = {
  readonly fillOpacity: number;
  readonly hatch: readonly UnitLine[];
  readonly outlineWidth: number;
  readonly isDashed: boolean;
};

const PLAIN = { hatch: [], outlineWidth: 1.4, isDashed: false } as const;

export const courseStyles: Readonly<Record<PatternCourse, CourseStyle>> = {
  new: { ...PLAIN, fillOpacity: 0.12, outlineWidth: 3.4 },
  consecutive: { ...PLAIN, fillOpacity: 0.22, hatch: rows(5) },
  intensifying: { ...PLAIN, fillOpacity: 0.4, hatch: rising(7), outlineWidth: 2.2 },
  persistent: { ...PLAIN, fillOpacity: 0.55 },
  diminishing: { ...PLAIN, fillOpacity: 0.22, hatch: rising(5).map(mirrored) },
  sporadic: { ...PLAIN, fillOpacity: 0.08, hatch: dots(4) },
  oscillating: { ...PLAIN, fillOpacity: 0.12, hatch: zigzags(3, 6) },
  historical: { ...PLAIN, fillOpacity: 0, isDashed: true, outlineWidth: 1.8 },
};

function rows(count: number): UnitLine[] {
  return steps(count).map((y) => [
    [0, y],
    [1, y],
  ]);
}

/** Lines at 45°, cut at the square's border. */
function rising(count: number): UnitLine[] {
  return steps(count).map((at) => {
    const shift = 2 * at - 1;
    return shift < 0
      ? [
          [0, -shift],
          [1 + shift, 1],
        ]
      : [
          [shift, 0],
          [1, 1 - shift],
        ];
  });
}

function mirrored(line: UnitLine): UnitLine {
  return line.map(([x, y]) => [1 - x, y]);
}

/** Short strokes in a grid, every other row shifted. */
function dots(count: number): UnitLine[] {
  const half = 0.03;
  return steps(count).flatMap((y, row) =>
    steps(count).map((x): UnitLine => {
      const at = x + (row % 2 === 0 ? -1 : 1) / (4 * count);
      return [
        [at - half, y],
        [at + half, y],
      ];
    }),
  );
}

function zigzags(count: number, turns: number): UnitLine[] {
  const rise = 0.09;
  return steps(count).map((y) =>
    Array.from({ length: turns + 1 }, (_, i) => [i / turns, y + (i % 2 === 0 ? -rise : rise)]),
  );
}

/** The middles of equal parts of the unit. */
function steps(count: number): number[] {
  return Array.from({ length: count }, (_, i) => (i + 0.5) / count);
}
