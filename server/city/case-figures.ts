import { bulkClosings } from "../../domain/case/bulk-closings.ts";
import { caseRates, caseRatesOf } from "../../domain/case/case-rates.ts";
import type { CaseStep } from "../../domain/case/case-step.ts";
import type { RateFigures, rateGroups } from "../../domain/contract/cases.ts";
import type { ProblemFilter } from "../../domain/problem-filter.ts";
import { caseWords } from "../../domain/text/case-words.ts";
import { caseCounts } from "../problem-index/case-counts.ts";
import type { RowFilter } from "../problem-index/row-filter.ts";
import type { StoredAnswer } from "../storage/storage.ts";
import type { City } from "./city.ts";

type Period = { readonly from: number; readonly to: number };

/** What was done in a period, by whomever. */
type PeriodActs = Period & {
  readonly steps: readonly CaseStep[];
  readonly reworks: readonly CaseStep[];
  readonly answers: readonly StoredAnswer[];
};

/** What was done in [from, to), epoch ms. */
export async function periodOf({ storage }: City, { from, to }: Period): Promise<PeriodActs> {
  const [steps, reworks, answers] = await Promise.all([
    storage.stepsBetween(["pass", "close-directly"], from, to),
    storage.stepsBetween(["rework"], 0, to),
    storage.answersBetween(from, to),
  ]);
  return { from, to, steps, reworks, answers };
}

/** Of the reports that pass. One pass over the rows. */
export function figuresOf(
  { problems }: City,
  rows: RowFilter,
  { from, to, steps, reworks, answers }: PeriodActs,
  language: "zh" | "en",
): RateFigures {
  const isIn = new Uint8Array(problems.columns.count);
  const counts = caseCounts(problems, rows, from, to, (row) => {
    isIn[row] = 1;
  });
  const isWanted = ({ problemId }: { readonly problemId: string }) => {
    const serial = problems.serialOf(problemId);
    return serial !== undefined && isIn[problems.rowOf(serial)] === 1;
  };
  const wanted = steps.filter(isWanted);
  const idsOf = (list: readonly CaseStep[]) => new Set(list.map(({ problemId }) => problemId));
  const verified = idsOf(wanted.filter(({ act }) => act === "pass"));
  const reworked = idsOf(reworks.filter(({ problemId }) => verified.has(problemId)));
  const said = answers.filter(isWanted);
  const found = caseRatesOf({
    ...counts,
    verified: verified.size,
    reworked: reworked.size,
    answered: said.length,
    satisfied: said.filter(({ isSatisfied }) => isSatisfied).length,
  });
  const words = caseWords[language].rates;
  const direct = wanted.filter(
    ({ act, from: before }) => act === "close-directly" && before !== "verified",
  );
  return {
    rates: caseRates.map((name) => ({
      name,
      ...found[name],
      label: words[name].name,
      formula: words[name].formula,
    })),
    unverified: direct.length,
    bulkUnverified: bulkClosings(direct),
  };
}

/** The zones, or units, that a filter leaves. */
export function groupsOf(
  { pack, tables }: City,
  filter: ProblemFilter,
  by: (typeof rateGroups)[number],
) {
  if (by === "zone") {
    return tables.registry.zones.latest.zones
      .filter(({ id, level }) => level === "zone" && (filter.zones?.includes(id) ?? true))
      .map(({ id, name }) => ({ id, name, part: { zones: [id] } }));
  }
  return pack.units
    .filter(({ id }) => filter.assignees?.includes(id) ?? true)
    .map(({ id, name }) => ({ id, name, part: { assignees: [id] } }));
}
