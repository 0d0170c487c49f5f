import { expect, test } from "vitest";
import { leftWords } from "../../../../client/features/field/left-words.ts";
import type { CityFormat } from "../../../../client/state/city-format.ts";
import { fieldTexts } from "../../../../client/text/field-text.ts";
import type { CaseInHand } from "../../../../domain/contract/visits.ts";
import { DAY_MS, HOUR_MS } from "../../../../domain/time.ts";

const text = fieldTexts.zh.orders;
const format = {
  span: (ms: number) =>
    ms >= DAY_MS ? `${Math.floor(ms / DAY_MS)} 天` : `${Math.floor(ms / HOUR_MS)} 时`,
} as CityFormat;

function left(given: Partial<CaseInHand>, elapsedMs = 0) {
  const isOverdue = (given.remainingMs ?? 0) < 0;
  const inHand = {
    remainingMs: 3 * HOUR_MS,
    countsWorkTime: true,
    isClockStopped: false,
    feature: { properties: { isOverdue, dueAt: "2026-11-22T10:00:00+08:00" } },
    ...given,
  } as CaseInHand;
  return leftWords(inHand, elapsedMs, text, format);
}

test("work time in hours, time on the wall in its largest unit", () => {
  expect(left({})).toEqual({ words: "剩 3 工作时", tone: "soon" });
  expect(left({ remainingMs: 20.25 * HOUR_MS })).toEqual({
    words: "剩 20.3 工作时",
    tone: "plain",
  });
  expect(left({ remainingMs: -6 * HOUR_MS })).toEqual({ words: "已超 6 工作时", tone: "over" });
  expect(left({ countsWorkTime: false })).toEqual({ words: "剩 3 时", tone: "soon" });
  expect(left({ countsWorkTime: false, remainingMs: -1.5 * DAY_MS })).toEqual({
    words: "已超 1 天",
    tone: "over",
  });
});

test("without a connection time on the wall goes on, work time is told as it was", () => {
  expect(left({ countsWorkTime: false }, 5 * HOUR_MS)).toEqual({
    words: "已超 2 时",
    tone: "over",
  });
  expect(left({}, 5 * HOUR_MS)).toEqual({ words: "剩 3 工作时", tone: "soon" });
});

test("no limit and a stopped clock say so", () => {
  expect(left({ remainingMs: null }).words).toBe("不计时限");
  expect(left({ isClockStopped: true }).words).toBe("计时暂停");
});
