import { describe, expect, test } from "vitest";
import { cutEpisodes, OpenStretches } from "../../../domain/recurrence/episodes.ts";
import {
  analyseCase,
  readRecurrenceCase,
  rulesOfKind,
} from "../../../scripts/verify/recurrence-case.ts";
import { seeded } from "../../support/random.ts";

const input = readRecurrenceCase("tests/fixtures/recurrence/recurrence");
const analysis = analyseCase(input);

describe("the reference reports", () => {
  test("keep their places when everything is shifted by less than a kilometre", () => {
    const random = seeded(21);
    for (let round = 0; round < 20; round++) {
      const [dLng, dLat] = [(random() - 0.5) * 0.018, (random() - 0.5) * 0.016];
      const reports = input.reports.map((report) => ({
        ...report,
        lng: report.lng + dLng,
        lat: report.lat + dLat,
      }));
      const shifted = analyseCase({ ...input, reports });
      expect(shifted.parts).toEqual(analysis.parts);
    }
  });

  test("doubled at the same time and place, recur no more often", () => {
    const reports = input.reports.flatMap((report) => [report, report]);
    const ids = input.ids.flatMap((id) => [id, `${id}b`]);
    const doubled = analyseCase({ ...input, ids, reports });
    const recurrences = (episodes: typeof analysis.episodes) =>
      episodes
        .filter(({ isRecurrence }) => isRecurrence)
        .map(({ start }) => start)
        .sort();
    expect(recurrences(doubled.episodes)).toEqual(recurrences(analysis.episodes));
  });

  test("whatever comes later, what was reported by a day keeps its role", () => {
    const random = seeded(22);
    for (let round = 0; round < 30; round++) {
      const cut = random.pick(input.reports).reportedAt;
      const reports = input.reports.map((report) => ({
        ...report,
        isUsable: report.isUsable && report.reportedAt <= cut,
        closedAt: report.closedAt !== null && report.closedAt <= cut ? report.closedAt : null,
      }));
      const early = analyseCase({ ...input, reports });
      early.parts.forEach((part, sequence) => {
        if (part.role !== null) expect(part.role).toBe(analysis.parts[sequence]?.role);
      });
    }
  });
});

test("stretches of a place are cut alike in whatever order they came", () => {
  const random = seeded(23);
  const stretches = new OpenStretches();
  for (const { kind } of input.reports.slice(0, 40)) {
    const members = input.reports.flatMap((report, i) =>
      report.kind === kind ? [{ report, i }] : [],
    );
    const cut = (order: typeof members) => {
      stretches.clear();
      for (const { report, i } of order) {
        const end = report.closedAt ?? Number.POSITIVE_INFINITY;
        stretches.push(report.reportedAt, end, i, report.sourceBit, 0);
      }
      stretches.sort();
      const found: unknown[] = [];
      cutEpisodes(stretches, rulesOfKind(input.params, kind), {
        report: (...role) => found.push(role),
        episode: (...episode) => found.push(episode),
      });
      return found;
    };
    const shuffled = members.map((member) => ({ member, key: random() }));
    shuffled.sort((a, b) => a.key - b.key);
    expect(cut(shuffled.map(({ member }) => member))).toEqual(cut(members));
  }
});
