import { describe, expect, test } from "vitest";
import { refusalOf } from "../../../domain/case/allowed-acts.ts";
import { caseStartOf } from "../../../domain/case/case-start.ts";
import { projected } from "../../../domain/case/project-case.ts";
import { CategoryCode } from "../../../domain/category.ts";
import type { Photo, Problem } from "../../../domain/problem.ts";
import {
  clock,
  dispatchedAt,
  inspector,
  LivedCase,
  local,
  operator,
  problemId,
  startAt,
  unitA,
  unitB,
  workerA,
} from "./case-people.ts";

const t = local("2026-03-02T09:00");
const HOUR = 3_600_000;
const limit = { value: 7, unit: "work-hour" } as const;
const reason = "理由";
const note = "已清理";
const nothing = { closings: [], photos: [] };

const imported: Problem = {
  id: problemId,
  category: CategoryCode.parse("E0102"),
  position: null,
  reportedAt: t,
  dueAt: t + 24 * HOUR,
  closings: [],
  source: "hotline",
  state: "accepted",
  description: "",
  address: null,
  assetId: null,
  isHardDeduction: false,
  assignedUnitId: null,
  photos: [],
};

describe("where a case begins", () => {
  test("what is not dispatched yet nobody holds; what was, the unit assigned or the one on duty", () => {
    const holder = (more: Partial<Problem>) =>
      caseStartOf({ ...imported, ...more }, unitA, limit).unitId;
    expect(holder({ state: "reported" })).toBeNull();
    expect(holder({ state: "accepted" })).toBeNull();
    expect(holder({ state: "dispatched" })).toBe(unitA);
    expect(holder({ state: "rectified", assignedUnitId: unitB })).toBe(unitB);
    expect(holder({ state: "closed" })).toBe(unitA);
  });

  test("closings of another system say when it was opened last, and since when it is closed", () => {
    const reopened = [{ closedAt: t + HOUR, reopenedAt: t + 2 * HOUR }];
    const start = caseStartOf({ ...imported, closings: reopened }, null, limit);
    expect(start).toMatchObject({ openedAt: t + 2 * HOUR, closedAt: null, countsWorkTime: true });
    const closings = [...reopened, { closedAt: t + 3 * HOUR, reopenedAt: null }];
    const closed = caseStartOf({ ...imported, state: "closed", closings }, null, null);
    expect(closed).toMatchObject({ closedAt: t + 3 * HOUR, countsWorkTime: false });
    expect(new LivedCase(closed, null).file.lastAt).toBe(t + 3 * HOUR);
  });

  test("the deadline of another system stands until the dispatch, and then the limit counts", () => {
    const lived = new LivedCase(caseStartOf(imported, unitA, limit), limit);
    expect(lived.file.dueAt).toBe(imported.dueAt);
    lived.take("dispatch", operator, t, { unitId: unitA });
    expect(lived.file.dueAt).toBe(local("2026-03-03T09:00"));
    const free = new LivedCase(caseStartOf(imported, unitA, null), null);
    free.take("dispatch", operator, t + HOUR, { unitId: unitA });
    expect(free.file.dueAt).toBe(imported.dueAt);
  });

  test("what another system says is fixed has a deadline that does not run, and no known remainder", () => {
    const start = caseStartOf({ ...imported, state: "rectified" }, unitA, limit);
    const lived = new LivedCase(start, limit);
    expect(lived.file).toMatchObject({
      dueAt: null,
      deadline: imported.dueAt,
      isClockStopped: true,
      rectified: null,
    });
    lived.take("rework", inspector, local("2026-03-02T10:00"), { reason });
    expect(lived.file.dueAt).toBe(imported.dueAt);
    const late = new LivedCase(start, limit);
    late.take("rework", inspector, local("2026-03-04T08:30"), { reason });
    expect(clock.toIso(late.file.dueAt ?? 0)).toBe("2026-03-04T15:00:00+08:00");
  });

  test("what another system suspended has the limit anew, and never less than was due", () => {
    const suspended = { ...imported, state: "suspended" as const };
    const lived = new LivedCase(caseStartOf(suspended, unitA, limit), limit);
    lived.take("resume", operator, local("2026-03-09T08:30"));
    expect(clock.toIso(lived.file.dueAt ?? 0)).toBe("2026-03-09T18:00:00+08:00");
    const dueAt = local("2026-06-30T18:00");
    const longer = new LivedCase(caseStartOf({ ...suspended, dueAt }, unitA, limit), limit);
    longer.take("resume", operator, local("2026-03-09T08:30"));
    expect(longer.file.dueAt).toBe(dueAt);
  });
});

