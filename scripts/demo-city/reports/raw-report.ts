import type { Closing } from "../../../domain/problem.ts";
import type { Spot } from "./spots.ts";

/**
 * One report before it has an id, a position and words. Times are epoch milliseconds, whole
 * seconds.
 */
export type RawReport = {
  readonly spot: Spot;
  /** Which copy of the city it belongs to. */
  readonly copy: number;
  readonly reportedAt: number;
  readonly source: string;
  readonly dueAt: number | null;
  /** As they will be, those after the end of the history included. */
  readonly closings: readonly Closing[];
  readonly isHardDeduction: boolean;
  /** 0 for the first episode of the spot. */
  readonly episode: number;
  /** A further report of an episode that has begun. */
  readonly isDuplicate: boolean;
};
