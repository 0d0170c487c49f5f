import type { CategoryTree } from "../../domain/category.ts";
import type { Photo, Problem } from "../../domain/problem.ts";
import { NO_LIMIT, type ProblemProperties, standingClosedAt } from "../../domain/problem.ts";
import type { CityClock } from "../../domain/time.ts";

/** A problem's properties in a pack's own file; null where there is nothing to say. */
export type ProblemFields = {
  readonly [Field in keyof ProblemProperties]-?: Field extends "photos"
    ? readonly Photo[] | null
    : ProblemProperties[Field] | null;
};

/**
 * A problem as a pack's own file has it, so that reading the file gives the same problem again.
 * `closings` is there only where `closedAt` does not say it all.
 */
export function problemFields(
  problem: Problem,
  tree: CategoryTree,
  clock: CityClock,
): ProblemFields {
  const { closings, category, dueAt, photos } = problem;
  const iso = (epochMs: number) => isoOf(epochMs, clock);
  const closedAt = standingClosedAt(closings);
  const isSimple = closings.every(({ reopenedAt }) => reopenedAt === null);
  return {
    id: problem.id,
    category,
    reportedAt: iso(problem.reportedAt),
    dueAt: dueAt === null ? noLimit(category, tree) : iso(dueAt),
    closedAt: closedAt === null ? null : iso(closedAt),
    closings: isSimple
      ? null
      : closings.map(({ closedAt, reopenedAt }) => ({
          closedAt: iso(closedAt),
          reopenedAt: reopenedAt === null ? null : iso(reopenedAt),
        })),
    source: problem.source,
    status: problem.state,
    description: problem.description === "" ? null : problem.description,
    assetId: problem.assetId,
    address: problem.address,
    isHardDeduction: problem.isHardDeduction ? true : null,
    unitId: problem.assignedUnitId,
    photos: photos.length === 0 ? null : photos,
  };
}

/** Where the category has a limit, its absence must be said. */
function noLimit(category: string, tree: CategoryTree): string | null {
  const ordinal = tree.ordinalOf(category);
  const dueHours = ordinal === undefined ? undefined : tree.at(ordinal).dueHours;
  return dueHours === undefined ? null : NO_LIMIT;
}

/** The city's wall time; where its offset is no whole minute, as before 1901, UTC. */
function isoOf(epochMs: number, clock: CityClock): string {
  const local = clock.toIso(epochMs);
  return Date.parse(local) === epochMs ? local : new Date(epochMs).toISOString();
}
