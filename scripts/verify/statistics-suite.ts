import { join } from "node:path";
import { z } from "zod";
import { fitPrior, PriorSums } from "../../domain/recurrence/fit-prior.ts";
import { adjustedP } from "../../domain/statistics/benjamini-hochberg.ts";
import { gammaQuantile, gammaTail } from "../../domain/statistics/gamma-distribution.ts";
import { laplaceTrend } from "../../domain/statistics/laplace-trend.ts";
import { wilsonInterval } from "../../domain/statistics/wilson-interval.ts";
import { type ReferenceRow, readReferenceTable } from "./reference-table.ts";
import type { Suite } from "./suite.ts";

/** A series of one is written as a number. */
const Numbers = z.union([z.array(z.number()), z.number().transform((value) => [value])]);

export const statisticsSuite: Suite = {
  folder: "recurrence/stats",
  references: /^(wilson|bh|gamma_tail)\.csv$|^(laplace|prior_expected)\.json$/,
  answer: (folder) => ({
    "wilson.csv": {
      askedBy: ["x", "n"],
      rowsFor: (asked) =>
        asked.map(({ x, n }) => {
          const interval = wilsonInterval(Number(x), Number(n));
          const [lo, hi] = [interval?.low ?? null, interval?.high ?? null];
          return { x: Number(x), n: Number(n), lo, hi };
        }),
    },
    "bh.csv": {
      askedBy: ["p"],
      rowsFor: (asked) => {
        const adjusted = adjustedP(Float64Array.from(asked, ({ p }) => Number(p)));
        return asked.map(({ p }, i) => ({ p: Number(p), bh: adjusted[i] }));
      },
    },
    "gamma_tail.csv": {
      askedBy: ["shape", "rate", "x"],
      rowsFor: (asked) =>
        asked.map((row) => {
          const [shape, rate, x] = [Number(row.shape), Number(row.rate), Number(row.x)];
          const q10 = gammaQuantile(shape, rate, 0.1);
          return { shape, rate, x, sf: gammaTail(shape, rate, x), q10 };
        }),
    },
    "laplace.json": {
      askedBy: ["t", "a", "T"],
      rowsFor: (asked) =>
        asked.map((row) => {
          const times = Numbers.parse(JSON.parse(row.t ?? ""));
          const mean = times.reduce((sum, time) => sum + time, 0) / times.length;
          const [a, end] = [Number(row.a), Number(row.T)];
          return { t: row.t, a, T: end, U: laplaceTrend(mean, times.length, a, end) };
        }),
    },
    "prior_expected.json": {
      askedBy: ["case", "r", "A"],
      rowsFor: (asked) => asked.map((row) => ({ ...row, ...fitted(row, folder) })),
    },
  }),
};

/** The case that brings no numbers is about prior_input.csv. */
function fitted(row: ReferenceRow, folder: string) {
  const sums = new PriorSums();
  if (row.r && row.A) {
    const exposures = Numbers.parse(JSON.parse(row.A));
    Numbers.parse(JSON.parse(row.r)).forEach((r, i) => {
      sums.add(r, exposures[i] ?? 0);
    });
  } else {
    for (const { r, A } of readReferenceTable(join(folder, "prior_input.csv"))) {
      sums.add(Number(r), Number(A));
    }
  }
  const prior = fitPrior(sums);
  const m = sums.r / sums.A;
  return { m, alpha: prior?.alpha ?? null, beta: prior?.betaDays ?? null };
}
