import { expect, test } from "vitest";
import type { CaseAct } from "../../../domain/case/case-acts.ts";
import { caseStartOf } from "../../../domain/case/case-start.ts";
import type { CaseStep } from "../../../domain/case/case-step.ts";
import { timesOverdue } from "../../../domain/case/times-overdue.ts";
import type { Problem } from "../../../domain/problem.ts";
import { HOUR_MS } from "../../../domain/time.ts";
import { aProblem, T0 } from "../../support/city-builder.ts";

const h = (hours: number) => T0 + hours * HOUR_MS;

function start(given: Partial<Omit<Problem, "id" | "category" | "position">>) {
  return caseStartOf(aProblem(given), null, null);
}

/** A step of which only its time and the deadline after it matter. */
function step(act: CaseAct, at: number, dueAt: number | null): CaseStep {
  const clock = {
    dueAt,
    deadline: dueAt,
    stoppedAt: null,
    remainingMs: null,
    countsWorkTime: false,
  };
  return { act, at, clock } as CaseStep;
}

test("a deadline counts once it has passed undone, and no more than once", () => {
  const begun = start({ state: "dispatched", dueAt: h(10) });
  expect(timesOverdue(begun, [], h(9))).toBe(0);
  expect(timesOverdue(begun, [], h(10))).toBe(0);
  expect(timesOverdue(begun, [], h(11))).toBe(1);
  const refused = [step("request-extension", h(12), h(10)), step("refuse-extension", h(13), h(10))];
  expect(timesOverdue(begun, refused, h(20))).toBe(1);
});

test("one put off in time is none, one put off when it was over is", () => {
  const begun = start({ state: "dispatched", dueAt: h(10) });
  expect(timesOverdue(begun, [step("grant-extension", h(9), h(30))], h(20))).toBe(0);
  expect(timesOverdue(begun, [step("grant-extension", h(11), h(30))], h(20))).toBe(1);
  expect(timesOverdue(begun, [step("grant-extension", h(11), h(30))], h(31))).toBe(2);
});

test("done too late and sent back counts twice once the second is over", () => {
  const begun = start({ state: "dispatched", dueAt: h(10) });
  const late = [step("rectify", h(12), null), step("rework", h(13), h(14))];
  expect(timesOverdue(begun, late, h(13.5))).toBe(1);
  expect(timesOverdue(begun, late, h(15))).toBe(2);
  const inTime = [step("rectify", h(9), null), step("rework", h(13), h(14))];
  expect(timesOverdue(begun, inTime, h(15))).toBe(1);
});

test("nothing counts while the clock stands, for hard deductions, or after the end", () => {
  expect(timesOverdue(start({ state: "suspended", dueAt: h(10) }), [], h(99))).toBe(0);
  const hard = start({ state: "dispatched", dueAt: h(10), isHardDeduction: true });
  expect(timesOverdue(hard, [], h(99))).toBe(0);
  const begun = start({ state: "dispatched", dueAt: h(10) });
  expect(timesOverdue(begun, [step("grant-suspension", h(5), null)], h(99))).toBe(0);
});
