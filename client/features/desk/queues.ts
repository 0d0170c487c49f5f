import type { ProblemCount } from "../../../domain/contract/problems.ts";
import type { FilterParams } from "../../state/url-state.ts";

/** 待立案, 待派遣, 处置中, 待核查, 待结案, 挂账; across them 超期 and 将到期, and all that is open. */
export const stageQueues = [
  "reported",
  "accepted",
  "dispatched",
  "rectified",
  "verified",
  "suspended",
] as const;
export const urgentQueues = ["overdue", "due-soon"] as const;
export const queueNames = [...urgentQueues, ...stageQueues, "open"] as const;
export type QueueName = (typeof queueNames)[number];

/** 将到期: due within so many hours. */
export const SOON_HOURS = 24;

export function readQueue(text: string | undefined): QueueName {
  return queueNames.find((name) => name === text) ?? "reported";
}

/** What a queue adds to the filter; the map and the inbox ask the same. */
export function queueFilter(queue: QueueName): FilterParams {
  switch (queue) {
    case "overdue":
    case "open":
      return { status: queue };
    case "due-soon":
      return { dueWithin: String(SOON_HOURS) };
    default:
      return { state: queue };
  }
}

/** How many a queue holds, of the count without any queue; null: that count does not say. */
export function countIn(queue: QueueName, count: ProblemCount): number | null {
  switch (queue) {
    case "overdue":
    case "open":
      return count.byStatus[queue];
    case "due-soon":
      return null;
    default:
      return count.byState[queue] ?? 0;
  }
}
