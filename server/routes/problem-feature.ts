import type { Viewer } from "../../domain/account.ts";
import type { ProblemFeature } from "../../domain/contract/problems.ts";
import type { ZoneLevel } from "../../domain/grid-zone.ts";
import { isClosedAt, isOverdueAt, type StoredProblem } from "../../domain/problem.ts";
import { shownWords } from "../access/shown-problem.ts";
import type { City } from "../city/city.ts";

/** A stored problem as the contract shows it to somebody, with how it stands at T. */
export function problemFeature(
  city: City,
  problem: StoredProblem,
  { t, viewer }: { readonly t: number; readonly viewer: Viewer },
): ProblemFeature {
  const { clock } = city;
  const iso = (time: number | null) => (time === null ? null : clock.toIso(time));
  const closings = problem.closings.filter(({ closedAt }) => closedAt <= t);
  const isClosed = isClosedAt(problem.closings, t);
  const holding = problem.position
    ? city.tables.registry.zones.at(t).holding(problem.position[0], problem.position[1])
    : [];
  const zoneOf = (level: ZoneLevel) => {
    const found = holding.find((zone) => zone.level === level);
    return found ? { id: found.id, name: found.name } : null;
  };
  return {
    type: "Feature",
    id: problem.id,
    geometry: problem.position && {
      type: "Point",
      coordinates: [problem.position[0], problem.position[1]],
    },
    properties: {
      id: problem.id,
      category: problem.category,
      source: problem.source,
      status: isClosed ? "closed" : "open",
      isOverdue: isOverdueAt(problem, t),
      state: problem.state,
      reportedAt: clock.toIso(problem.reportedAt),
      dueAt: iso(problem.dueAt),
      closedAt: isClosed ? iso(closings.at(-1)?.closedAt ?? null) : null,
      closings: closings.map(({ closedAt, reopenedAt }) => ({
        closedAt: clock.toIso(closedAt),
        reopenedAt: reopenedAt !== null && reopenedAt <= t ? clock.toIso(reopenedAt) : null,
      })),
      ...shownWords(viewer, problem),
      assetId: problem.assetId,
      isHardDeduction: problem.isHardDeduction,
      assignedUnitId: problem.assignedUnitId,
      photos: [...problem.photos],
      zone: zoneOf("zone"),
      community: zoneOf("community"),
      placeId: problem.placeId,
      version: problem.version,
    },
  };
}
