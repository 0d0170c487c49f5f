import type { AccountRole, Viewer } from "../../../domain/account.ts";
import { allowedActs } from "../../../domain/case/allowed-acts.ts";
import type { CaseAct } from "../../../domain/case/case-acts.ts";
import { afterStep, type CaseFile, caseFileOf } from "../../../domain/case/case-file.ts";
import type { ActInput, CaseStart, CaseStep } from "../../../domain/case/case-step.ts";
import { chinaCalendar } from "../../../domain/case/china-holidays.ts";
import { type ActContext, takeAct } from "../../../domain/case/take-act.ts";
import type { TimeLimit } from "../../../domain/case/time-limit.ts";
import { WorkCalendar } from "../../../domain/case/work-calendar.ts";
import { workTime } from "../../../domain/case/work-time.ts";
import { ProblemId, UnitId } from "../../../domain/ids.ts";
import { cityClock } from "../../../domain/time.ts";

export const clock = cityClock("Asia/Shanghai");
export const calendar = workTime(WorkCalendar.parse(chinaCalendar()), clock);
export const problemId = ProblemId.parse("P1");
export const otherProblemId = ProblemId.parse("P2");
export const unitA = UnitId.parse("U1");
export const unitB = UnitId.parse("U2");

/** `2026-03-02T09:00` of the city's wall clock. */
export function local(text: string): number {
  const at = clock.parse(`${text.length === 16 ? `${text}:00` : text}+08:00`);
  if (at === null) throw new Error(`no time: ${text}`);
  return at;
}

export function person(
  role: AccountRole,
  unitId: string | null = null,
  account = `${role}-${unitId ?? "city"}`,
): Viewer {
  return { account, name: account, role, person: null, unitId };
}

export const operator = person("operator");
export const chief = person("admin");
export const inspector = person("inspector");
export const workerA = person("unit", unitA);
export const workerB = person("unit", unitB);

export function startAt(at: number, more: Partial<CaseStart> = {}): CaseStart {
  return {
    problemId,
    state: "reported",
    reportedAt: at,
    openedAt: at,
    closedAt: null,
    dueAt: null,
    unitId: null,
    isHardDeduction: false,
    countsWorkTime: false,
    ...more,
  };
}

/** One case as it is lived: every act is a step, the file is what the steps fold to. */
export class LivedCase {
  readonly start: CaseStart;
  readonly limit: TimeLimit | null;
  readonly steps: CaseStep[] = [];
  file: CaseFile;

  constructor(start: CaseStart, limit: TimeLimit | null) {
    this.start = start;
    this.limit = limit;
    this.file = caseFileOf(start, []);
  }

  contextAt(at: number): ActContext {
    return {
      id: `S${this.steps.length + 1}`,
      at,
      calendar,
      limit: this.limit,
      settings: { reworkWorkHours: 4, answerDays: 30 },
      isDutyUnit: true,
      isTargetOpen: true,
    };
  }

  take(act: CaseAct, by: Viewer, at: number, input: ActInput = {}): CaseStep {
    const step = takeAct(this.file, act, by, input, this.contextAt(at));
    this.steps.push(step);
    this.file = afterStep(this.file, step);
    return step;
  }

  actsOf(by: Viewer): CaseAct[] {
    return allowedActs(this.file, by).map(({ act }) => act);
  }
}

/** Accepted and with unit A from `at` on. */
export function dispatchedAt(at: number, limit: TimeLimit | null, more: Partial<CaseStart> = {}) {
  const lived = new LivedCase(startAt(at, more), limit);
  lived.take("accept", operator, at);
  lived.take("dispatch", operator, at, { unitId: unitA });
  return lived;
}
