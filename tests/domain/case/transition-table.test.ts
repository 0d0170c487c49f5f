import { describe, expect, test } from "vitest";
import { type AccountRole, accountRoles, type Viewer } from "../../../domain/account.ts";
import { allowedActs, refusalOf } from "../../../domain/case/allowed-acts.ts";
import { type CaseAct, caseActs } from "../../../domain/case/case-acts.ts";
import type { CaseFile } from "../../../domain/case/case-file.ts";
import type { ActFacts, CaseRefusal } from "../../../domain/case/case-refusal.ts";
import type { ActInput } from "../../../domain/case/case-step.ts";
import { takeAct } from "../../../domain/case/take-act.ts";
import { type ProblemState, problemStates } from "../../../domain/problem.ts";
import {
  chief,
  dispatchedAt,
  inspector,
  LivedCase,
  local,
  operator,
  otherProblemId,
  person,
  startAt,
  unitA,
  unitB,
  workerA,
} from "./case-people.ts";

const columns = ["rep", "acc", "dis", "rec", "ver", "clo", "rej", "wit", "sus"] as const;
const stateOf = Object.fromEntries(
  columns.map((column, i) => [column, problemStates[i]]),
) as Record<(typeof columns)[number], ProblemState>;

/**
 * Written down from the rules as people say them, not from the program's table. A cell is the state an act leads to (`=`:
 * stays, `.`: cannot be); `u` is the unit that holds it, o operator, a admin, i inspector. The unit holds the case from its dispatch on.
 */
const sheet = `
act                who   rep acc dis rec ver clo rej wit sus
accept             oa    acc  .   .   .   .   .   .   .   .
reject             oa    rej  .   .   .   .   .   .   .   .
dispatch           oa     .  dis dis  .   .   .   .   .   .
hand-back          u      .   .  acc  .   .   .   .   .   .
rectify            uoa    .   .  rec  .   .   .   .   .   .
pass               ioa    .   .   .  ver  .   .   .   .   .
rework             ioa    .   .   .  dis  .   .   .   .   .
close              oa     .   .   .   .  clo  .   .   .   .
close-directly     oa    clo clo clo clo clo  .   .   .  clo
reopen             oa     .   .   .   .   .  dis  .   .   .
withdraw           oa    wit wit wit wit wit wit  .   .  wit
request-extension  u      .   .   =   .   .   .   .   .   .
grant-extension    oa     .   .   =   .   .   .   .   .   .
refuse-extension   oa     .   .   =   .   .   .   .   .   .
request-suspension u      .   .   =   .   .   .   .   .   .
grant-suspension   oa     .   .  sus  .   .   .   .   .   .
refuse-suspension  oa     .   .   =   .   .   .   .   .   .
resume             oa     .   .   .   .   .   .   .   .  dis
merge              oa    wit wit wit  .   .   .   .   .   .
unmerge            oa     .   .   .   .   .   .   .  acc  .
plan-visit         ioa    .   .   .   .   .   =   .   .   .
record-visit       ioa    .   .   .   .   .   =   .   .   .
`;

type Line = { who: string; to: Record<ProblemState, ProblemState | null> };
const lines = new Map<string, Line>(
  sheet
    .trim()
    .split("\n")
    .slice(1)
    .map((row) => {
      const [act = "", who = "", ...cells] = row.split(/\s+/);
      const to = problemStates.map((state, i) => {
        const cell = cells[i] ?? ".";
        if (cell === ".") return [state, null];
        return [state, cell === "=" ? state : stateOf[cell as keyof typeof stateOf]];
      });
      return [act, { who, to: Object.fromEntries(to) }];
    }),
);
const letterOf: Partial<Record<AccountRole, string>> = {
  operator: "o",
  admin: "a",
  inspector: "i",
};

const t = local("2026-03-02T09:00");
const limit = { value: 14, unit: "work-hour" } as const;
const later = t + 3_600_000;
const reason = "理由";
const full: ActInput = {
  reason,
  note: "已清理",
  photos: [{ file: "after.jpg", kind: "after" }],
  unitId: unitB,
  until: local("2026-03-20T12:00"),
  mergedInto: otherProblemId,
  visitAt: local("2026-03-16T09:00"),
  outcome: "held",
};
const facts: ActFacts = { at: later, isDutyUnit: true, isTargetOpen: true };

