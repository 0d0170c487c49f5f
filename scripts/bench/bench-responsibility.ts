import { noFilter } from "../../domain/problem-filter.ts";
import { DutyMatrix } from "../../server/problem-index/duty-matrix.ts";
import { windowRecurrences } from "../../server/recurrence-index/window-recurrences.ts";
import type { LoadedCity } from "./loaded-city.ts";
import { quantile, rounded, timed } from "./quantiles.ts";

export type ResponsibilityFigures = {
  /** Every cell of lines by blocks over all reports, recurrences too, milliseconds. */
  readonly matrixMs: number;
  readonly lines: number;
  readonly blocks: number;
};

const ROUNDS = 21;

export function benchResponsibility({ problems, recurrence, now }: LoadedCity) {
  const ask = () => {
    const rows = problems.compile(noFilter, now);
    const matrix = new DutyMatrix(problems);
    matrix.countProblems(problems, rows);
    windowRecurrences(recurrence, rows, (territory, category, t) =>
      matrix.addRecurrence(territory, category, t),
    );
    matrix.sums();
    return matrix;
  };
  const { lines, blocks } = ask();
  const times = Array.from({ length: ROUNDS }, () => timed(ask));
  return {
    matrixMs: rounded(quantile(times, 0.5)),
    lines: lines.length,
    blocks: blocks.length,
  } satisfies ResponsibilityFigures;
}
