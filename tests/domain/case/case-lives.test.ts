import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Viewer } from "../../../domain/account.ts";
import { refusalOf } from "../../../domain/case/allowed-acts.ts";
import { type CaseAct, caseActs } from "../../../domain/case/case-acts.ts";
import { caseFileOf } from "../../../domain/case/case-file.ts";
import type { CaseStep } from "../../../domain/case/case-step.ts";
import { type ProjectedCase, projected } from "../../../domain/case/project-case.ts";
import { limitUnits } from "../../../domain/case/time-limit.ts";
import { orderClosings } from "../../../domain/imports/record-closings.ts";
import { isClosedAt, isOverdueAt, problemStates } from "../../../domain/problem.ts";
import {
  type CaseModel,
  inputFor,
  keepBooks,
  measured,
  movesOf,
  newModel,
  people,
  wait,
} from "./case-model.ts";
import { LivedCase, local, startAt } from "./case-people.ts";

const LIVES = 2000;
const taken = new Map<CaseAct, number>();
const reached = new Set<string>(["reported"]);
let refused = 0;

/** The case under test, and the problem as storage would have it. */
type Real = { readonly lived: LivedCase; problem: ProjectedCase };

class Wait implements fc.Command<CaseModel, Real> {
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }
  check = () => true;
  run(model: CaseModel, real: Real): void {
    wait(model, this.ms);
    clockAgrees(model, real.lived);
    problemAgrees(model, real.problem);
  }
  toString = () => `wait ${this.ms} ms`;
}

/** One of the acts that the books allow, mostly one that does not end it. */
class Move implements fc.Command<CaseModel, Real> {
  readonly pick: number;
  readonly spice: number;
  done = "";
  constructor(pick: number, spice: number) {
    this.pick = pick;
    this.spice = spice;
  }
  check = (model: Readonly<CaseModel>) => movesOf(model).length > 0;
  run(model: CaseModel, real: Real): void {
    const all = movesOf(model);
    const lively = all.filter(([act]) => !/withdraw|reject|close-directly|merge/.test(act));
    const moves = this.spice < 10 && lively.length > 0 ? lively : all;
    const [act, by] = moves[this.pick % moves.length]!;
    this.done = `${act} by ${by.account} (${this.spice})`;
    perform(model, real, act, by, this.spice);
    agree(model, real);
  }
  toString = () => this.done || "move";
}

/** Any act by anybody: done if the books allow it, else refused and nothing changed. */
class Attempt implements fc.Command<CaseModel, Real> {
  readonly act: CaseAct;
  readonly by: Viewer;
  readonly spice: number;
  constructor(act: CaseAct, by: Viewer, spice: number) {
    this.act = act;
    this.by = by;
    this.spice = spice;
  }
  check = () => true;
  run(model: CaseModel, real: Real): void {
    const { act, by, spice } = this;
    const isAllowed = movesOf(model).some(([a, viewer]) => a === act && viewer === by);
    if (isAllowed) perform(model, real, act, by, spice);
    else {
      refused++;
      const { lived } = real;
      const context = lived.contextAt(model.now);
      const input = inputFor(model, act, spice);
      expect(refusalOf(lived.file, act, by, input, context)).not.toBeNull();
      expect(() => lived.take(act, by, model.now, input)).toThrow(RangeError);
    }
    agree(model, real);
  }
  toString = () => `try ${this.act} by ${this.by.account} (${this.spice})`;
}

function perform(model: CaseModel, real: Real, act: CaseAct, by: Viewer, spice: number): void {
  const { lived } = real;
  const input = inputFor(model, act, spice);
  const before = lived.file;
  const step = lived.take(act, by, model.now, input);
  real.problem = { ...real.problem, ...projected(real.problem, lived.file, step) };
  keepBooks(model, act, by, input, { id: step.id, until: step.requestedUntil });
  taken.set(act, (taken.get(act) ?? 0) + 1);
  reached.add(lived.file.state);
  if (act === "unmerge") {
    expect({ ...lived.file, ...clockOf(before) }).toEqual({
      ...before.beforeMerge,
      lastAt: model.now,
      ...clockOf(before),
    });
  }
  if (lived.file.state === "closed" && before.state !== "closed") punctual(model, real);
}

const clockOf = ({ clock, dueAt, deadline, isClockStopped }: LivedCase["file"]) => ({
  clock,
  dueAt,
  deadline,
  isClockStopped,
});

/** In time is what had time left when it was rectified, or when it was closed unverified. */
function punctual(model: CaseModel, { lived, problem }: Real): void {
  const left = model.isUnverified ? model.left : (model.rectified?.left ?? null);
  const closedAt = problem.closings.at(-1)?.closedAt ?? Number.NaN;
  expect(lived.file.closedAt).toBe(closedAt);
  if (left === null) expect(problem.dueAt).toBeNull();
  else if (left !== 0) expect(closedAt <= (problem.dueAt ?? Number.NaN)).toBe(left > 0);
}

