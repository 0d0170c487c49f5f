import { expect, test } from "vitest";
import { wallFigures } from "../../../scripts/bench/screen/screen-figures.ts";
import { tracedTasks } from "../../../scripts/bench/screen/traced-tasks.ts";
import type { FrameRecord, TracedRecords } from "../../../scripts/bench/screen/wall-records.ts";

const frame = (at: number, scriptMs: number, given: Partial<FrameRecord> = {}): FrameRecord => ({
  at,
  to: at + scriptMs,
  scriptMs,
  draws: 1,
  isForced: false,
  ...given,
});

const still: TracedRecords = {
  frames: [],
  tasks: [],
  longTasks: [],
  steps: [
    { at: 1000, step: "overview" },
    { at: 11_000, step: "ads" },
  ],
  countedMs: 0,
  endedAt: 21_000,
  tracedFrom: 0,
  traced: [],
};

test("only pictures of a scene that stands count, forced ones and those without a map apart", () => {
  const { drawn, repainted, idle } = wallFigures({
    ...still,
    frames: [
      frame(1100, 90),
      frame(6000, 2),
      frame(6500, 4),
      frame(7000, 6),
      frame(8000, 3, { isForced: true }),
      frame(9000, 0.1, { draws: 0 }),
      frame(11_200, 80),
    ],
  });
  expect(drawn).toMatchObject({ count: 3, p50Ms: 4, maxMs: 6 });
  expect(repainted).toMatchObject({ count: 1, p50Ms: 3 });
  expect(idle).toMatchObject({ count: 1, p50Ms: 0.1 });
});

test("a change lasts until the picture rests, and a later task is one of the scene that stands", () => {
  const { changes, standingMs } = wallFigures({
    ...still,
    frames: [frame(11_100, 5), frame(11_900, 5), frame(12_700, 5), frame(16_000, 5)],
    longTasks: [
      { at: 10_700, ms: 60 },
      { at: 12_600, ms: 180 },
      { at: 16_000, ms: 300 },
    ],
  });
  expect(changes).toHaveLength(1);
  expect(changes[0]).toMatchObject({ step: "ads", turn: 1, longestMs: 180, restsAfterMs: 4600 });
  expect(standingMs).toBe(300);
});

test("a picture's processor time is that of the task that drew it", () => {
  const { drawn, changes } = wallFigures({
    ...still,
    frames: [frame(5000, 2), frame(6000, 3)],
    traced: [
      { at: 4990, ms: 1 },
      { at: 5001, ms: 2 },
      { at: 5500, ms: 70 },
      { at: 5990, ms: 7 },
      { at: 5999, ms: 3 },
      { at: 6004, ms: 90 },
      { at: 11_050, ms: 44 },
    ],
  });
  expect(drawn.p50WorkMs).toBe(3);
  expect(changes[0]?.longestWorkMs).toBe(44);
});

test("pictures from before the trace do not count", () => {
  const frames = [frame(5000, 2), frame(6000, 3)];
  expect(wallFigures({ ...still, frames, tracedFrom: 5500 }).drawn.count).toBe(1);
});

test("a trace's tasks are those of the page's own thread, at the page's times", () => {
  const of = { pid: 7, tid: 1 };
  const tasks = tracedTasks(
    [
      { name: "begun", ...of, ts: 5_000_000, args: { data: { startTime: 1000 } } },
      { name: "ThreadControllerImpl::RunTask", ...of, ts: 5_250_000, tdur: 4200 },
      { name: "ThreadControllerImpl::RunTask", ...of, ts: 5_100_000, tdur: 800 },
      { name: "ThreadControllerImpl::RunTask", pid: 7, tid: 2, ts: 5_100_000, tdur: 9000 },
      { name: "FunctionCall", ...of, ts: 5_100_000, tdur: 700 },
    ],
    "begun",
  );
  expect(tasks).toEqual([
    { at: 1100, ms: 0.8 },
    { at: 1250, ms: 4.2 },
  ]);
  expect(() => tracedTasks([], "begun")).toThrow("begun");
});
