import { DomainError } from "../../domain/errors.ts";
import {
  belongsElsewhere,
  isDropped,
  type Problem,
  type StoredProblem,
} from "../../domain/problem.ts";
import { proposePlace } from "../city/city.ts";
import { type CorrectedAct, correctedCase } from "./corrected-case.ts";
import { actingViewer, type ServiceContext } from "./service-context.ts";
import { storedPlace } from "./stored-place.ts";

/** Which problem, and the version that the caller saw; null: whatever stands. */
export type ProblemTarget = { readonly id: string; readonly version: number | null };

/**
 * One change of one problem: read what stands, check the caller's version, let `edit` say what becomes of it, keep it with
 * an audit row, take it into memory. A report that is of another kind, asset or position afterwards leaves its place and
 * is placed afresh; `acts` are what the change means to its case. Throws `not-found`, `stale-version`, and whatever `edit` throws.
 */
export function changeProblem(
  context: ServiceContext,
  target: ProblemTarget,
  action: string,
  edit: (problem: StoredProblem) => Partial<Problem>,
  reason: string | undefined,
  acts: (problem: StoredProblem) => readonly CorrectedAct[] = () => [],
): Promise<StoredProblem> {
  const { city, actor } = context;
  return city.change(async () => {
    const [before] = await city.storage.problemsById([target.id]);
    if (!before) throw new DomainError("not-found", { what: "problem", id: target.id });
    if (target.version !== null && target.version !== before.version) {
      throw new DomainError("stale-version", {
        sent: String(target.version),
        current: before.version,
      });
    }
    if (isDropped(before.state)) {
      throw new DomainError("wrong-state", { action, state: before.state });
    }
    const edited = { ...before, ...edit(before), version: before.version + 1 };
    const placed = belongsElsewhere(before, edited) ? proposePlace(city, edited) : undefined;
    const after =
      placed === undefined ? edited : { ...edited, placeId: placed === null ? null : placed.place };
    const corrected = await correctedCase(city, actingViewer(context), before, acts(before));
    await city.storage.write(async (writer) => {
      if (corrected) {
        await writer.saveCaseStart(corrected.start);
        await writer.addCaseSteps(corrected.steps);
      }
      if (placed) await writer.savePlaces([storedPlace(city, placed)]);
      await writer.updateProblem(after);
      await writer.audit({
        at: city.now(),
        actor,
        action,
        entity: "problem",
        entityId: after.id,
        before,
        after: reason === undefined ? after : { ...after, reason },
      });
    });
    return after;
  });
}
