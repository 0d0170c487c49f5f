import { z } from "zod";
import { CategoryCode } from "./category.ts";
import { ProblemId, UnitId } from "./ids.ts";
import type { LngLat } from "./spatial/lng-lat.ts";

/** Where a report came from; a pack may add its own codes, sixteen in all. */
export const defaultSources = [
  { code: "inspection", name: "督查" },
  { code: "undercover", name: "暗访" },
  { code: "hotline", name: "12345" },
  { code: "citizen", name: "随手拍" },
  { code: "grid-worker", name: "网格员" },
  { code: "video", name: "视频" },
  { code: "follow-up", name: "回头看" },
] as const;

export const problemStates = [
  "reported",
  "accepted",
  "dispatched",
  "rectified",
  "verified",
  "closed",
  "rejected",
  "withdrawn",
  "suspended",
] as const;
export type ProblemState = (typeof problemStates)[number];

/** Reports in these states are in no total; they are counted under `dropped`. */
export const droppedStates = ["rejected", "withdrawn"] as const satisfies readonly ProblemState[];

/** How a problem stands at a time T, computed and never stored. `overdue` is part of `open`. */
export const problemStatuses = ["open", "closed", "overdue"] as const;
export type ProblemStatus = (typeof problemStatuses)[number];

/** The same as small integers, as columns hold them; overdue rows are open. */
export const STATUS = { open: 0, overdue: 1, closed: 2 } as const satisfies Record<
  ProblemStatus,
  number
>;

/** One closing; it holds from closedAt until reopenedAt. Epoch milliseconds. */
export type Closing = { readonly closedAt: number; readonly reopenedAt: number | null };

export const Photo = z.strictObject({
  file: z.string().min(1).max(200),
  kind: z.enum(["before", "after"]),
  takenAt: z.string().optional(),
});
export type Photo = z.infer<typeof Photo>;

/** One report of something wrong at a spot. Times in epoch milliseconds. */
export type Problem = {
  readonly id: ProblemId;
  readonly category: CategoryCode;
  /** Null: the report waits in the 待定位 tray and is counted apart. */
  readonly position: LngLat | null;
  readonly reportedAt: number;
  readonly dueAt: number | null;
  /** In time order; only the last may lack reopenedAt. */
  readonly closings: readonly Closing[];
  readonly source: string;
  readonly state: ProblemState;
  readonly description: string;
  readonly address: string | null;
  readonly assetId: string | null;
  /** 硬扣分项: cannot be fixed soon; shown, not timed. */
  readonly isHardDeduction: boolean;
  /** The unit that handles it, or handled it last; null: not handed to one yet. */
  readonly assignedUnitId: UnitId | null;
  readonly photos: readonly Photo[];
};

/** A problem as storage keeps it. */
export type StoredProblem = Problem & {
  /** Order of acceptance, from 1, without meaning beyond order. */
  readonly seq: number;
  /** Grows by one with every change; what `If-Match` is checked against. */
  readonly version: number;
  /** Place of recurrence it belongs to; null without a position, or when the location gate holds it back. */
  readonly placeId: number | null;
  /** The reporter's own key, so that a repeated POST makes no second problem. */
  readonly clientId: string | null;
};

export function isDropped(state: ProblemState): boolean {
  return (droppedStates as readonly ProblemState[]).includes(state);
}

/** Whether the last closing at or before `t` still holds at `t`. */
export function isClosedAt(closings: readonly Closing[], t: number): boolean {
  let closed = false;
  for (const { closedAt, reopenedAt } of closings) {
    if (closedAt <= t) closed = reopenedAt === null || reopenedAt > t;
  }
  return closed;
}

/** Open, due before `t`, and not a hard deduction. */
export function isOverdueAt(
  problem: Pick<Problem, "closings" | "dueAt" | "isHardDeduction">,
  t: number,
): boolean {
  if (problem.isHardDeduction || problem.dueAt === null || problem.dueAt >= t) return false;
  return !isClosedAt(problem.closings, t);
}

/** Whether a changed report belongs to another place: it is of another kind, asset or position. */
export function belongsElsewhere(
  before: Pick<Problem, "category" | "assetId" | "position">,
  after: Pick<Problem, "category" | "assetId" | "position">,
): boolean {
  return (
    before.category !== after.category ||
    before.assetId !== after.assetId ||
    before.position?.[0] !== after.position?.[0] ||
    before.position?.[1] !== after.position?.[1]
  );
}

/** The closing that stands at the end of the list, or null while the problem is open. */
export function standingClosedAt(closings: readonly Closing[]): number | null {
  const last = closings.at(-1);
  return last && last.reopenedAt === null ? last.closedAt : null;
}

/** `dueAt` of a problem without a time limit, where its category has one. */
export const NO_LIMIT = "none";

/** Properties of a feature in a pack's problems file; its geometry is a Point or null. Times as text, see CityClock.parse. */
export const ProblemProperties = z.object({
  id: ProblemId,
  category: CategoryCode,
  reportedAt: z.string(),
  dueAt: z.string().nullish(),
  closedAt: z.string().nullish(),
  closings: z.array(z.object({ closedAt: z.string(), reopenedAt: z.string().nullish() })).nullish(),
  source: z.string(),
  status: z.string().nullish(),
  description: z.string().max(4000).nullish(),
  assetId: z.string().max(100).nullish(),
  address: z.string().max(300).nullish(),
  isHardDeduction: z.boolean().nullish(),
  unitId: UnitId.nullish(),
  photos: z.array(Photo).max(20).nullish(),
});
export type ProblemProperties = z.infer<typeof ProblemProperties>;
