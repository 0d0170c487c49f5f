import { expect, test } from "vitest";
import { type ClosedProblem, suggestedVisits } from "../../../domain/case/suggested-visits.ts";
import { DAY_MS } from "../../../domain/time.ts";

const t = 200 * DAY_MS;
const asked = { t, relapseDays: 90 };

function closed(id: string, daysAgo: number, place: number | null, rate: number | null) {
  return { id, closedAt: t - daysAgo * DAY_MS, placeId: place, lambda30: rate };
}

const ids = (found: readonly ClosedProblem[]) => found.map(({ id }) => id);

test("places that came back first by their rate, then the oldest closing, ties by id", () => {
  const found = suggestedVisits(
    [
      closed("new", 2, 1, null),
      closed("old", 60, 2, null),
      closed("often", 5, 3, 2.5),
      closed("seldom", 80, 4, 0.4),
      closed("old-too", 60, null, null),
    ],
    asked,
  );
  expect(ids(found)).toEqual(["often", "seldom", "old", "old-too", "new"]);
});

test("what was closed too long ago or is not closed yet is left out", () => {
  const found = suggestedVisits(
    [closed("a", 90, 1, 1), closed("b", 89, 2, 1), closed("c", -1, 3, 1)],
    asked,
  );
  expect(ids(found)).toEqual(["b"]);
});

test("a place is visited for its last closing only; what has no place stands for itself", () => {
  const found = suggestedVisits(
    [
      closed("first", 20, 7, 1),
      closed("last", 3, 7, 1),
      closed("x", 9, null, null),
      closed("y", 8, null, null),
    ],
    asked,
  );
  expect(ids(found)).toEqual(["last", "x", "y"]);
});
