import { describe, expect, test } from "vitest";
import {
  foldedEpisodes,
  isHistoryShort,
  isLost,
  sourceShares,
  standingDecision,
  tenuresOf,
} from "../../../client/state/place-evidence.ts";
import type { PlaceEpisode } from "../../../domain/contract/recurrence.ts";
import { anEpisode, aPlace } from "./evidence-builder.ts";

describe("folding an episode", () => {
  const episodes = [
    anEpisode("2026-03-01", { reports: ["onset"] }),
    anEpisode("2026-04-01", { reports: ["recurrence", "duplicate", "duplicate"] }),
  ];

  test("shows the newest first and each report once: as what began it or as a duplicate", () => {
    const folded = foldedEpisodes(episodes);
    expect(folded.map(({ episode }) => episode.start.slice(0, 10))).toEqual([
      "2026-04-01",
      "2026-03-01",
    ]);
    expect(folded.map(({ opening }) => opening?.role)).toEqual(["recurrence", "onset"]);
    expect(folded.map(({ duplicates }) => duplicates.length)).toEqual([2, 0]);
    const shown = folded.flatMap(({ opening, duplicates }) => [
      ...(opening ? [opening.id] : []),
      ...duplicates.map(({ id }) => id),
    ]);
    const all = episodes.flatMap(({ reports }) => reports.map(({ id }) => id));
    expect(shown.toSorted()).toEqual(all.toSorted());
  });

  test("an episode whose opening report was taken out still folds", () => {
    const [folded] = foldedEpisodes([anEpisode("2026-04-01", { reports: ["duplicate"] })]);
    expect(folded?.opening).toBeUndefined();
    expect(folded?.duplicates).toHaveLength(1);
  });
});

test("an open episode is lost only once its age has ended it", () => {
  const open = anEpisode("2026-04-01", { reports: ["onset"], isClosed: false });
  expect(isLost({ ...open, isEndAssumed: true })).toBe(false);
  expect(isLost({ ...open, isEndAssumed: true, end: "2026-09-28T08:00:00+08:00" })).toBe(true);
  expect(isLost(anEpisode("2026-04-01", { reports: ["onset"] }))).toBe(false);
});

describe("sources", () => {
  test("count every report, duplicates too, and their shares make a whole", () => {
    const shares = sourceShares([
      anEpisode("2026-03-01", { reports: ["onset"], source: "hotline" }),
      anEpisode("2026-04-01", { reports: ["recurrence", "duplicate"], source: "video" }),
    ]);
    expect(shares.map(({ source, reports }) => [source, reports])).toEqual([
      ["video", 2],
      ["hotline", 1],
    ]);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
    expect(sourceShares([])).toEqual([]);
  });
});

describe("who answered then", () => {
  const lead = (person: string): PlaceEpisode["duties"] => [
    { role: "zone-lead", person, unit: null, unitName: null },
    { role: "section-chief", person: "街道干部 05", unit: null, unitName: null },
  ];
  const returns = (...people: string[]) =>
    people.map((person, i) =>
      anEpisode(`2026-0${i + 1}-01`, {
        reports: [i === 0 ? "onset" : "recurrence"],
        duties: lead(person),
      }),
    );

  test("the returns under one lead stand together, a new lead begins a new line", () => {
    const tenures = tenuresOf(returns("甲", "甲", "甲", "乙"));
    expect(tenures.map(({ leads, returns }) => [leads.join(), returns.length])).toEqual([
      ["乙", 1],
      ["甲", 2],
    ]);
    expect(tenures.map(({ isLeadNew, isChiefNew }) => [isLeadNew, isChiefNew])).toEqual([
      [true, false],
      [false, false],
    ]);
  });

  test("a lead who comes back is a line of their own; an onset is nobody's return", () => {
    const tenures = tenuresOf(returns("丙", "甲", "乙", "甲"));
    expect(tenures.map(({ leads }) => leads.join())).toEqual(["甲", "乙", "甲"]);
    expect(tenures.flatMap(({ leads }) => leads)).not.toContain("丙");
  });

  test("two leads of one day are both named, whatever their order", () => {
    const both = [...lead("乙"), ...lead("甲")];
    const swapped = [...lead("甲"), ...lead("乙")];
    const tenures = tenuresOf([
      anEpisode("2026-01-01", { reports: ["recurrence"], duties: both }),
      anEpisode("2026-02-01", { reports: ["recurrence"], duties: swapped }),
    ]);
    expect(tenures).toHaveLength(1);
    expect(tenures[0]?.leads).toHaveLength(2);
    expect(tenures[0]?.chiefs).toEqual(["街道干部 05"]);
  });
});

describe("a decision", () => {
  const decided = (decidedAt: string) => ({
    decision: "dismissed" as const,
    reason: "施工围挡",
    actor: "operator",
    decidedAt,
    k: 4,
  });

  test("stands until the place comes back once more", () => {
    const decisions = [decided("2026-05-01T00:00:00+08:00"), decided("2026-06-01T00:00:00+08:00")];
    const before = aPlace({ decisions, lastAt: "2026-05-20T00:00:00+08:00" });
    expect(standingDecision(before)?.decidedAt).toBe(decisions[1]?.decidedAt);
    expect(standingDecision(aPlace({ decisions, lastAt: "2026-06-02T00:00:00+08:00" }))).toBeNull();
    expect(standingDecision(aPlace({ decisions: [] }))).toBeNull();
  });
});

test("history is short until it fills the window", () => {
  const start = Date.parse("2025-09-21T00:00:00+08:00");
  const at = (text: string) => Date.parse(`${text}T00:00:00+08:00`);
  expect(isHistoryShort({ windowDays: 365 }, start, at("2026-09-20"))).toBe(true);
  expect(isHistoryShort({ windowDays: 365 }, start, at("2026-09-21"))).toBe(false);
});
