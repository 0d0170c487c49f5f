import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { forgetQueries } from "../../../client/features/screen/endurance/bound-queries.ts";
import { BuildWatch } from "../../../client/features/screen/endurance/build-watch.ts";
import { ClockDrift } from "../../../client/features/screen/endurance/clock-drift.ts";
import { commandEvents } from "../../../client/features/screen/endurance/command-events.ts";
import { ContextWatch } from "../../../client/features/screen/endurance/context-watch.ts";
import { FrameWatch } from "../../../client/features/screen/endurance/frame-watch.ts";
import { mayReload } from "../../../client/features/screen/endurance/reload-guard.ts";
import { SeenCommands } from "../../../client/features/screen/endurance/seen-commands.ts";
import type { ScreenCommand } from "../../../domain/contract/screen.ts";

const NOW = Date.UTC(2026, 10, 22, 4);
beforeEach(() => vi.useFakeTimers({ now: NOW }));
afterEach(() => vi.useRealTimers());

const fail = (text: string): never => {
  throw new Error(text);
};
const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
};

describe("commands", () => {
  const command = (id: string, agoMs: number): ScreenCommand => ({
    id,
    at: new Date(NOW - agoMs).toISOString(),
    wall: "all",
    by: "操作员",
    command: "next",
  });

  test("are taken once, and not when nobody means them any more", () => {
    const seen = new SeenCommands();
    expect(seen.isNew(command("1", 0), NOW)).toBe(true);
    expect(seen.isNew(command("1", 0), NOW)).toBe(false);
    expect(seen.isNew(command("2", 11_000), NOW)).toBe(false);
    expect(seen.isNew(command("3", 9000), NOW)).toBe(true);
    expect(seen.isNew(command("4", 1e9), null)).toBe(true);
  });

  test("say what becomes of the rotation", () => {
    const told = (given: Partial<ScreenCommand>) => commandEvents({ ...command("1", 0), ...given });
    expect(told({ command: "next" })).toEqual([{ kind: "next" }]);
    expect(told({ command: "scene", scene: "ads" })).toEqual([{ kind: "scene", scene: "ads" }]);
    const problem = { id: "p", at: [1, 2] as [number, number], category: "E01" };
    const fly = { kind: "fly", focus: { problem: "p", at: [1, 2] } };
    expect(told({ command: "fly", problem })).toEqual([fly]);
    expect(told({ command: "pin", problem })).toEqual([fly, { kind: "pin" }]);
    expect(told({ command: "pin" })).toEqual([{ kind: "pin" }]);
    expect(told({ command: "fly" })).toEqual([]);
  });

  test("are not remembered for ever", () => {
    const seen = new SeenCommands();
    for (let id = 0; id < 60; id++) seen.isNew(command(String(id), 0), NOW);
    expect(seen.isNew(command("0", 0), NOW)).toBe(true);
    expect(seen.isNew(command("59", 0), NOW)).toBe(false);
  });
});

describe("clock", () => {
  test("that is behind is known in spite of answers that come late", () => {
    const drift = new ClockDrift();
    expect([drift.offsetMs, drift.isHeard()]).toEqual([0, false]);
    for (const lateMs of [800, 40, 2500, 60]) drift.hear(NOW + 120_000 - lateMs, NOW);
    expect(drift.offsetMs).toBe(119_960);
    for (let i = 0; i < 9; i++) drift.hear(NOW + 119_000, NOW);
    expect(drift.offsetMs).toBe(119_000);
  });

  test("that was set is known at once, forwards and back", () => {
    const drift = new ClockDrift();
    for (let i = 0; i < 9; i++) drift.hear(NOW - 20, NOW);
    drift.hear(NOW - 50, NOW + 3 * 3_600_000);
    expect(drift.offsetMs).toBe(-3 * 3_600_000 - 50);
    drift.hear(NOW - 30, NOW);
    expect(drift.offsetMs).toBe(-30);
  });
});

