import type { HeardEvent } from "../api/live-stream.ts";

/** What happened since the page's clock was set last. */
export type LiveDelta = {
  /** Where problems came, changed or ran out of time. */
  readonly touched: readonly (readonly [lng: number, lat: number])[];
  readonly hasProblems: boolean;
  readonly hasRecurrence: boolean;
  readonly hasDuties: boolean;
  /** Tables that only some answers are made of. */
  readonly tables: readonly string[];
  /** Anything may have happened. */
  readonly isUnknown: boolean;
};

export const nothing: LiveDelta = {
  touched: [],
  hasProblems: false,
  hasRecurrence: false,
  hasDuties: false,
  tables: [],
  isUnknown: false,
};

/** A delta with one more event. */
export function withEvent(delta: LiveDelta, event: HeardEvent): LiveDelta {
  switch (event.name) {
    case "problem.created":
    case "problem.changed": {
      const touched = [...delta.touched, ...event.data.problems.flatMap(({ at }) => at)];
      return { ...delta, touched, hasProblems: true };
    }
    case "duty.changed":
      return { ...delta, hasDuties: true };
    case "revision": {
      const { overdue, hasRecurrence, tables, reset } = event.data;
      return {
        ...delta,
        touched: [...delta.touched, ...overdue],
        hasProblems: delta.hasProblems || overdue.length > 0,
        hasRecurrence: delta.hasRecurrence || hasRecurrence,
        tables: [...delta.tables, ...tables],
        isUnknown: delta.isUnknown || reset,
      };
    }
  }
}
