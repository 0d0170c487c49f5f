import type { CategoryCode } from "./category.ts";
import type { ProblemState, ProblemStatus } from "./problem.ts";
import type { Bounds } from "./spatial/lng-lat.ts";

/**
 * What every map, list and count is filtered by. Null means no restriction; lists are unions; fields combine by "and".
 * Times are epoch milliseconds; `reportedAt` must lie in [from, to). `asOf` null is now.
 */
export type ProblemFilter = {
  /** Each takes its subtree. */
  readonly categories: readonly CategoryCode[] | null;
  readonly sources: readonly string[] | null;
  readonly statuses: readonly ProblemStatus[] | null;
  /** Each takes the communities and cells inside it. */
  readonly zones: readonly string[] | null;
  /** Problems these people answered for on the day of the report. */
  readonly persons: readonly string[] | null;
  readonly units: readonly string[] | null;
  /** 条: units that were the sub-headquarters on the day of the report, or NO_UNIT. */
  readonly lines: readonly string[] | null;
  /** 块: units that were the implementing unit on the day of the report, or NO_UNIT. */
  readonly blocks: readonly string[] | null;
  /** As stored now, whatever `asOf` says. */
  readonly states: readonly ProblemState[] | null;
  /** Handed to these units by a person; as stored now. */
  readonly assignees: readonly string[] | null;
  /** Open and not overdue, with a time limit that ends within so many hours of T. */
  readonly dueWithinHours: number | null;
  readonly from: number | null;
  readonly to: number | null;
  readonly asOf: number | null;
  /** Borders included. */
  readonly bbox: Bounds | null;
};

/** Among lines or blocks: where no unit held that role. */
export const NO_UNIT = "none";

export const noFilter: ProblemFilter = {
  categories: null,
  sources: null,
  statuses: null,
  zones: null,
  persons: null,
  units: null,
  lines: null,
  blocks: null,
  states: null,
  assignees: null,
  dueWithinHours: null,
  from: null,
  to: null,
  asOf: null,
  bbox: null,
};
