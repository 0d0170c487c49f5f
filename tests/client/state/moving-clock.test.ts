import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, test } from "vitest";
import { type LiveDelta, nothing, withEvent } from "../../../client/state/live-delta.ts";
import { MovingClock } from "../../../client/state/moving-clock.ts";
import { recurrenceTime } from "../../../client/state/recurrence-time.ts";
import { worldX, worldY } from "../../../domain/spatial/web-mercator.ts";

const HERE = [114.3, 30.6] as const;
const at = (second: number) =>
  new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString().replace(".000Z", "Z");

let client: QueryClient;
let clock: MovingClock;
let start: string;
let seconds = 0;

beforeEach(() => {
  client = new QueryClient();
  clock = new MovingClock(client);
  seconds += 10_000;
  start = at(seconds);
  clock.move({ at: start, revision: 1 }, nothing);
});

const tileOf = ([lng, lat]: readonly [number, number]) => [
  Math.floor(worldX(lng) / 2 ** 22),
  Math.floor(worldY(lat) / 2 ** 22),
];
const blockKey = (asOf: string, isHere: boolean) => {
  const [x = 0, y = 0] = tileOf(HERE);
  return ["block", { category: "E01", asOf }, 10, isHere ? x : x + 1, y];
};
const known = (key: readonly unknown[]) => client.getQueryData([...key]);

function change(given: Partial<LiveDelta>, after: number) {
  return clock.move({ at: at(seconds + after), revision: 2 }, { ...nothing, ...given });
}

describe("the page's clock", () => {
  test("stands still while nothing happens, and takes everything along each minute", () => {
    client.setQueryData(["count", { asOf: start }], 7);
    expect(change({}, 10).at).toBe(start);
    const moved = change({}, 61).at;
    expect(moved).toBe(at(seconds + 61));
    expect(known(["count", { asOf: moved }])).toBe(7);
  });

  test("a report moves it; only blocks without it are taken along", () => {
    client.setQueryData(blockKey(start, true), "here");
    client.setQueryData(blockKey(start, false), "there");
    client.setQueryData(["count", { asOf: start }], 7);
    const moved = change({ hasProblems: true, touched: [HERE] }, 3).at;
    expect(known(blockKey(moved, false))).toBe("there");
    expect(known(blockKey(moved, true))).toBeUndefined();
    expect(known(["count", { asOf: moved }])).toBeUndefined();
    expect(recurrenceTime(moved)).toBe(start);
  });

  test("a recurrence has recurrences asked for again", () => {
    const moved = change({ hasProblems: true, hasRecurrence: true, touched: [HERE] }, 3).at;
    expect(recurrenceTime(moved)).toBe(moved);
  });

  test("what is not known has everything asked for again", () => {
    client.setQueryData(blockKey(start, false), "there");
    const moved = change({ isUnknown: true }, 3).at;
    expect(known(blockKey(moved, false))).toBeUndefined();
  });

  test("at the city's midnight what was of the day is asked for again, though nothing happened", () => {
    const [late, early] = ["2026-01-09T23:59:30+08:00", "2026-01-10T00:00:31+08:00"];
    clock.move({ at: late, revision: 1 }, nothing);
    client.setQueryData(["hours", { asOf: late }], "of the 9th");
    expect(clock.move({ at: early, revision: 1 }, nothing).at).toBe(early);
    expect(known(["hours", { asOf: early }])).toBeUndefined();
  });

  test("what counts by hours that are left is asked for again each minute", () => {
    const filter = { asOf: start, dueWithin: "24" };
    client.setQueryData(["count", filter], 7);
    client.setQueryData(["list", { asOf: start }, { asOf: start, dueWithin: "24" }], 7);
    const moved = change({}, 61).at;
    expect(known(["count", { ...filter, asOf: moved }])).toBeUndefined();
    expect(known(["list", { asOf: moved }, { ...filter, asOf: moved }])).toBeUndefined();
  });

  test("after a break in the line recurrences are asked for again, once, though nothing happened", () => {
    client.setQueryData(["legend", "", start], "of the server before");
    clock.doubt();
    const moved = change({}, 61).at;
    expect(recurrenceTime(moved)).toBe(moved);
    expect(known(["legend", "", moved])).toBeUndefined();
    client.setQueryData(["legend", "", moved], "of this one");
    const next = change({}, 122).at;
    expect(recurrenceTime(next)).toBe(moved);
    expect(known(["legend", "", next])).toBe("of this one");
  });

  test("without the line a write moves it, and time alone does after two minutes", () => {
    expect(clock.isBehind({ at: at(seconds + 5), revision: 2 })).toBe(true);
    expect(clock.isBehind({ at: at(seconds + 70), revision: 1 })).toBe(false);
    expect(clock.isBehind({ at: at(seconds + 130), revision: 1 })).toBe(true);
    expect(clock.isBehind({ at: at(seconds + 130), revision: 0 })).toBe(false);
  });

  test("it does not go back for what comes late", () => {
    expect(change({ hasProblems: true }, -5).at).toBe(start);
  });

  test("it follows a server whose clock was set back, and asks for everything", () => {
    client.setQueryData(["count", { asOf: start }], 7);
    const moved = change({}, -3600).at;
    expect(moved).toBe(at(seconds - 3600));
    expect(known(["count", { asOf: moved }])).toBeUndefined();
  });
});

test("events add up", () => {
  const now = start;
  const created = {
    name: "problem.created",
    data: { revision: 2, now, problems: [{ id: "a", category: "E01", at: [[1, 2]] }] },
  } as const;
  const pulse = {
    name: "revision",
    data: { revision: 2, now, overdue: [[3, 4]], tables: [], hasRecurrence: false, reset: false },
  } as const;
  const delta = withEvent(withEvent(nothing, created as never), pulse as never);
  expect(delta).toMatchObject({
    hasProblems: true,
    touched: [
      [1, 2],
      [3, 4],
    ],
  });
});