describe("steps", () => {
  test("follow one another, though the machine's clock was set back", () => {
    const lived = dispatchedAt(t, limit);
    const early = { unitId: unitB, dueAt: t - HOUR / 2 };
    const facts = { at: t - HOUR, isDutyUnit: true };
    expect(refusalOf(lived.file, "dispatch", operator, early, facts)).toBe("too-early");
    const step = lived.take("rectify", workerA, t - HOUR, { note });
    expect(step.at).toBe(t);
  });

  test("keep who, for whom and why, and nothing that the act has no use for", () => {
    const lived = dispatchedAt(t, limit);
    const step = lived.take("hand-back", workerA, t + HOUR, {
      reason: "  非本单位管养 ",
      unitId: unitB,
      outcome: "held",
      mergedInto: problemId,
    });
    expect(step).toMatchObject({
      act: "hand-back",
      from: "dispatched",
      to: "accepted",
      at: t + HOUR,
      account: workerA.account,
      role: "unit",
      actorUnitId: unitA,
      reason: "非本单位管养",
      note: null,
      unitId: null,
      outcome: null,
      mergedInto: null,
    });
    expect(lived.file.unitId).toBeNull();
  });
});

describe("hard deductions", () => {
  test("are handled like any other, and never timed", () => {
    const lived = dispatchedAt(t, limit, { isHardDeduction: true, dueAt: t + HOUR });
    lived.take("rectify", workerA, t + 9 * HOUR, { note });
    lived.take("rework", inspector, t + 10 * HOUR, { reason });
    lived.take("request-suspension", workerA, t + 11 * HOUR, { reason });
    lived.take("grant-suspension", operator, t + 11 * HOUR);
    lived.take("resume", operator, t + 12 * HOUR);
    expect(lived.steps.map(({ clock }) => clock.deadline)).toEqual(lived.steps.map(() => null));
    expect(lived.file).toMatchObject({ state: "dispatched", dueAt: null, isClockStopped: false });
  });
});

describe("closing", () => {
  test("counts from when it was rectified, where that was verified, however late the check came", () => {
    const lived = dispatchedAt(t, limit);
    lived.take("rectify", workerA, t + 2 * HOUR, { note });
    const waiting = projected(nothing, lived.file, lived.take("pass", inspector, t + 300 * HOUR));
    expect(waiting).toMatchObject({ state: "rectified", dueAt: null });
    const step = lived.take("close", operator, t + 400 * HOUR);
    const problem = projected(nothing, lived.file, step);
    expect(problem.closings).toEqual([{ closedAt: t + 2 * HOUR, reopenedAt: null }]);
    expect(problem).toMatchObject({ state: "closed", dueAt: local("2026-03-03T09:00") });
    expect(lived.file.isUnverified).toBe(false);
  });

  test("without verification counts from the closing, or from the day that is given, and is flagged", () => {
    const lived = dispatchedAt(t, limit);
    lived.take("rectify", workerA, t + HOUR, { note });
    expect(lived.take("close-directly", operator, t + 3 * HOUR).closedAt).toBe(t + 3 * HOUR);
    expect(lived.file.isUnverified).toBe(true);
    const dated = dispatchedAt(t, limit);
    const closedAt = t + HOUR / 2;
    expect(dated.take("close-directly", operator, t + HOUR, { closedAt }).closedAt).toBe(closedAt);
  });

  test("directly what is verified already is a closing like any other", () => {
    const lived = dispatchedAt(t, limit);
    lived.take("rectify", workerA, t + HOUR, { note });
    lived.take("pass", inspector, t + 2 * HOUR);
    expect(lived.take("close-directly", operator, t + 3 * HOUR).closedAt).toBe(t + HOUR);
    expect(lived.file.isUnverified).toBe(false);
  });

  test("directly what was put off is in time by what remained, not by the days of waiting", () => {
    const lived = dispatchedAt(t, limit);
    lived.take("request-suspension", workerA, t + HOUR, { reason });
    lived.take("grant-suspension", operator, t + HOUR);
    const step = lived.take("close-directly", operator, t + 500 * HOUR);
    expect(projected(nothing, lived.file, step).dueAt).toBeGreaterThan(t + 500 * HOUR);
  });

  test("is undone on the record by reopening, with the limit anew", () => {
    const lived = dispatchedAt(t, limit);
    const closed = projected(nothing, lived.file, lived.take("close-directly", operator, t + HOUR));
    const at = local("2026-03-16T08:30");
    const step = lived.take("reopen", operator, at, { reason });
    const problem = projected({ ...nothing, ...closed }, lived.file, step);
    expect(problem.closings).toEqual([{ closedAt: t + HOUR, reopenedAt: at }]);
    expect(problem).toMatchObject({ state: "dispatched", assignedUnitId: unitA });
    expect(problem.dueAt).toBe(local("2026-03-16T18:00"));
    expect(lived.file).toMatchObject({ closedAt: null, isUnverified: false, rectified: null });
  });
});