describe("build", () => {
  const [own, other] = ["/assets/index-a.js", "/assets/index-b.js"];

  test("that is another one is loaded once, not for ever", () => {
    const kept = memory();
    const watch = new BuildWatch(own, kept);
    watch.hear(own);
    expect([watch.isStale, watch.begin()]).toEqual([false, false]);
    watch.hear(other);
    expect([watch.isStale, watch.begin()]).toEqual([true, true]);
    const stillOld = new BuildWatch(own, kept);
    stillOld.hear(other);
    expect(stillOld.isStale).toBe(false);
    stillOld.hear("/assets/index-c.js");
    expect(stillOld.isStale).toBe(true);
  });

  test("that is not known is no reason to load", () => {
    const watch = new BuildWatch(own, memory());
    watch.hear("");
    expect(watch.isStale).toBe(false);
    const developing = new BuildWatch("/client/main.tsx", memory());
    developing.hear(other);
    expect(developing.isStale).toBe(false);
  });
});

test("a wall that is stuck is loaded anew, but not over and over", () => {
  const kept = memory();
  expect(mayReload(kept, NOW)).toBe(true);
  expect(mayReload(kept, NOW + 9 * 60_000)).toBe(false);
  expect(mayReload(kept, NOW + 10 * 60_000)).toBe(true);
  expect(mayReload(kept, NOW - 3_600_000)).toBe(true);
  const full = { ...kept, setItem: () => fail("full") };
  expect(mayReload(full, NOW + 1e9)).toBe(false);
});

describe("graphics context", () => {
  test("that is lost makes the map anew, until that has drawn", () => {
    const rebuild = vi.fn();
    const watch = new ContextWatch({ rebuild });
    watch.drawn(0);
    expect(watch.lastOutageMs).toBe(0);
    watch.lost(1000);
    watch.lost(1100);
    vi.advanceTimersByTime(300);
    expect([rebuild.mock.calls.length, watch.losses]).toEqual([1, 1]);
    vi.advanceTimersByTime(15_000);
    expect(rebuild).toHaveBeenCalledTimes(2);
    watch.drawn(17_000);
    vi.advanceTimersByTime(100_000);
    expect([rebuild.mock.calls.length, watch.lastOutageMs]).toEqual([2, 16_000]);
    watch.lost(200_000);
    watch.stop();
    vi.advanceTimersByTime(100_000);
    expect([rebuild.mock.calls.length, watch.losses]).toEqual([2, 2]);
  });
});

describe("frames", () => {
  function watched() {
    const waiting: (() => void)[] = [];
    const state = { isVisible: true, isDrawing: true, stuck: 0 };
    const watch = new FrameWatch({
      isVisible: () => state.isVisible,
      requestFrame: (drawn) => {
        if (state.isDrawing) setTimeout(() => drawn(Date.now()), 16);
        else waiting.push(() => drawn(Date.now()));
      },
      now: () => Date.now(),
      stuck: () => state.stuck++,
    });
    watch.start();
    return { watch, state, waiting };
  }

  test("that do not come for half a minute are told of, again and again", () => {
    const { watch, state } = watched();
    vi.advanceTimersByTime(120_000);
    expect(state.stuck).toBe(0);
    state.isDrawing = false;
    vi.advanceTimersByTime(35_000);
    expect(state.stuck).toBe(1);
    vi.advanceTimersByTime(62_000);
    expect(state.stuck).toBe(3);
    watch.stop();
    vi.advanceTimersByTime(120_000);
    expect(state.stuck).toBe(3);
  });

  test("of a page that nobody sees, or of a machine that slept, are not missed", () => {
    const { state } = watched();
    state.isDrawing = false;
    state.isVisible = false;
    vi.advanceTimersByTime(3_600_000);
    expect(state.stuck).toBe(0);
    state.isVisible = true;
    vi.setSystemTime(Date.now() + 8 * 3_600_000);
    vi.advanceTimersByTime(1000);
    expect(state.stuck).toBe(0);
  });
});

describe("what is kept", () => {
  test("of answers is what is shown, and the newest of the others", () => {
    const client = new QueryClient({ defaultOptions: { queries: { gcTime: 1e9 } } });
    for (let i = 0; i < 100; i++) client.setQueryData(["idle", i], i, { updatedAt: NOW + i });
    expect(forgetQueries(client, 10)).toBe(90);
    const left = client.getQueryCache().getAll();
    expect(left.map(({ queryKey }) => queryKey[1])).toEqual([
      90, 91, 92, 93, 94, 95, 96, 97, 98, 99,
    ]);
    client.clear();
  });
});
