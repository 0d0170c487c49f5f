import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { DAY_MS, HOUR_MS } from "../../domain/time.ts";
import type { LogEntry } from "../../server/deps.ts";
import { startNightly } from "../../server/nightly.ts";
import { PhotoStore } from "../../server/photos/photo-store.ts";
import { aCity, aProblem, T0 } from "../support/city-builder.ts";
import { scratchFolder } from "../support/scratch-folder.ts";
import { runningCity } from "../support/test-city.ts";

const scratch = scratchFolder();
const pack = aCity().withZone("A", [0, 0, 10, 10]).build();

beforeEach(() => {
  // The night comes at once; what it waits for takes its own time.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** What the nights of a while log. */
async function nights(
  closedDaysAgo: number,
  keepDays: number,
  photos?: PhotoStore,
): Promise<LogEntry[]> {
  const clock = { now: T0 };
  const closedAt = T0 - closedDaysAgo * DAY_MS;
  const closings = [{ closedAt, reopenedAt: null }];
  const report = { description: "电话 13812345678", reportedAt: closedAt - HOUR_MS, closings };
  pack.manifest.settings.privacy.keepDays = keepDays;
  const city = await runningCity(pack, [aProblem(report)], clock);
  const logged: LogEntry[] = [];
  const stop = startNightly(city, photos ?? new PhotoStore(await scratch.folder()), (e) =>
    logged.push(e),
  );
  clock.now = T0 + DAY_MS;
  vi.advanceTimersByTime(DAY_MS);
  vi.useRealTimers();
  for (let i = 0; i < 100 && logged.length < 5; i++) await setTimeout(20);
  stop();
  return logged;
}

const forgotten = (logged: readonly LogEntry[]) =>
  logged.find(({ message }) => message === "nightly: forget personal data")?.texts;

test("the night masks what was kept for its time, by the pack's own number of days", async () => {
  expect(forgotten(await nights(40, 41))).toBe(1);
});

test("the night leaves what was not", async () => {
  expect(forgotten(await nights(40, 42))).toBe(0);
});

test("what fails in the night is logged and keeps nothing else from being done", async () => {
  const photos = new PhotoStore(await scratch.folder());
  photos.removeUnattached = () => Promise.reject(new Error("no such disk"));
  const logged = await nights(40, 41, photos);
  expect(logged.map(({ level }) => level).sort()).toEqual([
    "error",
    "info",
    "info",
    "info",
    "info",
  ]);
  expect(logged.find(({ level }) => level === "error")?.message).toContain("no such disk");
});
