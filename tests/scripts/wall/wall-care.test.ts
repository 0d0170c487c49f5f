import { expect, test } from "vitest";
import {
  afterLook,
  afterTrouble,
  type Look,
  type Move,
  newCare,
  type Trouble,
  usualLimits,
  type WallCare,
} from "../../../scripts/wall/wall-care.ts";

/** Looks every 5 s like that until something is done or the time is over. */
function looked(care: WallCare, look: Look, forMs: number) {
  let [standing, at] = [care, 0];
  for (; at <= forMs; at += 5000) {
    const { care: after, move } = afterLook(standing, look, at);
    standing = after;
    if (move) return { care: standing, move, at };
  }
  return { care: standing, move: null, at };
}

/** What is done when the same happens so often in a row. */
function movesOf(why: Trouble, times: number): Pick<Move, "kind" | "afterMs">[] {
  let care = newCare;
  return Array.from({ length: times }, () => {
    const judged = afterTrouble(care, why);
    care = judged.care;
    return { kind: judged.move?.kind ?? "load", afterMs: judged.move?.afterMs ?? -1 };
  });
}

test("a wall that is well is left alone, and so is one that is not for a moment", () => {
  expect(looked(newCare, "well", 3_600_000).move).toBeNull();
  expect(looked(newCare, "silent", 55_000).move).toBeNull();
  const recovered = afterLook(looked(newCare, "silent", 55_000).care, "well", 60_000).care;
  expect(afterLook(recovered, "silent", 65_000).move).toBeNull();
});

test("one that does not answer, stands still, is blank or shows something else is loaded again in its time", () => {
  const found = (["silent", "blank", "frozen", "elsewhere", "unreachable"] as const).map((look) => {
    const { move, at } = looked(newCare, look, 600_000);
    return [look, move?.kind, at];
  });
  expect(found).toEqual([
    ["silent", "load", 60_000],
    ["blank", "load", 90_000],
    ["frozen", "load", 90_000],
    ["elsewhere", "load", 180_000],
    ["unreachable", "load", 0],
  ]);
});

test("what changes from one look to the next counts from its own first look", () => {
  const blank = looked(newCare, "blank", 20_000).care;
  const { care, move } = afterLook(blank, "silent", 25_000);
  expect([move, care.since]).toEqual([null, 25_000]);
});

test("a page that crashes again and again is loaded three times, then its browser starts anew, later each time", () => {
  const moves = movesOf("crashed", 9).map(({ kind, afterMs }) => `${kind} ${afterMs}`);
  expect(moves).toEqual([
    "load 1000",
    "load 2000",
    "load 4000",
    "restart 1000",
    "load 1000",
    "load 2000",
    "load 4000",
    "restart 2000",
    "load 1000",
  ]);
});

test("waits grow and stop growing", () => {
  const last = (why: Trouble) => movesOf(why, 40).at(-1);
  expect(last("ended")).toEqual({ kind: "restart", afterMs: 300_000 });
  expect(last("unreachable")).toEqual({ kind: "load", afterMs: 30_000 });
  expect(last("elsewhere")).toEqual({ kind: "load", afterMs: 900_000 });
  expect(movesOf("crashed", 400).every(({ afterMs }) => afterMs <= 300_000)).toBe(true);
});

test("a server that is away never costs the browser, and a browser that ended is started, not loaded", () => {
  expect(movesOf("unreachable", 50).every(({ kind }) => kind === "load")).toBe(true);
  for (const why of ["ended", "stuck"] as const)
    expect(movesOf(why, 5).every(({ kind }) => kind === "restart")).toBe(true);
});

test("after ten good minutes it is as new", () => {
  const worn: WallCare = { look: null, since: 0, loads: 3, restarts: 5 };
  const nearly = looked(worn, "well", usualLimits.calmMs - 5000).care;
  expect([nearly.loads, nearly.restarts]).toEqual([3, 5]);
  const calm = looked(worn, "well", usualLimits.calmMs).care;
  expect([calm.loads, calm.restarts]).toEqual([0, 0]);
  expect(afterTrouble(calm, "crashed").move).toEqual({
    kind: "load",
    why: "crashed",
    afterMs: 1000,
  });
});
