import { z } from "zod";
import { mannKendall, senSlope } from "../../domain/statistics/mann-kendall.ts";
import type { Suite } from "./suite.ts";

const Series = z.array(z.number());

export const mannKendallSuite: Suite = {
  folder: "recurrence/mannkendall",
  references: /^series\.json$/,
  answer: () => ({
    "series.json": {
      askedBy: ["name", "values"],
      // An exact p is given for information only; classing uses the normal one.
      notJudged: ["p_exact_no_ties"],
      rowsFor: (asked) =>
        asked.map(({ name, values }) => {
          const series = Series.parse(JSON.parse(values ?? ""));
          const { s, varS, tauB, z, p } = mannKendall(series);
          const sen = senSlope(series);
          return { name, values, n: series.length, S: s, varS, tau_b: tauB, z, p, sen };
        }),
    },
  }),
};
