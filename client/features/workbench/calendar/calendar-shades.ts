/** Counts in few shades: 0 has its own, the others are ranges of one width, the last one up to the highest count. */
export type Shades = {
  /** Lower and upper count of each shade above 0; empty without counts. */
  readonly ranges: readonly (readonly [low: number, high: number])[];
  /** 0 for none, then 1 … */
  shadeOf(count: number): number;
};

/** Shades above 0; with 0 there are six. */
const MOST = 5;
/** Widths that read well, times a power of ten. */
const WIDTHS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10] as const;

export function calendarShades(counts: readonly number[]): Shades {
  const top = Math.max(0, ...counts);
  const width = top <= MOST ? 1 : readableWidth(top / MOST);
  const shadeOf = (count: number) => Math.ceil(count / width);
  const ranges = Array.from({ length: shadeOf(top) }, (_, i) => {
    return [i * width + 1, Math.min(top, (i + 1) * width)] as const;
  });
  return { ranges, shadeOf };
}

/** The next readable whole number. */
function readableWidth(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const width = WIDTHS.map((each) => Math.ceil(each * power)).find((each) => each >= least);
  return width ?? 10 * power;
}
