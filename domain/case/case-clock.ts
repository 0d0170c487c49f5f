import { HOUR_MS } from "../time.ts";
import type { CaseClock } from "./case-step.ts";
import { countsWorkTime, type TimeLimit } from "./time-limit.ts";
import type { WorkTime } from "./work-time.ts";

/** No deadline, or none yet. */
export const noClock: CaseClock = {
  dueAt: null,
  deadline: null,
  stoppedAt: null,
  remainingMs: null,
  countsWorkTime: false,
};

/** Runs to a deadline from now on. */
export function runningTo(dueAt: number, countsWork: boolean): CaseClock {
  return { ...noClock, dueAt, deadline: dueAt, countsWorkTime: countsWork };
}

/** Runs from `at` with the whole limit. */
export function startedClock(at: number, limit: TimeLimit, time: WorkTime): CaseClock {
  return runningTo(time.addLimit(at, limit), countsWorkTime(limit));
}

/** Keeps what remains; one that does not run stays as it is. */
export function stoppedClock(clock: CaseClock, at: number, time: WorkTime): CaseClock {
  if (clock.dueAt === null) return clock;
  const remainingMs = clock.countsWorkTime ? time.workMsBetween(at, clock.dueAt) : clock.dueAt - at;
  return { ...clock, dueAt: null, stoppedAt: at, remainingMs };
}

/**
 * Gives back exactly what remained, overdue included. Where no time that counts has passed the deadline stays, though
 * another instant may have as much work time before it. Unknown remains (imported): the limit anew, or what was due.
 */
export function resumedClock(
  clock: CaseClock,
  at: number,
  limit: TimeLimit | null,
  time: WorkTime,
): CaseClock {
  const { deadline, stoppedAt, remainingMs } = clock;
  if (clock.dueAt !== null || deadline === null) return clock;
  if (stoppedAt === null || remainingMs === null) {
    if (limit === null) return runningTo(deadline, clock.countsWorkTime);
    const fresh = startedClock(at, limit, time);
    return runningTo(Math.max(deadline, fresh.dueAt ?? deadline), fresh.countsWorkTime);
  }
  if (!clock.countsWorkTime) return runningTo(at + remainingMs, false);
  const isSame = time.workMsBetween(stoppedAt, at) === 0;
  return runningTo(isSame ? deadline : time.addWorkMs(at, remainingMs), true);
}

/** 返工: what remained, but at least so many work hours. */
export function reworkClock(
  clock: CaseClock,
  at: number,
  limit: TimeLimit | null,
  time: WorkTime,
  reworkWorkHours: number,
): CaseClock {
  if (clock.deadline === null) return clock;
  const isKnown = clock.remainingMs !== null;
  const resumed = isKnown ? (resumedClock(clock, at, limit, time).dueAt ?? at) : clock.deadline;
  const least = time.addWorkMs(at, Math.round(reworkWorkHours * HOUR_MS));
  return runningTo(Math.max(resumed, least), clock.countsWorkTime);
}
