import type { TurnedOverdue } from "../problem-index/turned-overdue.ts";

export type LivePulse = {
  /** Hears at each beat whose time ran out since the last one. Answers a function that stops it. */
  listen(heard: (overdue: readonly TurnedOverdue[]) => void): () => void;
};

/** One beat for all who watch: what changes with time alone is looked up once for everybody, and for nobody not at all. */
export function livePulse(
  everyMs: number,
  now: () => number,
  turnedOverdue: (since: number, t: number) => readonly TurnedOverdue[],
): LivePulse {
  const listeners = new Set<(overdue: readonly TurnedOverdue[]) => void>();
  let timer: NodeJS.Timeout | null = null;
  let since = now();

  function beat(): void {
    const [from, t] = [since, now()];
    since = t;
    const overdue = turnedOverdue(from, t);
    for (const heard of listeners) heard(overdue);
  }

  return {
    listen(heard) {
      if (timer === null) {
        since = now();
        timer = setInterval(beat, everyMs);
        timer.unref();
      }
      listeners.add(heard);
      return () => {
        listeners.delete(heard);
        if (listeners.size > 0 || timer === null) return;
        clearInterval(timer);
        timer = null;
      };
    },
  };
}
