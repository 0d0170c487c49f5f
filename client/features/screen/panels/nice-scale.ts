/** Where an axis begins and ends, and the values that are written beside it. */
export type NiceScale = { readonly from: number; readonly to: number; readonly marks: number[] };

const STEPS = [1, 2, 5, 10];

/** Round whole numbers about all values, three or four of them; an axis of what changes little need not begin at 0. */
export function niceScale(values: readonly number[]): NiceScale {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const rough = Math.max(1, (most - least) / 2);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(1, (STEPS.find((each) => each * power >= rough) ?? 10) * power);
  const from = Math.max(0, Math.floor(least / step) * step);
  const to = Math.max(from + 2 * step, Math.ceil(most / step) * step);
  const marks: number[] = [];
  for (let mark = from; mark <= to; mark += step) marks.push(mark);
  return { from, to, marks };
}
