import type { ProblemFilter } from "../../domain/problem-filter.ts";

/** A filter as the query of an address. */
export function filterQuery(filter: ProblemFilter): URLSearchParams {
  const query = new URLSearchParams();
  const iso = (t: number) => new Date(t).toISOString();
  if (filter.categories) query.set("category", filter.categories.join());
  if (filter.sources) query.set("source", filter.sources.join());
  if (filter.statuses) query.set("status", filter.statuses.join());
  if (filter.zones) query.set("zone", filter.zones.join());
  if (filter.persons) query.set("person", filter.persons.join());
  if (filter.units) query.set("unit", filter.units.join());
  if (filter.lines) query.set("line", filter.lines.join());
  if (filter.blocks) query.set("block", filter.blocks.join());
  if (filter.states) query.set("state", filter.states.join());
  if (filter.assignees) query.set("assignee", filter.assignees.join());
  if (filter.dueWithinHours !== null) query.set("dueWithin", String(filter.dueWithinHours));
  if (filter.from !== null) query.set("from", iso(filter.from));
  if (filter.to !== null) query.set("to", iso(filter.to));
  if (filter.asOf !== null) query.set("asOf", iso(filter.asOf));
  if (filter.bbox) query.set("bbox", filter.bbox.join());
  return query;
}
