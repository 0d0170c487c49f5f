import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import type { LineString } from "geojson";
import type { CityPack } from "../../domain/city-pack.ts";
import type { Duty, DutyScope } from "../../domain/duty.ts";
import type { Problem } from "../../domain/problem.ts";
import type { ProblemFilter } from "../../domain/problem-filter.ts";
import { CITY_ORIGIN } from "./city-builder.ts";

/** How a report stands at T, read off the definitions without any of the product's own code. */
export function standing(problem: Problem, t: number): "open" | "overdue" | "closed" {
  let closed = false;
  for (const closing of problem.closings) {
    if (closing.closedAt <= t && !(closing.reopenedAt !== null && closing.reopenedAt <= t))
      closed = true;
  }
  if (closed) return "closed";
  const isOverdue = !problem.isHardDeduction && problem.dueAt !== null && problem.dueAt < t;
  return isOverdue ? "overdue" : "open";
}

/** Whether a report passes a filter, by the plain reading of the contract. */
export function passes(
  problem: Problem,
  filter: ProblemFilter,
  pack: CityPack,
  now: number,
): boolean {
  const t = filter.asOf ?? now;
  if (problem.state === "withdrawn" || problem.state === "rejected" || !problem.position)
    return false;
  if (problem.reportedAt > t) return false;
  if (filter.from !== null && problem.reportedAt < filter.from) return false;
  if (filter.to !== null && problem.reportedAt >= filter.to) return false;
  if (filter.categories && !filter.categories.some((code) => problem.category.startsWith(code))) {
    return false;
  }
  if (filter.sources && !filter.sources.includes(problem.source)) return false;
  if (filter.statuses) {
    const status = standing(problem, t);
    const isAsked = filter.statuses.some(
      (s) => s === status || (s === "open" && status === "overdue"),
    );
    if (!isAsked) return false;
  }
  if (filter.dueWithinHours !== null) {
    const isDue =
      standing(problem, t) === "open" &&
      !problem.isHardDeduction &&
      problem.dueAt !== null &&
      problem.dueAt < t + filter.dueWithinHours * 3_600_000;
    if (!isDue) return false;
  }
  if (filter.states && !filter.states.includes(problem.state)) return false;
  if (filter.assignees && !filter.assignees.includes(problem.assignedUnitId ?? "")) return false;
  const [lng, lat] = problem.position;
  if (filter.bbox) {
    const [west, south, east, north] = filter.bbox;
    if (lng < west || lng > east || lat < south || lat > north) return false;
  }
  if (filter.zones && !filter.zones.some((id) => liesIn(pack, lng, lat, id))) return false;
  const isHeldBy = (isWanted: (duty: Duty) => boolean) =>
    pack.duties.some(
      (duty) =>
        isWanted(duty) &&
        duty.from <= problem.reportedAt &&
        (duty.to === null || problem.reportedAt < duty.to) &&
        scopeHolds(pack, duty.scope, lng, lat, problem.category) &&
        (duty.also === null || scopeHolds(pack, duty.also, lng, lat, problem.category)),
    );
  const { persons, units, lines, blocks } = filter;
  if (persons && !isHeldBy(({ person }) => person !== null && persons.includes(person)))
    return false;
  if (units && !isHeldBy(({ unitId }) => unitId !== null && units.includes(unitId))) return false;
  const isInRole = (wanted: readonly string[], asked: string) =>
    isHeldBy(({ role, unitId }) => role === asked && wanted.includes(unitId ?? "")) ||
    (wanted.includes("none") && !isHeldBy(({ role, unitId }) => role === asked && unitId !== null));
  return (
    (!lines || isInRole(lines, "sub-headquarters")) &&
    (!blocks || isInRole(blocks, "implementing-unit"))
  );
}

export function scopeHolds(
  pack: CityPack,
  scope: DutyScope,
  lng: number,
  lat: number,
  category: string,
): boolean {
  switch (scope.type) {
    case "city":
      return true;
    case "category":
      return category.startsWith(scope.id);
    case "zone":
      return liesIn(pack, lng, lat, scope.id);
    case "section": {
      const road = pack.roads.find(({ id }) => id === scope.id);
      return road !== undefined && metresTo(road.geometry as LineString, lng, lat) <= 30;
    }
    case "river":
      return false;
  }
}

function liesIn(pack: CityPack, lng: number, lat: number, id: string): boolean {
  const zone = pack.zones.find((candidate) => candidate.id === id);
  return zone !== undefined && booleanPointInPolygon([lng, lat], zone.geometry);
}

/** Metres on the plane about the test city's origin. */
export function metresTo(line: LineString, lng: number, lat: number): number {
  const perDegree = (6_371_008.8 * Math.PI) / 180;
  const flat = ([x = 0, y = 0]: readonly number[]) => [
    (x - CITY_ORIGIN[0]) * perDegree * Math.cos((CITY_ORIGIN[1] * Math.PI) / 180),
    (y - CITY_ORIGIN[1]) * perDegree,
  ];
  const [px = 0, py = 0] = flat([lng, lat]);
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < line.coordinates.length; i++) {
    const [ax = 0, ay = 0] = flat(line.coordinates[i - 1] ?? []);
    const [bx = 0, by = 0] = flat(line.coordinates[i] ?? []);
    const length2 = (bx - ax) ** 2 + (by - ay) ** 2;
    const t = Math.max(0, Math.min(1, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length2));
    nearest = Math.min(nearest, Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay)));
  }
  return nearest;
}
