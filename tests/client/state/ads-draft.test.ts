import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type AdEdit,
  applyAdEdit,
  changesOf,
  emptyAdDraft,
  isAskable,
  isLocal,
  lockOf,
  newPlanOf,
  revertOf,
} from "../../../client/state/ads-draft.ts";
import {
  type AdDraftHistory,
  openedDraft,
  stepAdDraft,
} from "../../../client/state/ads-draft-history.ts";
import { NewAdPlan } from "../../../domain/contract/ads-plans.ts";

const site = fc.constantFrom("S1", "S2", "S3", "S4");
const place = fc.tuple(
  fc.double({ min: 113, max: 115, noNaN: true }),
  fc.double({ min: 30, max: 31, noNaN: true }),
);
const edit: fc.Arbitrary<AdEdit> = fc.oneof(
  fc.record({
    kind: fc.constant("objective" as const),
    objective: fc.constantFrom("count" as const, "cost" as const, "budget" as const),
    budget: fc.option(fc.integer({ min: 1, max: 1_000_000 })),
  }),
  fc.record({
    kind: fc.constant("weighting" as const),
    weighting: fc.constantFrom("none" as const, "recurrence" as const, "places" as const),
  }),
  fc.record({
    kind: fc.constant("scope" as const),
    scope: fc.option(fc.constantFrom("Z1", "Z2")),
  }),
  fc.record({
    kind: fc.constant("lock" as const),
    site,
    lock: fc.constantFrom("must" as const, "never" as const, "free" as const),
  }),
  fc.record({ kind: fc.constant("move" as const), site, to: fc.option(place) }),
);

const after = (edits: readonly AdEdit[], from: AdDraftHistory = openedDraft(emptyAdDraft)) =>
  edits.reduce((history, each) => stepAdDraft(history, { do: "edit", edit: each }), from);
const times = (history: AdDraftHistory, n: number, step: "undo" | "redo") =>
  Array.from({ length: n }).reduce<AdDraftHistory>((h) => stepAdDraft(h, { do: step }), history);

test("undoing every edit gives the draft it began with, redoing them the one it came to", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      const done = after(edits);
      const back = times(done, done.past.length, "undo");
      expect(back.now).toEqual(emptyAdDraft);
      expect(back.past).toEqual([]);
      expect(times(back, back.future.length, "redo").now).toEqual(done.now);
    }),
  );
});

test("an edit after an undo takes the way forward away, one that changes nothing leaves it", () => {
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 12 }), edit, (edits, next) => {
      const undone = stepAdDraft(after(edits), { do: "undo" });
      const edited = stepAdDraft(undone, { do: "edit", edit: next });
      if (applyAdEdit(undone.now, next) === undone.now) expect(edited).toBe(undone);
      else expect(edited.future).toEqual([]);
    }),
  );
});

test("taking back each difference one by one leads back to the scenario", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), fc.array(edit, { maxLength: 12 }), (a, b) => {
      const base = after(a).now;
      let now = after(b, openedDraft(base)).now;
      for (const change of changesOf(base, now)) now = applyAdEdit(now, revertOf(base, change));
      expect(changesOf(base, now)).toEqual([]);
    }),
  );
});

test("a site is locked one way at a time", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      const { must, never } = after(edits).now;
      expect(must.filter((id) => never.includes(id))).toEqual([]);
      expect(new Set(must).size).toBe(must.length);
    }),
  );
  const { now } = after([
    { kind: "lock", site: "S1", lock: "must" },
    { kind: "lock", site: "S1", lock: "never" },
  ]);
  expect(lockOf(now, "S1")).toBe("never");
});

test("what is sent is what the contract takes", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 20 }), (edits) => {
      const { now } = after(edits);
      const sent = newPlanOf(now, { name: "方案", basedOn: "p1" });
      expect(NewAdPlan.parse(sent)).toEqual(sent);
    }),
  );
});

test("steps of five metres in a row are undone at once, another site's begin a row", () => {
  const nudge = (id: string, lng: number): AdEdit => ({
    kind: "move",
    site: id,
    to: [lng, 30],
    isNudge: true,
  });
  const history = after([nudge("S1", 114), nudge("S1", 114.1), nudge("S1", 114.2)]);
  expect(history.past).toHaveLength(1);
  const other = after([nudge("S2", 114)], history);
  expect(other.past).toHaveLength(2);
  expect(stepAdDraft(other, { do: "undo" }).now.moves).toEqual({ S1: [114.2, 30] });
});

test("near the edits can be planned anew only where nothing but locks and places changed", () => {
  const locked = after([{ kind: "lock", site: "S1", lock: "must" }]).now;
  expect(isLocal(changesOf(emptyAdDraft, locked), new Set())).toBe(true);
  expect(isLocal(changesOf(emptyAdDraft, locked), new Set(["S1"]))).toBe(false);
  const other = applyAdEdit(locked, { kind: "objective", objective: "count", budget: null });
  expect(isLocal(changesOf(emptyAdDraft, other), new Set())).toBe(false);
  expect(isLocal([], new Set())).toBe(false);
});

test("a draft that is discarded comes back with undo", () => {
  const history = after([{ kind: "lock", site: "S1", lock: "must" }]);
  const discarded = stepAdDraft(history, { do: "discard" });
  expect(discarded.now).toBe(emptyAdDraft);
  expect(stepAdDraft(discarded, { do: "undo" }).now).toBe(history.now);
});

test("a budget without an amount cannot be asked for, and no other aim has one", () => {
  const open = applyAdEdit(emptyAdDraft, { kind: "objective", objective: "budget", budget: null });
  expect(isAskable(open)).toBe(false);
  expect(isAskable(applyAdEdit(open, { kind: "objective", objective: "budget", budget: 1 }))).toBe(
    true,
  );
  expect(applyAdEdit(open, { kind: "objective", objective: "cost", budget: 9 })).toEqual(
    emptyAdDraft,
  );
});
