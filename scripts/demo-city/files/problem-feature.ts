import type { Feature } from "geojson";
import { type Problem, standingClosedAt } from "../../../domain/problem.ts";
import { isoTime } from "../reports/rhythm.ts";
import { feature } from "./geo-json.ts";

/** A line of problems.geojsonl; `closings` only where a closing did not last. */
export function problemFeature(problem: Problem): Feature {
  const closedAt = standingClosedAt(problem.closings);
  const wasReopened = problem.closings.some(({ reopenedAt }) => reopenedAt !== null);
  return feature(problem.position ? { type: "Point", coordinates: [...problem.position] } : null, {
    id: problem.id,
    category: problem.category,
    reportedAt: isoTime(problem.reportedAt),
    ...(problem.dueAt !== null && { dueAt: isoTime(problem.dueAt) }),
    ...(closedAt !== null && { closedAt: isoTime(closedAt) }),
    ...(wasReopened && {
      closings: problem.closings.map((closing) => ({
        closedAt: isoTime(closing.closedAt),
        ...(closing.reopenedAt !== null && { reopenedAt: isoTime(closing.reopenedAt) }),
      })),
    }),
    source: problem.source,
    status: problem.state,
    description: problem.description,
    ...(problem.address && { address: problem.address }),
    ...(problem.assetId && { assetId: problem.assetId }),
    ...(problem.assignedUnitId && { unitId: problem.assignedUnitId }),
    ...(problem.isHardDeduction && { isHardDeduction: true }),
    ...(problem.photos.length > 0 && { photos: problem.photos }),
  });
}
