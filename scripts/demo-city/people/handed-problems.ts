import { UnitId } from "../../../domain/ids.ts";
import type { Problem, ProblemState } from "../../../domain/problem.ts";
import type { AreaLocator } from "../land/area-locator.ts";
import type { RawReport } from "../reports/raw-report.ts";
import type { DutyRow } from "./duty-roster.ts";

/** Stages at which a unit holds a problem, or held it to the end. */
const held: readonly ProblemState[] = [
  "dispatched",
  "rectified",
  "verified",
  "suspended",
  "closed",
];

/** What is worked on or was, with the implementing unit of its zone; `reports` in the same order. */
export function handedProblems(
  problems: readonly Problem[],
  reports: readonly RawReport[],
  duties: readonly DutyRow[],
  locator: AreaLocator,
): Problem[] {
  const unitOf = new Map(
    duties
      .filter(({ role, scopeType }) => role === "implementing-unit" && scopeType === "zone")
      .map(({ scopeId, unitId }) => [scopeId, unitId]),
  );
  return problems.map((problem, i) => {
    const report = reports[i];
    if (!report || !held.includes(problem.state)) return problem;
    const unit = unitOf.get(locator.locate(report.spot.at)?.zone.id ?? "");
    return unit ? { ...problem, assignedUnitId: UnitId.parse(unit) } : problem;
  });
}
