import type { CategoryCode, CategoryTree } from "./category.ts";
import type { FilterQuery } from "./contract/filter-query.ts";
import { DomainError } from "./errors.ts";
import { nearestNames } from "./nearest-names.ts";
import {
  type ProblemState,
  type ProblemStatus,
  problemStates,
  problemStatuses,
} from "./problem.ts";
import { NO_UNIT, type ProblemFilter } from "./problem-filter.ts";
import type { Bounds } from "./spatial/lng-lat.ts";
import type { CityClock } from "./time.ts";

/** What the codes of a filter are checked against. */
export type FilterVocabulary = {
  readonly tree: CategoryTree;
  readonly clock: CityClock;
  readonly sources: readonly string[];
  readonly zones: readonly string[];
  readonly persons: readonly string[];
  readonly units: readonly string[];
};

/** Throws a DomainError that names the parameter, the value and what was meant perhaps. */
export function parseFilter(query: FilterQuery, vocabulary: FilterVocabulary): ProblemFilter {
  const { clock, tree } = vocabulary;
  const from = instant("from", query.from, clock);
  const to = instant("to", query.to, clock);
  if (from !== null && to !== null && from > to) {
    throw badParameter("to", query.to ?? "", "a time not before `from`");
  }
  const unitsOrNone = [...vocabulary.units, NO_UNIT];
  return {
    categories: list(query.category)?.map((code) => category(code, tree)) ?? null,
    sources: known("source", query.source, vocabulary.sources),
    statuses: known("status", query.status, problemStatuses) as readonly ProblemStatus[] | null,
    zones: known("zone", query.zone, vocabulary.zones),
    persons: known("person", query.person, vocabulary.persons),
    units: known("unit", query.unit, vocabulary.units),
    lines: known("line", query.line, unitsOrNone),
    blocks: known("block", query.block, unitsOrNone),
    states: known("state", query.state, problemStates) as readonly ProblemState[] | null,
    assignees: known("assignee", query.assignee, vocabulary.units),
    dueWithinHours: hours("dueWithin", query.dueWithin),
    from,
    to,
    asOf: instant("asOf", query.asOf, clock),
    bbox: bounds("bbox", query.bbox),
  };
}

/** Epoch milliseconds of `YYYY-MM-DD` or ISO 8601 with offset; null when absent. */
export function instant(name: string, text: string | undefined, clock: CityClock): number | null {
  if (text === undefined) return null;
  const parsed = clock.parse(text);
  if (parsed !== null) return parsed;
  throw badParameter(
    name,
    text,
    "YYYY-MM-DD, or ISO 8601 with an offset (2026-11-21T10:42:00+08:00)",
  );
}

export function badParameter(name: string, value: string, expected: string) {
  return new DomainError("bad-parameter", { name, value: value.slice(0, 200), expected });
}

function list(text: string | undefined): string[] | null {
  if (text === undefined) return null;
  return text.split(",").map((item) => item.trim());
}

function category(code: string, tree: CategoryTree): CategoryCode {
  const ordinal = tree.ordinalOf(code);
  if (ordinal !== undefined) return tree.at(ordinal).code;
  const nearest = tree.nearest(code);
  throw new DomainError("unknown-category", {
    name: "category",
    value: code.slice(0, 200),
    nearest,
  });
}

function known(
  name: string,
  text: string | undefined,
  values: readonly string[],
): readonly string[] | null {
  const wanted = list(text);
  for (const value of wanted ?? []) {
    if (values.includes(value)) continue;
    const nearest = nearestNames(value, values);
    throw new DomainError("unknown-value", { name, value: value.slice(0, 200), nearest });
  }
  return wanted;
}

function hours(name: string, text: string | undefined): number | null {
  if (text === undefined) return null;
  const value = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= 1 && value <= 2000) return value;
  throw badParameter(name, text, "a whole number of hours from 1 to 2000");
}

/** West, south, east, north in degrees; null when absent. */
export function bounds(name: string, text: string | undefined): Bounds | null {
  if (text === undefined) return null;
  const parts = text.split(",").map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = parts;
  const isBox =
    parts.length === 4 &&
    west >= -180 &&
    east <= 180 &&
    south >= -90 &&
    north <= 90 &&
    west <= east &&
    south <= north;
  if (isBox) return [west, south, east, north];
  throw badParameter(
    name,
    text,
    "west,south,east,north in degrees with west ≤ east and south ≤ north",
  );
}
