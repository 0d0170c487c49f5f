import { printAligned } from "../print-aligned.ts";
import { quantile } from "../quantiles.ts";
import type { ScreenFigures } from "./bench-wall.ts";
import type { ChangeFigures, FrameFigures } from "./screen-figures.ts";

type Line = readonly [what: string, measured: (figures: ScreenFigures) => string, budget?: string];

const ms = (value: number) => (Number.isFinite(value) ? value.toFixed(1) : "–");
const frames = ({ count, p50Ms, p95Ms, maxMs, p50WorkMs }: FrameFigures) =>
  `${ms(p50Ms)} / ${ms(p95Ms)} / ${ms(maxMs)} ms of ${count}; ${ms(p50WorkMs)} ms`;

const lines: readonly Line[] = [
  ["window", ({ size }) => size],
  ["a scene stands, script of a picture, p50 / p95 / max; processor p50", () => ""],
  ["  a map drawn as it stands", ({ repainted }) => frames(repainted), "p50 ≤ 4 ms"],
  ["  a map drawn with news: a report, a name that moves", ({ drawn }) => frames(drawn)],
  ["  no map drawn", ({ idle }) => frames(idle)],
  [
    "  longest task; in processor time",
    ({ standingMs, standingWorkMs }) => `${ms(standingMs)} ms; ${ms(standingWorkMs)} ms`,
    "≤ 200 ms",
  ],
  ["  main thread works", ({ busyPercent }) => `${ms(busyPercent)} % of the time`],
  [
    "a scene changes, longest task until it rests; in processor time",
    ({ changes }) => {
      const [clock, work] = [worstOf(changes, "longestMs"), worstOf(changes, "longestWorkMs")];
      return `${ms(clock.ms)} ms (${clock.step}); ${ms(work.ms)} ms (${work.step})`;
    },
    "≤ 200 ms",
  ],
  ["  median of the changes", ({ changes }) => `${ms(medianOf(changes))} ms of ${changes.length}`],
  [
    "main thread: processor, script by the browser, script counted",
    ({ threadS, scriptS, countedS }) =>
      [threadS, scriptS, countedS].map((seconds) => `${seconds.toFixed(1)} s`).join(" / "),
  ],
  ["load of the machine", ({ loadAverage }) => loadAverage.toFixed(1)],
  ["errors of the page", ({ errors }) => String(errors.length), "0"],
];

/** Cities side by side, then each change of scene. */
export function printScreen(cities: readonly ScreenFigures[]): void {
  printAligned([
    ["", ...cities.map(({ problems }) => `${problems.toLocaleString("en-US")} problems`), ""],
    ...lines.map(([what, measured, budget = ""]) => [what, ...cities.map(measured), budget]),
  ]);
  for (const { problems, changes, errors } of cities) {
    console.log(
      `\n${problems.toLocaleString("en-US")} problems: change to, task, in processor time, rests after`,
    );
    printAligned(
      changes.map(({ step, longestMs, longestWorkMs, restsAfterMs }) => [
        `  ${step}`,
        `${ms(longestMs)} ms`,
        `${ms(longestWorkMs)} ms`,
        `${(restsAfterMs / 1000).toFixed(1)} s`,
      ]),
    );
    for (const error of errors) console.log(`  ${error}`);
  }
}

/** Whether every budget is kept. */
export function keepsBudgets({ repainted, changes, standingMs, errors }: ScreenFigures): boolean {
  const longest = Math.max(standingMs, worstOf(changes, "longestMs").ms);
  return repainted.p50Ms <= 4 && longest <= 200 && errors.length === 0;
}

function worstOf(
  changes: readonly ChangeFigures[],
  by: "longestMs" | "longestWorkMs",
): { readonly ms: number; readonly step: string } {
  const [worst] = changes.toSorted((a, b) => b[by] - a[by]);
  return { ms: worst?.[by] ?? Number.NaN, step: worst?.step ?? "–" };
}

function medianOf(changes: readonly ChangeFigures[]): number {
  return quantile(
    changes.map(({ longestMs }) => longestMs),
    0.5,
  );
}
