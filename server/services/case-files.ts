import { type CaseFile, caseFileOf } from "../../domain/case/case-file.ts";
import { caseStartOf } from "../../domain/case/case-start.ts";
import type { CaseStart, CaseStep } from "../../domain/case/case-step.ts";
import { dutyUnitOf } from "../../domain/case/duty-unit.ts";
import type { TimeLimit } from "../../domain/case/time-limit.ts";
import { limitOf } from "../../domain/category.ts";
import type { UnitId } from "../../domain/ids.ts";
import type { Problem, StoredProblem } from "../../domain/problem.ts";
import type { City } from "../city/city.ts";

/** A problem with its case. */
export type LoadedCase = {
  readonly problem: StoredProblem;
  readonly start: CaseStart;
  readonly steps: readonly CaseStep[];
  readonly file: CaseFile;
  /** The unit that duties name for the spot today. */
  readonly dutyUnitId: UnitId | null;
  readonly limit: TimeLimit | null;
};

/** Cases of some problems, in their order; what has no step yet begins as it stands. */
export async function loadCases(
  city: City,
  problems: readonly StoredProblem[],
): Promise<LoadedCase[]> {
  const ids = problems.map(({ id }) => id);
  const [starts, steps] = await Promise.all([
    city.storage.caseStarts(ids),
    city.storage.caseSteps(ids),
  ]);
  const startOf = new Map(starts.map((start) => [start.problemId, start]));
  const stepsOf = Map.groupBy(steps, ({ problemId }) => problemId);
  return problems.map((problem) => {
    const limit = limitOf(city.tables.tree.at(city.tables.categoryOrdinal(problem.category)));
    const dutyUnitId = dutyUnitAt(city, problem);
    const start = startOf.get(problem.id) ?? caseStartOf(problem, dutyUnitId, limit);
    const own = stepsOf.get(problem.id) ?? [];
    const file = standingFile(problem, caseFileOf(start, own), dutyUnitId, limit);
    return { problem, start, steps: own, file, dutyUnitId, limit };
  });
}

export function dutyUnitAt(
  { tables, now }: City,
  { position, category }: Pick<Problem, "position" | "category">,
): UnitId | null {
  if (position === null) return null;
  const [lng, lat] = position;
  return dutyUnitOf(tables.registry.answerableAt(lng, lat, category, now()));
}

/**
 * The problem is the truth: where it was changed past its case (imported anew, corrected) the case goes on from there, with
 * its past.
 */
function standingFile(
  problem: StoredProblem,
  file: CaseFile,
  dutyUnitId: UnitId | null,
  limit: TimeLimit | null,
): CaseFile {
  if (file.state === problem.state) return file;
  const { reworks, visits, orderNumber } = file;
  return {
    ...caseFileOf(caseStartOf(problem, dutyUnitId, limit), []),
    reworks,
    visits,
    orderNumber,
  };
}
