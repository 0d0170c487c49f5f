import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { emergingHotSpots, zOfBins } from "../../domain/hot-spots/emerging-hot-spots.ts";
import { hotSpotPattern, trendDirections } from "../../domain/hot-spots/hot-spot-pattern.ts";
import { spaceTimeCube } from "../../domain/hot-spots/space-time-cube.ts";
import { readReferenceTable } from "./reference-table.ts";
import type { Suite } from "./suite.ts";

const Params = z.object({
  rows: z.number().int(),
  cols: z.number().int(),
  steps: z.number().int(),
  time_lag: z.number().int(),
  alpha_bin: z.number(),
  alpha_trend: z.number(),
});
type Params = z.infer<typeof Params>;

const Steps = z.array(z.number().int());

export const emergingHotSpotsSuite: Suite = {
  folder: "recurrence/ehsa",
  references: /^(expected.*\.csv|classification_vectors\.json)$/,
  answer(folder) {
    const params = Params.parse(JSON.parse(readFileSync(join(folder, "params.json"), "utf8")));
    const { rows, cols, steps, time_lag, alpha_bin, alpha_trend } = params;
    const cells = rows * cols;
    const values = new Float64Array(cells * steps);
    for (const { loc, t, value } of readReferenceTable(join(folder, "cube.csv"))) {
      values[Number(loc) * steps + Number(t)] = Number(value);
    }
    const adjacent = queenNeighbours(params);
    const { bins, cells: found } = emergingHotSpots(spaceTimeCube(steps, values, adjacent), {
      timeLag: time_lag,
      alphaBin: alpha_bin,
      alphaTrend: alpha_trend,
    });
    const ofStep = Array.from({ length: steps }, (_, step) => {
      const slice = Float64Array.from(
        { length: cells },
        (_, cell) => values[cell * steps + step] ?? 0,
      );
      return zOfBins(spaceTimeCube(1, slice, adjacent), 0);
    });
    const eachBin = <Row>(row: (cell: number, step: number) => Row) =>
      Array.from({ length: cells * steps }, (_, i) => row(i % cells, Math.floor(i / cells)));
    return {
      "expected_bins.csv": {
        rows: eachBin((cell, step) => ({
          loc: cell,
          t: step,
          z: bins.z[cell * steps + step],
          p: bins.p[cell * steps + step],
          p_bh: bins.adjustedP[cell * steps + step],
          h: bins.h[cell * steps + step],
        })),
      },
      "expected_bins_individual_step_nolag.csv": {
        rows: eachBin((cell, step) => ({ loc: cell, t: step, z: ofStep[step]?.[cell] })),
      },
      "expected_locations.csv": {
        rows: found.map(({ trend, pattern }, loc) => ({
          loc,
          mk_S: trend.s,
          mk_varS: trend.varS,
          mk_tau: trend.tauB,
          mk_z: trend.z,
          mk_p: trend.p,
          category: pattern,
        })),
      },
      "classification_vectors.json": {
        askedBy: ["pattern", "h", "trend"],
        rowsFor: (asked) =>
          asked.map(({ pattern, h, trend }) => ({
            pattern,
            h,
            trend,
            expected: hotSpotPattern(
              Steps.parse(JSON.parse(h ?? "")),
              z.enum(trendDirections).parse(trend),
            ),
          })),
      },
    };
  },
};

function queenNeighbours({ rows, cols }: Params): number[][] {
  return Array.from({ length: rows * cols }, (_, cell) => {
    const [row, col] = [Math.floor(cell / cols), cell % cols];
    const near: number[] = [];
    for (let r = Math.max(0, row - 1); r <= Math.min(rows - 1, row + 1); r++) {
      for (let c = Math.max(0, col - 1); c <= Math.min(cols - 1, col + 1); c++) {
        if (r !== row || c !== col) near.push(r * cols + c);
      }
    }
    return near;
  });
}
