import { beforeAll, describe, expect, test } from "vitest";
import { categoryTree } from "../../../../domain/category.ts";
import { defaultCategories } from "../../../../domain/default-categories.ts";
import { analyseReports } from "../../../../domain/recurrence/analyse-reports.ts";
import { episodeRules, RecurrenceSettings } from "../../../../domain/recurrence/params.ts";
import { DAY_MS, HOUR_MS } from "../../../../domain/time.ts";
import { DEMO_SEED, makeCity, makeDemoProblems } from "../../../../scripts/demo-city/city.ts";
import type { RawReport } from "../../../../scripts/demo-city/reports/raw-report.ts";
import { dataEnd } from "../../../../scripts/demo-city/reports/rhythm.ts";
import type { Spot, SpotKind } from "../../../../scripts/demo-city/reports/spots.ts";

/** What one spot did: the quiet days before each return, and what else the kinds differ by. */
type Course = {
  kind: SpotKind;
  reports: number;
  gapsDays: number[];
  returnsAt: number[];
  quietDays: number;
  firstAt: number;
};

let made: ReturnType<typeof makeDemoProblems>;
const courses = new Map<Spot, Course>();
const tree = categoryTree(defaultCategories);

beforeAll(() => {
  made = makeDemoProblems(makeCity(DEMO_SEED, { withHouses: false }));
  const bySpot = Map.groupBy(made.reports, ({ spot }) => spot);
  for (const [spot, reports] of bySpot) courses.set(spot, courseOf(spot, reports));
}, 60_000);

/**
 * Episodes by the plain rule: a report later than every closing so far plus grace begins a new one.
 */
function courseOf(spot: Spot, reports: readonly RawReport[]): Course {
  const graceMs = (tree.at(tree.ordinalOf(spot.category)!).graceHours ?? 24) * HOUR_MS;
  const gapsDays: number[] = [];
  const returnsAt: number[] = [];
  let closedAt = Number.NEGATIVE_INFINITY;
  for (const { reportedAt, closings } of reports) {
    if (reportedAt > closedAt + graceMs && closedAt > 0) {
      gapsDays.push((reportedAt - closedAt) / DAY_MS);
      returnsAt.push(reportedAt);
    }
    closedAt = Math.max(closedAt, closings.at(-1)!.closedAt);
  }
  return {
    kind: spot.kind,
    reports: reports.length,
    gapsDays,
    returnsAt,
    quietDays: (dataEnd - closedAt) / DAY_MS,
    firstAt: reports[0]!.reportedAt,
  };
}

const ofKind = (kind: SpotKind) => [...courses.values()].filter((course) => course.kind === kind);
const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const shareOf = (list: readonly Course[], holds: (course: Course) => boolean) =>
  list.filter(holds).length / list.length;

describe("spots of the demo city", () => {
  test("that are chronic keep coming back to the end", () => {
    const chronic = ofKind("chronic");
    expect(chronic.length).toBeGreaterThan(80);
    const isChronic = ({ gapsDays, returnsAt }: Course) =>
      gapsDays.length >= 6 && returnsAt.at(-1)! > dataEnd - 90 * DAY_MS;
    expect(shareOf(chronic, isChronic)).toBeGreaterThan(0.97);
  });

  test("that were cured came back often and then were quiet for a hundred days", () => {
    const cured = ofKind("cured");
    expect(cured.length).toBeGreaterThan(60);
    expect(
      shareOf(cured, ({ gapsDays, quietDays }) => gapsDays.length >= 3 && quietDays >= 100),
    ).toBe(1);
  });

  test("that get worse return after ever shorter gaps, those that ease after ever longer ones", () => {
    const grows = ({ gapsDays }: Course) =>
      mean(gapsDays.slice(-3)) > 2 * mean(gapsDays.slice(0, 3));
    const shrinks = ({ gapsDays }: Course) =>
      mean(gapsDays.slice(0, 3)) > 2 * mean(gapsDays.slice(-3));
    expect(shareOf(ofKind("worsening"), shrinks)).toBeGreaterThan(0.95);
    expect(shareOf(ofKind("easing"), grows)).toBeGreaterThan(0.95);
  });

  test("that are new began within the last months and have come back already", () => {
    const fresh = ofKind("new");
    expect(fresh.length).toBeGreaterThan(60);
    const isNew = ({ firstAt, gapsDays }: Course) =>
      firstAt > dataEnd - 100 * DAY_MS && gapsDays.length >= 1;
    expect(shareOf(fresh, isNew)).toBeGreaterThan(0.95);
  });

  test("with one problem only never return, however many report it", () => {
    expect(ofKind("once").every(({ gapsDays }) => gapsDays.length === 0)).toBe(true);
    const popular = ofKind("popular-once");
    expect(popular.every(({ gapsDays }) => gapsDays.length === 0)).toBe(true);
    expect(mean(popular.map(({ reports }) => reports))).toBeGreaterThan(12);
  });

  test("that look quiet draw one report at a time and still return again and again", () => {
    for (const { reports, gapsDays } of ofKind("quiet-chronic")) {
      expect(gapsDays.length).toBeGreaterThanOrEqual(5);
      expect(reports).toBeLessThan((gapsDays.length + 1) * 1.35);
    }
  });

  test("are told apart by place: what returns by the rules of recurrence are the spots that do", () => {
    const settings = RecurrenceSettings.parse({});
    const { parts, episodes } = analyseReports(
      made.problems.map((problem, i) => ({
        kind: tree.ordinalOf(problem.category)!,
        lng: problem.position?.[0] ?? 0,
        lat: problem.position?.[1] ?? 0,
        sourceBit: 1,
        reportedAt: problem.reportedAt,
        closedAt: made.reports[i]!.closings.at(-1)!.closedAt,
        assetId: problem.assetId,
        isUsable: problem.position !== null && problem.position[0] !== 114.3,
      })),
      {
        planeOrigin: [114.3, 30.6],
        radiusM: (kind) => tree.at(kind).radiusM ?? settings.radiusM,
        episodes: (kind) => episodeRules(settings, tree.at(kind).graceHours),
      },
    );
    const returned = new Set(
      episodes.filter(({ isRecurrence }) => isRecurrence).map(({ place }) => place),
    );
    const kindsOf = new Map<number, Set<SpotKind>>();
    parts.forEach(({ place }, i) => {
      if (place === null) return;
      const kinds = kindsOf.get(place) ?? new Set();
      kindsOf.set(place, kinds.add(made.reports[i]!.spot.kind));
    });
    const singles = [...kindsOf].filter(
      ([, kinds]) => kinds.has("once") || kinds.has("popular-once"),
    );
    expect(singles.filter(([place]) => returned.has(place)).length / singles.length).toBeLessThan(
      0.002,
    );
    const steady = [...kindsOf].filter(([, kinds]) => kinds.has("chronic"));
    expect(steady.filter(([place]) => returned.has(place)).length / steady.length).toBeGreaterThan(
      0.95,
    );
  });
});
