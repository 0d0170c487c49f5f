import type { Viewer } from "../../../domain/account.ts";
import type { CaseAct } from "../../../domain/case/case-acts.ts";
import type { ActInput } from "../../../domain/case/case-step.ts";
import type { TimeLimit } from "../../../domain/case/time-limit.ts";
import type { Closing, ProblemState } from "../../../domain/problem.ts";
import {
  calendar,
  chief,
  inspector,
  operator,
  otherProblemId,
  person,
  unitA,
  unitB,
  workerA,
  workerB,
} from "./case-people.ts";

export const people: readonly Viewer[] = [
  operator,
  chief,
  inspector,
  workerA,
  workerB,
  person("leader", unitA),
];

const office = [operator, chief];
const checkers = [inspector, operator, chief];
const HOUR = 3_600_000;

/** What is known of one case by plain book-keeping: a state, and an amount of time that is used up while it runs. */
export type CaseModel = {
  readonly limit: TimeLimit | null;
  readonly isHard: boolean;
  now: number;
  state: ProblemState;
  unit: string | null;
  /** Time left now, in the time the limit counts; null: no deadline yet. */
  left: number | null;
  runs: boolean;
  startedAt: number;
  pending: { kind: string; by: string; until: number | null } | null;
  rectified: { at: number; by: string; left: number | null } | null;
  reworks: number;
  closings: Closing[];
  isUnverified: boolean;
  visits: { id: string; isRecorded: boolean }[];
  merged: Pick<CaseModel, "state" | "runs" | "pending"> | null;
  steps: number;
};

export function newModel(now: number, limit: TimeLimit | null, isHard: boolean): CaseModel {
  return {
    limit: isHard ? null : limit,
    isHard,
    now,
    state: "reported",
    unit: null,
    left: null,
    runs: false,
    startedAt: now,
    pending: null,
    rectified: null,
    reworks: 0,
    closings: [],
    isUnverified: false,
    visits: [],
    merged: null,
    steps: 0,
  };
}

export function measured(model: CaseModel, a: number, b: number): number {
  const isWork = model.limit?.unit.startsWith("work") ?? false;
  return isWork ? calendar.workMsBetween(a, b) : b - a;
}

function atLeast(model: CaseModel, left: number): number {
  return Math.max(model.now + left, calendar.addWorkMs(model.now, left));
}

export function wait(model: CaseModel, ms: number): void {
  const then = model.now + ms;
  if (model.runs && model.left !== null) model.left -= measured(model, model.now, then);
  model.now = then;
}

/** Who may do what as the case stands. */
export function movesOf(model: CaseModel): [CaseAct, Viewer][] {
  const { state, pending, rectified, unit } = model;
  const by = (acts: readonly CaseAct[], who: readonly Viewer[]) =>
    acts.flatMap((act) => who.map((viewer): [CaseAct, Viewer] => [act, viewer]));
  const holder = [workerA, workerB].filter(({ unitId }) => unitId === unit);
  switch (state) {
    case "reported":
      return by(["accept", "reject", "close-directly", "withdraw", "merge"], office);
    case "accepted":
      return by(["dispatch", "close-directly", "withdraw", "merge"], office);
    case "dispatched": {
      const answers: CaseAct[] =
        pending?.kind === "extension"
          ? ["grant-extension", "refuse-extension"]
          : ["grant-suspension", "refuse-suspension"];
      const requests: CaseAct[] =
        model.left === null ? ["request-suspension"] : ["request-suspension", "request-extension"];
      return [
        ...by(["dispatch", "rectify", "close-directly", "withdraw", "merge"], office),
        ...by(["hand-back", "rectify"], holder),
        ...by(pending ? [] : requests, holder),
        ...by(
          pending ? answers : [],
          office.filter(({ account }) => account !== pending?.by),
        ),
      ];
    }
    case "rectified":
      return [
        ...by(
          ["pass", "rework"],
          checkers.filter(({ account }) => account !== rectified?.by),
        ),
        ...by(["close-directly", "withdraw"], office),
      ];
    case "verified":
      return by(["close", "close-directly", "withdraw"], office);
    case "closed":
      return [
        ...by(["reopen", "withdraw"], office),
        ...by(["plan-visit", "record-visit"], checkers),
      ];
    case "suspended":
      return by(["resume", "close-directly", "withdraw"], office);
    case "withdrawn":
      return by(model.merged ? ["unmerge"] : [], office);
    case "rejected":
      return [];
  }
}

