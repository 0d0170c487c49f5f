import type { CaseStart, CaseStep } from "./case-step.ts";

/**
 * How many deadlines of a case passed while they ran, up to `t`: one that was put off in time is none, one that came back
 * with a rework is another.
 */
export function timesOverdue(start: CaseStart, steps: readonly CaseStep[], t: number): number {
  const missed = new Set<number>();
  let dueAt = runs(start) ? start.dueAt : null;
  for (const { at, clock } of steps) {
    note(dueAt, at);
    dueAt = clock.dueAt;
  }
  note(dueAt, t);
  return missed.size;

  function note(deadline: number | null, until: number): void {
    if (deadline !== null && deadline < until) missed.add(deadline);
  }
}

function runs({ state, isHardDeduction }: CaseStart): boolean {
  const isRunning = state === "reported" || state === "accepted" || state === "dispatched";
  return isRunning && !isHardDeduction;
}
