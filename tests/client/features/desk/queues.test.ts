import { describe, expect, test } from "vitest";
import {
  bulkInput,
  byRefusal,
  byUnit,
  uncheckedOf,
} from "../../../../client/features/desk/bulk-acts.ts";
import { type DeskRow, withHeld } from "../../../../client/features/desk/held-rows.ts";
import {
  countIn,
  queueFilter,
  queueNames,
  readQueue,
} from "../../../../client/features/desk/queues.ts";
import { CaseActsBody } from "../../../../domain/contract/cases.ts";
import { filterNames } from "../../../../domain/contract/filter-query.ts";
import type { ProblemCount, ProblemFeature } from "../../../../domain/contract/problems.ts";

const count: ProblemCount = {
  total: 100,
  byStatus: { open: 30, overdue: 4, closed: 70 },
  byCategory: {},
  bySource: {},
  byState: { reported: 7, dispatched: 20, closed: 70 },
  unplaced: 0,
  dropped: { withdrawn: 0, rejected: 0 },
};

describe("a queue", () => {
  test("asks with names that the filter of the map has", () => {
    for (const queue of queueNames) {
      const names = Object.keys(queueFilter(queue));
      expect(names).toHaveLength(1);
      expect(filterNames, queue).toContain(names[0]);
    }
  });

  test("counts what the stage or the time limit says; nothing there is zero, unknown is not", () => {
    expect(countIn("reported", count)).toBe(7);
    expect(countIn("verified", count)).toBe(0);
    expect(countIn("overdue", count)).toBe(4);
    expect(countIn("open", count)).toBe(30);
    expect(countIn("due-soon", count)).toBeNull();
  });

  test("is the first one where the address names none that there is", () => {
    expect(readQueue("nonsense")).toBe("reported");
    expect(readQueue(undefined)).toBe("reported");
    expect(readQueue("overdue")).toBe("overdue");
  });
});

const problem = (id: string) => ({ properties: { id } }) as ProblemFeature;
const shown = (rows: readonly DeskRow[]) =>
  rows.map(({ problem: { properties }, hasLeft }) => `${properties.id}${hasLeft ? "!" : ""}`);

test("the case that is open stays where it was when it leaves the queue, and goes when it is closed", () => {
  const before = withHeld([problem("a"), problem("b"), problem("c")], [], "b");
  const after = withHeld([problem("a"), problem("c"), problem("d")], before, "b");
  expect(shown(after)).toEqual(["a", "b!", "c", "d"]);
  const later = withHeld([problem("c"), problem("d")], after, "b");
  expect(shown(later)).toEqual(["c", "b!", "d"]);
  expect(shown(withHeld([problem("c"), problem("d")], later, undefined))).toEqual(["c", "d"]);
});

describe("an act on many", () => {
  const draft = { unitId: "", reason: " 重复投诉 ", note: " 集中派遣 " };

  test("sends what it takes and nothing else, as the contract has it", () => {
    const dispatch = bulkInput("dispatch", 0, draft);
    expect(dispatch).toEqual({ act: "dispatch", note: "集中派遣" });
    expect(bulkInput("dispatch", 0, { ...draft, unitId: "U2" })).toEqual({
      act: "dispatch",
      unitId: "U2",
      reason: "重复投诉",
      note: "集中派遣",
    });
    expect(bulkInput("reject", 0, draft)).toEqual({ act: "reject", reason: "重复投诉" });
    expect(CaseActsBody.safeParse({ ...dispatch, ids: ["a"] }).success).toBe(true);
  });

  test("closes directly only where some were not checked", () => {
    expect(uncheckedOf(["verified", "verified"])).toBe(0);
    expect(bulkInput("close", uncheckedOf(["verified"]), draft).act).toBe("close");
    expect(uncheckedOf(["verified", "reported", "rectified"])).toBe(2);
    expect(bulkInput("close", 2, draft).act).toBe("close-directly");
  });

  test("is told by unit, the one with most first, without those that were refused", () => {
    const result = (id: string, unit: string, isRefused = false) => ({
      id,
      refusal: isRefused ? ("wrong-state" as const) : null,
      message: null,
      state: null,
      unit: { id: unit, name: unit },
      dueAt: null,
      orderNumber: null,
    });
    const groups = byUnit([
      result("1", "甲"),
      result("2", "乙"),
      result("3", "乙"),
      result("4", "乙", true),
    ]);
    expect(groups.map(({ unit, results }) => [unit, results.length])).toEqual([
      ["乙", 2],
      ["甲", 1],
    ]);
  });

  test("tells refusals by reason, the commonest first", () => {
    const result = (id: string, message: string | null) => ({
      id,
      refusal: message === null ? null : ("wrong-state" as const),
      message,
      state: null,
      unit: null,
      dueAt: null,
      orderNumber: null,
    });
    const given = [result("1", "甲"), result("2", null), result("3", "乙"), result("4", "乙")];
    const told = byRefusal(given).map(({ message, results }) => [message, results.length]);
    expect(told).toEqual([
      ["乙", 2],
      ["甲", 1],
    ]);
  });
});