/** Everything an act may need; `spice` chooses among what may be left out. */
export function inputFor(model: CaseModel, act: CaseAct, spice: number): ActInput {
  const whole: ActInput = { reason: "理由", note: "说明" };
  const later = model.now + (spice + 1) * 20 * HOUR;
  const planned = model.visits.find(({ isRecorded }) => !isRecorded);
  switch (act) {
    case "dispatch": {
      const dueAt = spice % 4 === 3 && model.limit ? later : undefined;
      return { ...whole, unitId: model.unit === unitA ? unitB : unitA, dueAt };
    }
    case "rectify":
      return { ...whole, photos: [{ file: `${model.steps}.jpg`, kind: "after" }] };
    case "request-extension":
      return { ...whole, amount: { value: 1 + (spice % 5), unit: "work-hour" } };
    case "grant-extension": {
      // A merge that is undone moves the deadline, perhaps past what was asked for before it.
      const asked = model.pending?.until ?? 0;
      const isOver = asked <= model.now || measured(model, model.now, asked) <= (model.left ?? 0);
      // The deadline may lie behind the last work hour by a holiday.
      const due = atLeast(model, Math.max(0, model.left ?? 0)) + 30 * 24 * HOUR;
      return { until: isOver || spice % 2 ? due : undefined };
    }
    case "merge":
      return { mergedInto: otherProblemId };
    case "plan-visit":
      return { visitAt: later };
    case "record-visit":
      return {
        outcome: spice % 2 ? "held" : "relapsed",
        visitId: spice % 3 ? planned?.id : undefined,
      };
    default:
      return whole;
  }
}

/** What the act does to the books; `given` is the instant that a request or grant came to. */
export function keepBooks(
  model: CaseModel,
  act: CaseAct,
  by: Viewer,
  input: ActInput,
  given: { id: string; until: number | null },
): void {
  const { now, limit } = model;
  model.steps++;
  const start = (dueAt: number | null) => {
    model.left = dueAt === null ? null : measured(model, now, dueAt);
    model.runs = dueAt !== null;
    model.startedAt = now;
  };
  const whole = limit && calendar.addLimit(now, limit);
  const moveTo = (state: ProblemState, runs: boolean) => {
    model.state = state;
    model.runs = runs && model.left !== null;
    model.pending = null;
  };
  switch (act) {
    case "accept":
      moveTo("accepted", false);
      return;
    case "reject":
      moveTo("rejected", false);
      return;
    case "dispatch":
      if (model.state === "accepted") start(input.dueAt ?? whole);
      else if (input.dueAt !== undefined) model.left = measured(model, now, input.dueAt);
      model.unit = input.unitId ?? null;
      moveTo("dispatched", true);
      return;
    case "hand-back":
      model.unit = null;
      moveTo("accepted", false);
      return;
    case "rectify":
      model.rectified = { at: now, by: by.account, left: model.left };
      moveTo("rectified", false);
      return;
    case "pass":
      moveTo("verified", false);
      return;
    case "rework":
      model.rectified = null;
      model.reworks++;
      if (model.left !== null) {
        const least = measured(model, now, calendar.addWorkMs(now, 4 * HOUR));
        model.left = Math.max(model.left, least);
      }
      moveTo("dispatched", true);
      return;
    case "close":
    case "close-directly": {
      const isVerified = model.state === "verified" && model.rectified !== null;
      const closedAt = isVerified ? (model.rectified?.at ?? now) : now;
      model.closings = [...model.closings, { closedAt, reopenedAt: null }];
      model.isUnverified = !isVerified;
      moveTo("closed", false);
      return;
    }
    case "reopen": {
      const last = model.closings.at(-1);
      if (!last) throw new Error("reopened what was not closed");
      model.closings = [...model.closings.slice(0, -1), { ...last, reopenedAt: now }];
      model.rectified = null;
      model.isUnverified = false;
      start(model.unit === null ? null : whole);
      moveTo(model.unit === null ? "accepted" : "dispatched", true);
      return;
    }
    case "withdraw":
      moveTo("withdrawn", false);
      return;
    case "request-extension":
    case "request-suspension":
      model.pending = { kind: act.slice(8), by: by.account, until: given.until };
      return;
    case "grant-extension":
      model.left = given.until === null ? model.left : measured(model, now, given.until);
      model.pending = null;
      return;
    case "refuse-extension":
    case "refuse-suspension":
      model.pending = null;
      return;
    case "grant-suspension":
      moveTo("suspended", false);
      return;
    case "resume":
      moveTo("dispatched", true);
      return;
    case "merge":
      model.merged = { state: model.state, runs: model.runs, pending: model.pending };
      moveTo("withdrawn", false);
      return;
    case "unmerge": {
      if (!model.merged) throw new Error("unmerged what was not merged");
      Object.assign(model, model.merged, { merged: null });
      return;
    }
    case "plan-visit":
      model.visits.push({ id: given.id, isRecorded: false });
      return;
    case "record-visit": {
      const visit = model.visits.find(({ id }) => id === input.visitId);
      if (visit) visit.isRecorded = true;
      else model.visits.push({ id: given.id, isRecorded: true });
    }
  }
}