/** After every act: the case is what the books say, and can be told again from its steps as they are kept. */
function agree(model: CaseModel, { lived, problem }: Real): void {
  const { file, steps } = lived;
  same(
    {
      state: file.state,
      unit: file.unitId,
      reworks: file.reworks,
      isUnverified: file.isUnverified,
      pending: file.pendingRequest?.kind,
      rectifiedAt: file.rectified?.at,
      isMerged: file.mergedInto !== null,
      visits: file.visits.map(({ id, recordedAt }) => ({ id, isRecorded: recordedAt !== null })),
      rights: rightsByAct(lived),
      steps: steps.length,
    },
    {
      state: model.state,
      unit: model.unit,
      reworks: model.reworks,
      isUnverified: model.isUnverified,
      pending: model.pending?.kind,
      rectifiedAt: model.rectified?.at,
      isMerged: model.merged !== null,
      visits: model.visits,
      rights: listed(movesOf(model)),
      steps: model.steps,
    },
  );
  clockAgrees(model, lived);
  problemAgrees(model, problem);
  const kept: CaseStep[] = JSON.parse(JSON.stringify(steps));
  same(caseFileOf(JSON.parse(JSON.stringify(lived.start)), kept), file);
  const [last, one] = [steps.at(-1), steps.at(-2)];
  same(last?.from ?? lived.start.state, one?.to ?? lived.start.state);
  same((last?.at ?? model.now) >= (one?.at ?? lived.start.reportedAt), true);
}

/** The plain comparison first: `expect` takes twenty times as long. */
function same(actual: unknown, wanted: unknown): void {
  if (!isDeepStrictEqual(actual, wanted)) expect(actual).toEqual(wanted);
}

function rightsByAct(lived: LivedCase): string {
  return listed(
    people.flatMap((by) => lived.actsOf(by).map((act): [CaseAct, Viewer] => [act, by])),
  );
}

function listed(moves: readonly (readonly [CaseAct, Viewer])[]): string {
  return moves
    .map(([act, { account }]) => `${act} by ${account}`)
    .sort()
    .join(", ");
}

function clockAgrees(model: CaseModel, { file }: LivedCase): void {
  const { runs, now } = model;
  const { dueAt, deadline, clock } = file;
  same(
    {
      runs: dueAt !== null,
      isStopped: file.isClockStopped,
      left: dueAt === null ? clock.remainingMs : measured(model, now, dueAt),
      isTimed: deadline !== null,
      isRunningElsewhere: dueAt !== null && file.state !== "dispatched",
      isDueBeforeItStarted: deadline !== null && deadline < model.startedAt,
    },
    {
      runs,
      isStopped: !runs && model.left !== null,
      left: model.left,
      isTimed: model.left !== null,
      isRunningElsewhere: false,
      isDueBeforeItStarted: false,
    },
  );
}

function problemAgrees(model: CaseModel, problem: ProjectedCase): void {
  const { now, closings, left } = model;
  same(problem.closings, closings);
  same(orderClosings(problem.closings), { closings: problem.closings, dropped: [] });
  same(isClosedAt(problem.closings, now), closings.at(-1)?.reopenedAt === null);
  same(problem.photos.length <= 20, true);
  if (model.state === "withdrawn" || model.state === "rejected") return;
  const isOverdue = isOverdueAt({ ...problem, isHardDeduction: model.isHard }, now);
  // With no time left it depends on the moment within a pause of work.
  if (!model.runs || left !== 0) same(isOverdue, model.runs && (left ?? 0) < 0);
}

const spice = fc.nat(11);
const someTime = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 1, max: 4 * 3_600_000 }),
  fc.integer({ min: 1, max: 9 * 24 * 3_600_000 }),
);
const aMove = fc.tuple(fc.nat(1000), spice).map(([pick, s]) => new Move(pick, s));
const commands = [
  someTime.map((ms) => new Wait(ms)),
  aMove,
  aMove,
  aMove,
  fc
    .tuple(fc.constantFrom(...caseActs), fc.constantFrom(...people), spice)
    .map(([act, by, s]) => new Attempt(act, by, s)),
];
const aLimit = fc.oneof(
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 6,
    arbitrary: fc.record({
      value: fc.integer({ min: 1, max: 30 }),
      unit: fc.constantFrom(...limitUnits),
    }),
  },
);
const aStart = fc.record({
  at: fc.integer({ min: local("2026-01-01T00:00"), max: local("2026-10-31T00:00") }),
  limit: aLimit,
  isHard: fc.nat(9).map((n) => n === 0),
});

describe("random lives of a case", () => {
  test("never come to a state that cannot be, never lose a step, never use up time that is stopped", () => {
    fc.assert(
      fc.property(aStart, fc.commands(commands, { maxCommands: 60, size: "+1" }), (start, life) => {
        const { at, limit, isHard } = start;
        fc.modelRun(() => {
          const lived = new LivedCase(startAt(at, { isHardDeduction: isHard }), limit);
          const problem: ProjectedCase = {
            state: "reported",
            dueAt: null,
            assignedUnitId: null,
            closings: [],
            photos: [],
          };
          return { model: newModel(at, limit, isHard), real: { lived, problem } };
        }, life);
      }),
      { numRuns: LIVES },
    );
    expect([...taken.keys()].sort()).toEqual([...caseActs].sort());
    expect(Math.min(...taken.values())).toBeGreaterThan(20);
    expect([...reached].sort()).toEqual([...problemStates].sort());
    expect(refused).toBeGreaterThan(LIVES);
  }, 120_000);
});
