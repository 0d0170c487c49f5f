import { describe, expect, test } from "vitest";
import { evidenceSentence } from "../../../client/state/evidence-sentence.ts";
import { en } from "../../../client/text/en.ts";
import { zhCn } from "../../../client/text/zh-cn.ts";
import type { PlaceEvidence } from "../../../domain/contract/recurrence.ts";
import { RecurrenceSettings } from "../../../domain/recurrence/params.ts";
import { anEpisode, aPlace } from "./evidence-builder.ts";

const settings = RecurrenceSettings.parse({});
const asOf = Date.parse("2026-05-26T08:00:00+08:00");
const told = (parts: Partial<PlaceEvidence>) =>
  evidenceSentence(aPlace(parts), settings, asOf, zhCn);

describe("the sentence of the evidence", () => {
  test("says how many returns lately and how soon the last one came", () => {
    expect(told({})).toBe("近 90 天内第 3 次反弹，最近一次处置后 6 天复发");
    expect(evidenceSentence(aPlace({}), settings, asOf, en)).toBe(
      "3 returns in 90 days, the last one 6 days after it was dealt with",
    );
  });

  test("a return within the day is not said to be after 0 days", () => {
    const episodes = [anEpisode("2026-05-20", { reports: ["recurrence"], gapDays: 0.4 })];
    expect(told({ episodes })).toContain("处置后不到 1 天复发");
  });

  test("what is open says so, and for how long", () => {
    const open = [anEpisode("2026-05-20", { reports: ["recurrence"], isClosed: false })];
    expect(told({ isOpen: true, episodes: open })).toBe(
      "近 90 天内第 3 次反弹，最近一次处置后 6 天复发，至今 6 天未办结",
    );
    const first = [anEpisode("2026-05-01", { reports: ["onset"], isClosed: false })];
    expect(told({ isOpen: true, episodes: first, ownK: 0, recent: 0 })).toBe(
      "现有上报 25 天未办结",
    );
  });

  test("what was never closed is lost, not quiet", () => {
    expect(told({ isStale: true, isOpen: false, recent: 0, quietDays: 0 })).toBe(
      "未销号：上报超过 180 天，视为失联，不当作已办结",
    );
  });

  test("what became quiet says since when", () => {
    expect(told({ class: "resolved", recent: 0, quietDays: 75.9, ownK: 8 })).toBe(
      "已平稳 75 天，此前复发 8 次",
    );
    expect(told({ class: "sporadic", recent: 0, quietDays: 110 })).toBe(
      "近 90 天没有反弹，已平静 110 天；最近一次处置后 6 天复发",
    );
    expect(told({ class: "none", ownK: 0, recent: 0 })).toBe("近一年没有复发");
  });

  test("names the days of the settings, not those of the defaults", () => {
    const other = RecurrenceSettings.parse({ class: { recentDays: 60 }, staleDays: 120 });
    expect(evidenceSentence(aPlace({}), other, asOf, zhCn)).toContain("近 60 天内");
    expect(evidenceSentence(aPlace({ isStale: true }), other, asOf, zhCn)).toContain("120 天");
  });
});