/** A case in a state, held by unit A from its dispatch on, waiting for the answer that the act gives. */
function caseIn(state: ProblemState, act: CaseAct): LivedCase {
  const waiting = new LivedCase(startAt(t), limit);
  if (state === "reported") return waiting;
  if (state === "rejected") waiting.take("reject", operator, t, { reason });
  else waiting.take("accept", operator, t);
  if (state === "rejected" || state === "accepted") return waiting;
  if (state === "withdrawn") {
    waiting.take("merge", operator, t, { mergedInto: otherProblemId });
    return waiting;
  }
  const held = dispatchedAt(t, limit);
  if (state === "dispatched") return asked(held, act);
  if (state === "suspended") {
    held.take("request-suspension", workerA, t, { reason });
    held.take("grant-suspension", operator, t);
    return held;
  }
  held.take("rectify", workerA, t, { note: "已清理" });
  if (state !== "rectified") held.take("pass", inspector, t);
  if (state === "closed") held.take("close", operator, t);
  return held;
}

function asked(held: LivedCase, act: CaseAct): LivedCase {
  if (/^(grant|refuse)-extension$/.test(act)) {
    held.take("request-extension", workerA, t, { until: local("2026-03-19T12:00"), reason });
  }
  if (/^(grant|refuse)-suspension$/.test(act)) {
    held.take("request-suspension", workerA, t, { reason });
  }
  return held;
}

/** Every role, of the unit that holds it, of another one and of none. None of them acted in the case before. */
const viewers: readonly Viewer[] = accountRoles.flatMap((role) =>
  [unitA, unitB, null].map((unitId) => person(role, unitId, `other ${role} ${unitId}`)),
);

function expected(
  act: CaseAct,
  file: CaseFile,
  { role, unitId }: Viewer,
): ProblemState | CaseRefusal {
  const line = lines.get(act);
  if (!line) throw new Error(`the sheet lacks ${act}`);
  const isUnits = role === "unit" && line.who.includes("u");
  if (!isUnits && !line.who.includes(letterOf[role] ?? "-")) return "wrong-role";
  const to = line.to[file.state];
  if (to === null) return "wrong-state";
  if (isUnits && unitId !== unitA) return "not-your-unit";
  const isCheck = act === "pass" || act === "rework";
  return isCheck && unitId === unitA ? "same-unit" : to;
}

describe("every state × every act × every role and unit", () => {
  test("the sheet has every act and nothing else", () => {
    expect([...lines.keys()].sort()).toEqual([...caseActs].sort());
    expect(columns.map((column) => stateOf[column].slice(0, 3))).toEqual(columns);
  });

  test.each(caseActs)("%s", (act) => {
    let allowed = 0;
    for (const state of problemStates) {
      const lived = caseIn(state, act);
      expect(lived.file.state).toBe(state);
      for (const viewer of viewers) {
        const wanted = expected(act, lived.file, viewer);
        const where = `${act} in ${state} by ${viewer.account}`;
        const isAllowed = (problemStates as readonly string[]).includes(wanted);
        const refusal = refusalOf(lived.file, act, viewer, full, facts);
        expect(refusal, where).toBe(isAllowed ? null : wanted);
        expect(lived.actsOf(viewer).includes(act), where).toBe(isAllowed);
        const take = () => takeAct(lived.file, act, viewer, full, lived.contextAt(later));
        if (isAllowed) {
          allowed++;
          expect(take(), where).toMatchObject({ act, from: state, to: wanted, at: later });
        } else expect(take, where).toThrow(RangeError);
      }
    }
    expect(allowed).toBeGreaterThan(0);
  });

  test("who only looks may do nothing in any state", () => {
    for (const state of problemStates) {
      for (const role of ["leader", "planner", "screen", "public"] as const) {
        expect(allowedActs(caseIn(state, "accept").file, person(role, unitA))).toEqual([]);
      }
    }
  });
});

