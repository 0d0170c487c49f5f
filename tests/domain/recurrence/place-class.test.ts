import { describe, expect, test } from "vitest";
import { RecurrenceSettings } from "../../../domain/recurrence/params.ts";
import { classOf, type PlaceClass } from "../../../domain/recurrence/place-class.ts";
import { noMeasures, type PlaceMeasures } from "../../../domain/recurrence/place-measures.ts";
import { isSummonsCandidate } from "../../../domain/summons.ts";

const settings = RecurrenceSettings.parse({});
const prior = { alpha: 0.35, betaDays: 220 };

function found(measures: Partial<PlaceMeasures>): PlaceClass {
  return classOf({ ...noMeasures(), observedDays: 300, ...measures }, prior, settings.class);
}

describe("the first class that matches wins", () => {
  test.each<[PlaceClass, Partial<PlaceMeasures>]>([
    ["none", {}],
    ["resolved", { k: 4, quietDays: 300, A0: 60 }],
    ["once", { k: 1, recent: 1, quietDays: 5 }],
    ["once", { k: 1, quietDays: 300, A0: 10 }],
    ["new", { k: 5, recent: 5, meanDays: 290, quietDays: 3 }],
    ["intensifying", { k: 6, recent: 4, meanDays: 260, binsHit: 3, quietDays: 3 }],
    ["easing", { k: 6, recent: 1, meanDays: 60, binsHit: 3, quietDays: 20 }],
    ["persistent", { k: 6, recent: 2, meanDays: 150, binsHit: 3, quietDays: 20 }],
    ["sporadic", { k: 6, recent: 2, meanDays: 150, binsHit: 2, quietDays: 20 }],
    ["sporadic", { k: 3, recent: 0, meanDays: 290, binsHit: 3, quietDays: 20 }],
  ])("%s", (name, measures) => {
    expect(found(measures)).toBe(name);
  });

  test("what is open is never resolved, however long it was quiet before", () => {
    expect(found({ k: 2, isOpen: true, quietDays: 0, A0: 400, binsHit: 0 })).toBe("sporadic");
  });

  test("a trend needs four recurrences, and two of them recent to be one that grows", () => {
    expect(found({ k: 3, recent: 2, meanDays: 299, binsHit: 1 })).toBe("sporadic");
    expect(found({ k: 6, recent: 1, meanDays: 280, binsHit: 1 })).toBe("sporadic");
  });
});

describe("a suggestion to summon", () => {
  test.each([
    ["persistent", 5, 3, true],
    ["intensifying", 9, 3, true],
    ["new", 3, 3, true],
    ["persistent", 5, 2, false],
    ["easing", 9, 5, false],
    ["sporadic", 9, 3, false],
  ] as const)("%s with k %d, of which %d recent: %s", (name, k, recent, isOne) => {
    expect(isSummonsCandidate({ class: name, k, recent }, settings.summons)).toBe(isOne);
  });
});
