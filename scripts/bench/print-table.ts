import type { BenchFigures } from "./bench-size.ts";
import { printAligned } from "./print-aligned.ts";

type Line = {
  readonly what: string;
  readonly measured: (figures: BenchFigures) => string;
  readonly budget?: string;
};

const lines: readonly Line[] = [
  {
    what: "rows in memory → ready index",
    measured: ({ indexMs }) => `${indexMs} ms`,
    budget: "≤ 8000 ms at 1 M",
  },
  {
    what: "bytes a problem",
    measured: ({ bytesPerProblem }) => String(bytesPerProblem),
    budget: "≤ 120 at 1 M",
  },
  {
    what: "clusters of a view, any filter, p50 / p99",
    measured: ({ clusters }) => `${clusters.p50Ms} / ${clusters.p99Ms} ms`,
    budget: "≤ 15 / 60 ms at 1 M",
  },
  ...[0, 1, 2, 3, 4].map((i): Line => {
    const kept = [100, 25, 5, 1, 0.1][i] ?? 0;
    return {
      what: `  keeping ${kept} %: view; times faster than a rebuild of supercluster`,
      measured: ({ clusters }) => {
        const share = clusters.byShareKept[i];
        return share ? `${share.p50Ms} ms; ${share.ratio}×` : "";
      },
      ...(kept >= 25 && { budget: "≥ 50× at 1 M" }),
    };
  }),
  {
    what: "recurrence: places and episodes built",
    measured: ({ recurrence }) => `${recurrence.buildMs} ms`,
    budget: "≤ 6000 ms at 1 M",
  },
  {
    what: "recurrence: priors of all categories fitted",
    measured: ({ recurrence }) => `${recurrence.fitMs} ms`,
  },
  {
    what: "recurrence: top 200 + cells, any filter, p50 / p99",
    measured: ({ recurrence }) => `${recurrence.p50Ms} / ${recurrence.p99Ms} ms`,
    budget: "≤ 15 / 50 ms at 1 M",
  },
  {
    what: "recurrence: one report taken in, p50 / p99",
    measured: ({ recurrence }) => `${recurrence.eventUs} / ${recurrence.eventP99Us} µs`,
    budget: "p99 ≤ 1000 µs",
  },
  {
    what: "heat tile, p50 / p99",
    measured: ({ heat }) => `${heat.p50Ms} / ${heat.p99Ms} ms`,
    budget: "p50 ≤ 30 ms",
  },
  {
    what: "  of that on the event loop, p50 / p99",
    measured: ({ heat }) => `${heat.loopP50Ms} / ${heat.loopP99Ms} ms`,
  },
  {
    what: "point → everyone who answers, p50",
    measured: ({ dutyAt }) => `${dutyAt.p50Us} µs of ${dutyAt.duties} duties`,
    budget: "≤ 50 µs",
  },
  {
    what: "matrix of lines and blocks",
    measured: ({ responsibility }) => `${responsibility.matrixMs} ms`,
    budget: "≤ 30 ms at 1 M",
  },
  {
    what: "walls: standings in slices / news / hours of today",
    measured: ({ wallReads: { standingsMs, recentMs, hoursMs } }) =>
      `${standingsMs} / ${recentMs} / ${hoursMs} ms`,
  },
  {
    what: "  main thread held up at most",
    measured: ({ wallReads }) => `${wallReads.heldUpMs} ms`,
    budget: "≤ 50 ms at 1 M",
  },
  {
    what: "ads: roads of a real network built",
    measured: ({ ads }) => (ads ? `${ads.roadsMs} ms of ${ads.edges} edges` : "–"),
    budget: "≤ 4000 ms",
  },
  {
    what: "ads: audit of 20,000",
    measured: ({ ads }) => (ads ? `${ads.auditMs} ms` : "–"),
    budget: "≤ 1000 ms",
  },
  ...(["count", "cost"] as const).flatMap((objective): Line[] => [
    {
      what: `ads: plan of least ${objective}, proven; main thread held up`,
      measured: ({ ads }) => {
        const plan = ads?.box[objective];
        return plan
          ? `${plan.planMs} ms, ${plan.isProven ? "yes" : "no"}; ${plan.loopMaxMs} ms`
          : "–";
      },
      budget: objective === "count" ? "≤ 5000 ms; ≤ 50 ms" : "≤ 30000 ms; ≤ 50 ms",
    },
    {
      what: "  greedy beside it: more left undone, more used",
      measured: ({ ads }) => {
        const plan = ads?.box[objective];
        return plan ? `${plan.greedyMoreUnmet} %, ${plan.greedyMoreValue} %` : "–";
      },
    },
  ]),
  {
    what: "SQLite: rows in / out",
    measured: ({ sqlite }) => (sqlite ? `${sqlite.writeMs} / ${sqlite.readMs} ms` : "–"),
  },
];

/** All sizes side by side. */
export function printTable(sizes: readonly BenchFigures[]): void {
  printAligned([
    ["", ...sizes.map((size) => `${size.rows.toLocaleString("en-US")} problems`), ""],
    ...lines.map(({ what, measured, budget = "" }) => [what, ...sizes.map(measured), budget]),
  ]);
}