describe("what an act asks for", () => {
  const cases: readonly [CaseAct, ProblemState, Viewer, ActInput, CaseRefusal][] = [
    ["reject", "reported", operator, { reason: undefined }, "reason-missing"],
    ["reject", "reported", operator, { reason: "  " }, "reason-missing"],
    ["dispatch", "accepted", operator, { unitId: undefined }, "unit-missing"],
    ["dispatch", "dispatched", operator, { unitId: unitA }, "same-unit-again"],
    ["dispatch", "accepted", operator, { dueAt: later }, "too-early"],
    ["hand-back", "dispatched", workerA, { reason: undefined }, "reason-missing"],
    ["rectify", "dispatched", workerA, { note: " ", photos: [] }, "evidence-missing"],
    ["rectify", "dispatched", operator, { note: " ", photos: undefined }, "evidence-missing"],
    ["rectify", "dispatched", operator, { reason: undefined }, "reason-missing"],
    ["rework", "rectified", inspector, { reason: undefined }, "reason-missing"],
    ["close-directly", "dispatched", operator, { closedAt: t - 1 }, "closing-time"],
    ["close-directly", "dispatched", operator, { closedAt: later + 1 }, "closing-time"],
    ["reopen", "closed", operator, { reason: undefined }, "reason-missing"],
    ["withdraw", "closed", operator, { reason: undefined }, "reason-missing"],
    ["request-extension", "dispatched", workerA, { until: undefined }, "until-missing"],
    ["request-extension", "dispatched", workerA, { reason: undefined }, "reason-missing"],
    ["request-extension", "dispatched", workerA, { until: later + 1 }, "too-early"],
    ["grant-extension", "dispatched", operator, { until: later + 1 }, "too-early"],
    ["refuse-extension", "dispatched", operator, { reason: undefined }, "reason-missing"],
    ["request-suspension", "dispatched", workerA, { reason: undefined }, "reason-missing"],
    ["request-suspension", "dispatched", workerA, { until: later }, "too-early"],
    ["refuse-suspension", "dispatched", operator, { reason: undefined }, "reason-missing"],
    ["merge", "reported", operator, { mergedInto: undefined }, "target-missing"],
    ["plan-visit", "closed", inspector, { visitAt: undefined }, "visit-time-missing"],
    ["plan-visit", "closed", inspector, { visitAt: later }, "too-early"],
    ["record-visit", "closed", inspector, { outcome: undefined }, "outcome-missing"],
    ["record-visit", "closed", inspector, { visitId: "S99" }, "no-such-visit"],
  ];
  test.each(cases)("%s in %s by $2.role: %j → %s", (act, state, by, input, wanted) => {
    const { file } = caseIn(state, act);
    expect(refusalOf(file, act, by, full, facts)).toBeNull();
    expect(refusalOf(file, act, by, { ...full, ...input }, facts)).toBe(wanted);
  });

  test("a reason is asked for where the unit is not the one duties name, and only there", () => {
    const { file } = caseIn("accepted", "dispatch");
    const bare = { unitId: unitB };
    expect(refusalOf(file, "dispatch", operator, bare, { at: later })).toBe("reason-missing");
    expect(refusalOf(file, "dispatch", operator, bare, facts)).toBeNull();
    expect(refusalOf(file, "dispatch", operator, { ...bare, reason }, { at: later })).toBeNull();
  });

  test("the unit itself needs no reason to report back, and a note or a photo will do", () => {
    const { file } = caseIn("dispatched", "rectify");
    expect(refusalOf(file, "rectify", workerA, { note: "已清理" }, facts)).toBeNull();
    const { photos } = full;
    expect(refusalOf(file, "rectify", workerA, { photos }, facts)).toBeNull();
    const needs = (by: Viewer) =>
      allowedActs(file, by).find(({ act }) => act === "rectify")?.needs ?? [];
    expect(needs(workerA)).toEqual(["evidence"]);
    expect(needs(operator)).toEqual(["evidence", "reason"]);
  });

  test("a case is merged into another one that is there and open", () => {
    const { file } = caseIn("accepted", "merge");
    const itself = { mergedInto: file.problemId };
    expect(refusalOf(file, "merge", operator, itself, facts)).toBe("target-itself");
    expect(refusalOf(file, "merge", operator, full, { at: later })).toBe("target-not-open");
  });
});