describe("photos", () => {
  const photo = (file: string, kind: Photo["kind"]): Photo => ({ file, kind });

  test("of the report stay, of those of the work the newest, twenty in all, none twice", () => {
    const lived = dispatchedAt(t, limit);
    const photos = ["y.jpg", "z.jpg", "z.jpg"].map((file) => photo(file, "after"));
    const step = lived.take("rectify", workerA, t + HOUR, { photos });
    const before = [
      photo("a.jpg", "before"),
      ...Array.from({ length: 18 }, (_, i) => photo(`${i}.jpg`, "after")),
      photo("y.jpg", "after"),
    ];
    const kept = projected({ closings: [], photos: before }, lived.file, step).photos;
    expect(kept).toHaveLength(20);
    expect(kept[0]?.file).toBe("a.jpg");
    expect(kept[1]?.file).toBe("1.jpg");
    expect(kept.slice(-2).map(({ file }) => file)).toEqual(["y.jpg", "z.jpg"]);
  });
});

describe("follow-up visits", () => {
  test("are planned and recorded beside the case, which stays closed", () => {
    const lived = dispatchedAt(t, limit);
    lived.take("close-directly", operator, t + HOUR);
    const visitAt = t + 300 * HOUR;
    const plan = lived.take("plan-visit", inspector, t + 2 * HOUR, { visitAt });
    const found = { outcome: "relapsed", visitId: plan.id } as const;
    lived.take("record-visit", inspector, visitAt, found);
    lived.take("record-visit", operator, visitAt + HOUR, { outcome: "held" });
    expect(lived.file.state).toBe("closed");
    expect(lived.file.visits).toMatchObject([
      { id: plan.id, visitAt, recordedAt: visitAt, outcome: "relapsed" },
      { visitAt: null, recordedAt: visitAt + HOUR, outcome: "held" },
    ]);
  });
});

describe("a merge that is undone", () => {
  test("gives back unit, request and the time that was left when it was made", () => {
    const lived = dispatchedAt(t, limit);
    lived.take("request-extension", workerA, t + HOUR, { amount: limit, reason });
    const before = lived.file;
    const merge = lived.take("merge", operator, t + HOUR, { mergedInto: "P2" as typeof problemId });
    expect(projected(nothing, lived.file, merge).state).toBe("withdrawn");
    lived.take("unmerge", operator, t + HOUR);
    expect(lived.file).toEqual({ ...before, lastAt: t + HOUR });
    const later = new LivedCase(startAt(t), limit);
    later.take("accept", operator, t);
    later.take("merge", operator, t, { mergedInto: "P2" as typeof problemId });
    later.take("unmerge", operator, t + 50 * HOUR);
    expect(later.file.state).toBe("accepted");
  });
});
