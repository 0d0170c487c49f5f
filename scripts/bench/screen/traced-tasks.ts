import type { Timed } from "./wall-records.ts";

/** An event of a browser's trace; times are µs. */
export type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Processor time of the thread. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly startTime?: number } };
};

const TASK = /RunTask$/;

/**
 * Tasks of the thread that set the mark, with the processor time they took, at the page's own times, ms. What the thread
 * waited for, a drawing process or its turn on a busy machine, is not in it; style, layout and painting are.
 */
export function tracedTasks(events: readonly TraceEvent[], mark: string): Timed[] {
  const marked = events.find(({ name, args }) => name === mark && args?.data?.startTime);
  if (!marked) throw new Error(`The trace has no mark ${mark}`);
  const { pid, tid, ts } = marked;
  const begin = ts / 1000 - (marked.args?.data?.startTime ?? 0);
  return events
    .filter((event) => event.pid === pid && event.tid === tid && TASK.test(event.name))
    .map((event) => ({ at: event.ts / 1000 - begin, ms: (event.tdur ?? 0) / 1000 }))
    .toSorted((a, b) => a.at - b.at);
}