describe("who must not be the same", () => {
  test("the account that rectified in the place of the unit does not check", () => {
    const lived = dispatchedAt(t, limit);
    lived.take("rectify", operator, t, { reason, note: "代报" });
    for (const act of ["pass", "rework"] as const) {
      expect(refusalOf(lived.file, act, operator, full, facts)).toBe("same-person");
      expect(refusalOf(lived.file, act, chief, full, facts)).toBeNull();
      const ofTheUnit = person("inspector", unitA);
      expect(refusalOf(lived.file, act, ofTheUnit, full, facts)).toBe("same-unit");
    }
  });

  test("the account that asked does not answer, whatever its role has become", () => {
    for (const kind of ["extension", "suspension"] as const) {
      const { file } = caseIn("dispatched", `grant-${kind}`);
      const promoted = person("operator", null, workerA.account);
      for (const act of [`grant-${kind}`, `refuse-${kind}`] as const) {
        expect(refusalOf(file, act, promoted, full, facts)).toBe("same-person");
        expect(refusalOf(file, act, operator, full, facts)).toBeNull();
      }
    }
  });
});

describe("requests", () => {
  test("are answered as what they are, and once", () => {
    const lived = caseIn("dispatched", "grant-extension");
    expect(refusalOf(lived.file, "grant-suspension", operator, full, facts)).toBe(
      "nothing-pending",
    );
    expect(refusalOf(lived.file, "request-suspension", workerA, full, facts)).toBe(
      "already-pending",
    );
    lived.take("refuse-extension", operator, later, { reason });
    expect(refusalOf(lived.file, "grant-extension", operator, full, facts)).toBe("nothing-pending");
  });

  test("fall with the move of the case, another unit included", () => {
    const moves = [
      ["rectify", workerA],
      ["hand-back", workerA],
      ["dispatch", operator],
      ["withdraw", operator],
    ] as const;
    for (const [act, by] of moves) {
      const lived = caseIn("dispatched", "grant-extension");
      lived.take(act, by, later, full);
      expect(lived.file.pendingRequest, act).toBeNull();
    }
  });

  test("for more time need a deadline to move", () => {
    const hard = dispatchedAt(t, limit, { isHardDeduction: true });
    const free = dispatchedAt(t, null);
    for (const { file } of [hard, free]) {
      expect(file.dueAt).toBeNull();
      expect(refusalOf(file, "request-extension", workerA, full, facts)).toBe("untimed");
      expect(refusalOf(file, "request-suspension", workerA, full, facts)).toBeNull();
    }
    const another = { unitId: unitB, dueAt: local("2026-03-09T12:00") };
    expect(refusalOf(hard.file, "dispatch", operator, another, facts)).toBe("untimed");
    expect(refusalOf(free.file, "dispatch", operator, another, facts)).toBeNull();
  });

  test("that ran out before they were answered ask for another date", () => {
    const lived = caseIn("dispatched", "grant-extension");
    const at = local("2026-03-19T12:00");
    expect(refusalOf(lived.file, "grant-extension", operator, {}, { at })).toBe("too-early");
    const until = at + 1;
    expect(refusalOf(lived.file, "grant-extension", operator, { until }, { at })).toBeNull();
  });
});

describe("states that a case comes to by more than one way", () => {
  test("what nobody holds is reopened as accepted", () => {
    const lived = new LivedCase(startAt(t), limit);
    lived.take("close-directly", operator, t);
    expect(lived.take("reopen", operator, later, { reason }).to).toBe("accepted");
  });

  test("only what was withdrawn by a merge is unmerged", () => {
    const lived = dispatchedAt(t, limit);
    lived.take("withdraw", operator, t, { reason });
    expect(refusalOf(lived.file, "unmerge", operator, full, facts)).toBe("not-merged");
    expect(
      refusalOf(caseIn("withdrawn", "unmerge").file, "unmerge", operator, {}, facts),
    ).toBeNull();
  });

  test("the unit of an imported case acts, once the case is its own", () => {
    const imported = new LivedCase(startAt(t, { state: "dispatched", unitId: unitA }), limit);
    expect(imported.actsOf(workerA)).toContain("rectify");
    const unknown = new LivedCase(startAt(t, { state: "dispatched" }), limit);
    expect(unknown.actsOf(workerA)).toEqual([]);
    expect(unknown.actsOf(person("unit", null))).toEqual([]);
    expect(unknown.actsOf(operator)).toContain("rectify");
  });
});
