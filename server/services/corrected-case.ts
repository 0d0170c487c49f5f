import type { Viewer } from "../../domain/account.ts";
import { refusalOf } from "../../domain/case/allowed-acts.ts";
import type { CaseAct } from "../../domain/case/case-acts.ts";
import { afterStep } from "../../domain/case/case-file.ts";
import type { ActInput, CaseStart, CaseStep } from "../../domain/case/case-step.ts";
import { type ActContext, takeAct } from "../../domain/case/take-act.ts";
import type { StoredProblem } from "../../domain/problem.ts";
import type { City } from "../city/city.ts";
import { loadCases } from "./case-files.ts";

export type CorrectedAct = { readonly act: CaseAct; readonly input: ActInput };

export type CorrectedCase = { readonly start: CaseStart; readonly steps: readonly CaseStep[] };

/**
 * The steps that a correction of a problem leaves in its case, as far as the table of acts knows them: what it does not know
 * the case takes from the problem when it is read next.
 */
export async function correctedCase(
  city: City,
  viewer: Viewer,
  before: StoredProblem,
  acts: readonly CorrectedAct[],
): Promise<CorrectedCase | null> {
  const [loaded] = acts.length === 0 ? [] : await loadCases(city, [before]);
  if (!loaded) return null;
  const { limit, dutyUnitId } = loaded;
  let { file } = loaded;
  const steps: CaseStep[] = [];
  for (const { act, input } of acts) {
    const context: ActContext = {
      at: city.now(),
      isDutyUnit: input.unitId !== undefined && input.unitId === dutyUnitId,
      id: crypto.randomUUID(),
      calendar: city.workTime,
      limit,
      settings: city.pack.manifest.settings.case,
    };
    if (refusalOf(file, act, viewer, input, context) !== null) continue;
    const step = takeAct(file, act, viewer, input, context);
    steps.push(step);
    file = afterStep(file, step);
  }
  return steps.length === 0 ? null : { start: loaded.start, steps };
}
