/** A picture's callbacks, with what else ran on the main thread in the time of one frame before. */
export type FrameRecord = {
  readonly at: number;
  /** When the last callback and what followed from it was done. */
  readonly to: number;
  readonly scriptMs: number;
  /** Calls that draw; none where no map was drawn. */
  readonly draws: number;
  /** Drawn again as it was, for the measurement. */
  readonly isForced: boolean;
};

export type Timed = { readonly at: number; readonly ms: number };

/** What the probe of a page saw; times are ms since the page was begun. */
export type WallRecords = {
  readonly frames: readonly FrameRecord[];
  /** Calls that took a millisecond or more, with the promises that followed. */
  readonly tasks: readonly Timed[];
  /** As the browser tells them: 50 ms or more, with everything. */
  readonly longTasks: readonly Timed[];
  readonly steps: readonly { readonly at: number; readonly step: string }[];
  /** All that was counted. */
  readonly countedMs: number;
  readonly endedAt: number;
};

/** The same with the processor time of every task, from then on. */
export type TracedRecords = WallRecords & {
  readonly tracedFrom: number;
  readonly traced: readonly Timed[];
};
