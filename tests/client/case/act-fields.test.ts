import { describe, expect, test } from "vitest";
import {
  type ActDraft,
  fieldsOf,
  freshDraft,
  lackOf,
  sentAct,
} from "../../../client/case/act-fields.ts";
import { type CaseAct, caseActs, caseRules } from "../../../domain/case/case-acts.ts";
import { missingFrom } from "../../../domain/case/missing-input.ts";

type Facts = Parameters<typeof fieldsOf>[3];

const unit = { id: "U1", name: "城管一中队" };
const accepted: Facts = {
  state: "accepted",
  unit: null,
  dutyUnit: unit,
  isHardDeduction: false,
  pendingRequest: null,
  visits: [],
};
const clock = { now: 0, toLocal: (t: number) => new Date(t).toISOString().slice(0, 16) };
const toInstant = (local: string) => `${local}:00+08:00`;

function open(act: CaseAct, facts: Facts, part: Partial<ActDraft> = {}, photos: string[] = []) {
  const draft = { ...freshDraft(act, facts, clock), ...part };
  const fields = fieldsOf(act, caseRules[act].needs, draft, facts);
  return {
    names: fields.map(({ name }) => name),
    required: fields.filter(({ isRequired }) => isRequired).map(({ name }) => name),
    lack: lackOf(fields, draft, photos),
    sent: sentAct(act, fields, draft, photos, toInstant),
  };
}

describe("the form of an act", () => {
  test("asks a reason of a dispatch only where the unit is another than duty names", () => {
    const byDuty = open("dispatch", accepted);
    expect(byDuty.required).toEqual(["unit"]);
    expect(byDuty.lack).toBeNull();
    expect(byDuty.sent).toEqual({ act: "dispatch", unitId: "U1" });

    const other = open("dispatch", accepted, { unitId: "U2" });
    expect(other.required).toEqual(["unit", "reason"]);
    expect(other.lack).toBe("reason-missing");
    expect(open("dispatch", accepted, { unitId: "U2", reason: " 联合整治 " }).sent).toEqual({
      act: "dispatch",
      unitId: "U2",
      reason: "联合整治",
    });
  });

  test("asks a new deadline where the same unit is told again", () => {
    const held: Facts = { ...accepted, state: "dispatched", unit };
    expect(open("dispatch", held).lack).toBe("unit-missing");
    expect(open("dispatch", held, { unitId: "U1" }).lack).toBe("same-unit-again");
    const moved = open("dispatch", held, { unitId: "U1", deadline: "2026-11-24T18:00" });
    expect(moved.lack).toBeNull();
    expect(moved.sent.dueAt).toBe("2026-11-24T18:00:00+08:00");
  });

  test("offers no deadline of its own where hard deductions are not timed", () => {
    expect(open("dispatch", { ...accepted, isHardDeduction: true }).names).toEqual(["unit"]);
  });

  test("takes photos or words as evidence, and lacks something without either", () => {
    expect(open("rectify", accepted).lack).toBe("evidence-missing");
    expect(open("rectify", accepted, { note: "已清理", reason: "电话反馈" }).lack).toBeNull();
    expect(open("rectify", accepted, { reason: "电话反馈" }, ["a.jpg"]).sent).toEqual({
      act: "rectify",
      photos: ["a.jpg"],
      reason: "电话反馈",
    });
  });

  test("gives an extension as an amount or as a moment, never as both", () => {
    const held: Facts = { ...accepted, state: "dispatched", unit };
    const byAmount = open("request-extension", held, {
      reason: "等待材料",
      until: "2026-12-01T09:00",
    });
    expect(byAmount.sent).toEqual({
      act: "request-extension",
      amount: { value: 3, unit: "work-day" },
      reason: "等待材料",
    });
    const byMoment = open("request-extension", held, {
      reason: "等待材料",
      amount: null,
      until: "2026-12-01T09:00",
    });
    expect(byMoment.sent.amount).toBeUndefined();
    expect(byMoment.sent.until).toBe("2026-12-01T09:00:00+08:00");
    expect(open("request-extension", held, { amount: null, reason: "等待材料" }).lack).toBe(
      "until-missing",
    );
  });

  test("grants what was asked for unless another moment is chosen", () => {
    const until = "2026-12-01T01:00:00Z";
    const asked: Facts = {
      ...accepted,
      state: "dispatched",
      pendingRequest: { kind: "extension", at: until, until, reason: null },
    };
    const granted = open("grant-extension", asked);
    expect(granted.required).toEqual([]);
    expect(granted.sent.until).toBe("2026-12-01T01:00:00+08:00");
  });

  test("names the planned visit that an outcome is of", () => {
    const visit = { visitAt: null, outcome: null, followUpId: null };
    const closed: Facts = {
      ...accepted,
      state: "closed",
      visits: [
        { ...visit, id: "v1", recordedAt: "2026-11-20T01:00:00Z" },
        { ...visit, id: "v2", recordedAt: null },
      ],
    };
    expect(open("record-visit", closed).lack).toBe("outcome-missing");
    expect(open("record-visit", closed, { outcome: "held" }).sent).toEqual({
      act: "record-visit",
      outcome: "held",
      visitId: "v2",
    });
  });

  test("sends nothing of a field that is not shown", () => {
    const draft = { unitId: "U9", target: "YZ-1", reason: "无", deadline: "2026-12-01T09:00" };
    expect(open("accept", accepted, draft).sent).toEqual({ act: "accept" });
  });
});

test("a form that lacks nothing is taken by the server's own checks of what is needed", () => {
  const facts = { at: 0, isDutyUnit: true, isTargetOpen: true };
  for (const act of caseActs) {
    const filled = open(act, accepted, {
      reason: "理由",
      note: "说明",
      unitId: "U1",
      until: "2026-12-01T09:00",
      target: "YZ-2",
      outcome: "held",
    });
    expect(filled.lack, act).toBeNull();
    const { sent } = filled;
    const time = (text: string | undefined) => (text ? Date.parse(text) : undefined);
    const input = {
      ...sent,
      photos: [],
      dueAt: time(sent.dueAt),
      until: time(sent.until),
      visitAt: time(sent.visitAt),
      closedAt: undefined,
    };
    const file = { problemId: "YZ-1", state: "accepted", visits: [], openedAt: 0, dueAt: null };
    const refusal = missingFrom(file as never, act, caseRules[act].needs, input as never, facts);
    expect(refusal, act).toBeNull();
  }
});
