import { expect, test } from "vitest";
import { taskOf } from "../../../../client/features/duties/defect-task.ts";
import { matcherOf } from "../../../../client/features/duties/duty-matcher.ts";
import type { DutyDefectBody } from "../../../../domain/contract/duty-defects.ts";
import type { DutyBody } from "../../../../domain/contract/zones.ts";

const day = (iso: string) => iso.slice(0, 10);

const duty: DutyBody = {
  id: "T1",
  role: "zone-lead",
  person: "甲",
  unit: "U1",
  unitName: "城管局",
  scope: { type: "zone", id: "Z1", name: "河东片区" },
  also: null,
  from: "2026-01-01T00:00:00+08:00",
  to: null,
  phone: null,
};

const gap: DutyDefectBody = {
  kind: "duty-gap",
  role: "zone-lead",
  scope: duty.scope,
  also: null,
  others: [],
  duties: [duty, { ...duty, id: "T2" }],
  from: "2026-03-01T00:00:00+08:00",
  to: "2026-03-09T00:00:00+08:00",
  areaM2: null,
  position: null,
  fix: "assign",
};

test("a gap is mended by an assignment over exactly its days", () => {
  const given = { role: "zone-lead", scope: duty.scope, also: null };
  const dates = { from: "2026-03-01", to: "2026-03-09" };
  expect(taskOf(gap, day)).toEqual({ kind: "assign", given: { ...given, ...dates } });
});

test("an overlap is mended by ending the earlier duty on the day the later one begins", () => {
  const overlap: DutyDefectBody = { ...gap, kind: "duty-overlap", fix: "mend-end" };
  expect(taskOf(overlap, day)).toEqual({ kind: "end", duty, at: "2026-03-01" });
});

test("a scope that exists nowhere is ended today, an unknown unit handed over", () => {
  const vain: DutyDefectBody = { ...gap, duties: [duty], kind: "unknown-scope", fix: "mend-end" };
  expect(taskOf(vain, day)).toEqual({ kind: "end", duty, at: undefined });
  expect(taskOf({ ...vain, fix: "hand-over" }, day)).toEqual({ kind: "hand-over", duties: [duty] });
});

test("no form here draws a border anew", () => {
  expect(taskOf({ ...gap, fix: "edit-zone" }, day)).toBeNull();
});

test.each([
  [{}, true],
  [{ role: "zone-lead" }, true],
  [{ role: "grid-worker" }, false],
  [{ unit: "U1", q: "河东" }, true],
  [{ unit: "U2" }, false],
  [{ q: "z1" }, true],
  [{ q: "城管" }, true],
  [{ q: "西" }, false],
])("the filter %j keeps the duty: %s", (url, isKept) => {
  expect(matcherOf(url)(duty)).toBe(isKept);
});
