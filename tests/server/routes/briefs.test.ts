import { describe, expect, it, test } from "vitest";
import type { CityPack } from "../../../domain/city-pack.ts";
import { BriefBody, BriefPeople } from "../../../domain/contract/briefs.ts";
import { MyGrid } from "../../../domain/contract/my.ts";
import type { Duty } from "../../../domain/duty.ts";
import type { Problem } from "../../../domain/problem.ts";
import { DAY_MS, HOUR_MS } from "../../../domain/time.ts";
import { aCity, aProblem, at } from "../../support/city-builder.ts";
import { scopeHolds, standing } from "../../support/plain-filter.ts";
import { seeded } from "../../support/random.ts";
import { gridCity, randomProblems } from "../../support/random-city.ts";
import { testApp } from "../../support/test-app.ts";

const WEEK_MS = 7 * DAY_MS;
/** Midnight in Shanghai of the first Monday of the history. */
const MONDAY = Date.UTC(2026, 0, 4, 16);

/** Whether a person held any duty over the spot at the time, by the plain reading of the table. */
function held(pack: CityPack, person: string, { position, category }: Problem, t: number): boolean {
  if (!position) return false;
  const [lng, lat] = position;
  const holds = (scope: Duty["scope"]) => scopeHolds(pack, scope, lng, lat, category);
  return pack.duties.some(
    (duty) =>
      duty.person === person &&
      duty.from <= t &&
      (duty.to === null || t < duty.to) &&
      holds(duty.scope) &&
      (duty.also === null || holds(duty.also)),
  );
}

function plainWeek(pack: CityPack, problems: readonly Problem[], person: string, from: number) {
  const end = from + WEEK_MS - 1;
  const counted = problems.filter(
    ({ position, state, reportedAt }) =>
      position && state !== "withdrawn" && state !== "rejected" && reportedAt <= end,
  );
  const reported = counted.filter(
    (problem) => problem.reportedAt >= from && held(pack, person, problem, problem.reportedAt),
  );
  const closed = counted.flatMap((problem) => {
    const last = problem.closings.find(
      ({ closedAt, reopenedAt }) => closedAt <= end && (reopenedAt === null || reopenedAt > end),
    );
    const isTheirs =
      last !== undefined && last.closedAt >= from && held(pack, person, problem, last.closedAt);
    return isTheirs ? [{ ...problem, closedAt: last.closedAt }] : [];
  });
  const timed = closed.filter(({ dueAt, isHardDeduction }) => dueAt !== null && !isHardDeduction);
  const open = counted.filter(
    (problem) => standing(problem, end) !== "closed" && held(pack, person, problem, end),
  );
  const inTime = timed.filter(({ dueAt, closedAt }) => closedAt <= (dueAt ?? 0)).length;
  return {
    reported: reported.length,
    closed: closed.length,
    inTime: { x: inTime, n: timed.length },
    open: open.length,
    overdue: open.filter((problem) => standing(problem, end) === "overdue").length,
  };
}

const day = (t: number) => new Date(t + 8 * HOUR_MS).toISOString().slice(0, 10);

describe.each([21, 22, 23])("random city %i", async (seed) => {
  const pack = gridCity();
  const problems = randomProblems(seeded(seed), 2500);
  const app = await testApp(pack, problems);
  const brief = async (person: string, from: number) => {
    const query = new URLSearchParams({ person, week: day(from + 3 * DAY_MS) });
    return BriefBody.parse(await app.get(`/api/briefs?${query}`));
  };

  // Leads hand over in week 14, on day 100.
  const weeks = [2, 13, 14, 15, 40].map((number) => MONDAY + (number - 1) * WEEK_MS);
  const people = ["领导1", "领导6", "路长3", "网格员1"];
  const cases = people.flatMap((person) => weeks.map((from) => [person, from] as const));

  it.each(cases)(
    "%s, week of %i: figures are plain counting over the list",
    async (person, from) => {
      const body = await brief(person, from);
      const [week, before] = [from, from - WEEK_MS].map((t) =>
        plainWeek(pack, problems, person, t),
      );
      const known = (gap: typeof body.gap, isStanding: boolean, value: number | undefined) =>
        gap === null || (gap === "left" && !isStanding) ? value : null;
      for (const figure of ["reported", "closed", "open", "overdue"] as const) {
        const isStanding = figure === "open" || figure === "overdue";
        expect(body.figures[figure], figure).toMatchObject({
          value: known(body.gap, isStanding, week?.[figure]),
          before: known(body.gapBefore, isStanding, before?.[figure]),
        });
      }
      expect(body.inTime).toEqual({
        week: known(body.gap, false, 1) && week?.inTime,
        before: known(body.gapBefore, false, 1) && before?.inTime,
      });
      for (const { value, before, change } of Object.values(body.figures)) {
        if (value === null || before === null) expect(change).toBeNull();
        else expect(before + (change ?? Number.NaN)).toBeCloseTo(value, 12);
      }
    },
  );

  it("says what the filter, the phone page and the recurrence summary say", async () => {
    let returns = 0;
    for (const person of people) {
      for (const from of weeks) {
        const body = await brief(person, from);
        if (body.gap !== null) continue;
        const asOf = new Date(from + WEEK_MS - 1).toISOString();
        const query = new URLSearchParams({
          person,
          from: day(from),
          to: day(from + WEEK_MS),
          asOf,
        });
        const count = (await app.get(`/api/problems/count?${query}`)) as { total: number };
        expect(body.figures.reported.value).toBe(count.total);
        const summary = (await app.get(`/api/recurrence/summary?${query}`)) as {
          total: { k: number };
        };
        expect(body.figures.returns.value).toBe(summary.total.k);
        returns += summary.total.k;
        const mine = new URLSearchParams({ person, asOf });
        const grid = MyGrid.parse(await app.get(`/api/my?${mine}`));
        expect(body.figures.open.value).toBe(grid.counts.open);
        expect(body.figures.overdue.value).toBe(grid.counts.overdue);
        expect(body.figures.recurring.value).toBe(grid.counts.recurring);
        expect(body.figures.rank.value).toBe(grid.standing.rank);
        expect(body.standing.score.value).toBe(grid.standing.score.value);
        const classes = body.classes.reduce((sum, { count }) => sum + (count.value ?? 0), 0);
        expect(classes).toBe(grid.counts.recurring);
      }
    }
    expect(returns).toBeGreaterThan(0);
  });

  it("lists the longest overdue first, one spot a place, then the highest λ30", async () => {
    for (const person of people) {
      const body = await brief(person, weeks[4] ?? 0);
      const { spots, figures } = body;
      const kinds = spots.map(({ kind }) => kind);
      expect(kinds).toEqual(kinds.toSorted((a) => (a === "overdue" ? -1 : 1)));
      const days = spots.flatMap(({ overdueDays }) => overdueDays ?? []);
      expect(days).toEqual(days.toSorted((a, b) => b - a));
      const rates = spots.flatMap(({ kind, lambda30 }) =>
        kind === "recurring" ? (lambda30 ?? 0) : [],
      );
      expect(rates).toEqual(rates.toSorted((a, b) => b - a));
      const places = spots.flatMap(({ placeId }) => placeId ?? []);
      expect(new Set(places).size).toBe(places.length);
      const most = (figures.overdue.value ?? 0) + (figures.recurring.value ?? 0);
      expect(spots.length).toBe(Math.min(5, spots.length === 5 ? 5 : most, 5));
    }
  });

  it("has areas that each add up for a lead, and categories in order", async () => {
    const body = await brief("领导6", weeks[4] ?? 0);
    const sum = (figure: "open" | "overdue" | "reported" | "returns") =>
      body.areas.reduce((total, { counts }) => total + counts[figure], 0);
    // A lead's zones do not overlap.
    for (const figure of ["open", "overdue", "reported", "returns"] as const)
      expect(sum(figure)).toBe(body.figures[figure].value);
    const counts = body.categories.map(({ count }) => count.value ?? 0);
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    for (const { count } of body.categories)
      expect(count.change).toBe((count.value ?? 0) - (count.before ?? 0));
  });

  it("counts everybody of a role at once as each alone", async () => {
    for (const from of weeks) {
      const query = new URLSearchParams({ role: "zone-lead", week: day(from) });
      const list = BriefPeople.parse(await app.get(`/api/briefs/people?${query}`));
      expect(list.people.length).toBe(from === weeks[2] ? 8 : 4);
      for (const each of list.people) {
        const { figures } = await brief(each.person, from);
        const { open, overdue, reported, closed, returns } = each;
        expect({ open, overdue, reported, closed, returns }).toEqual({
          open: figures.open.value,
          overdue: figures.overdue.value,
          reported: figures.reported.value,
          closed: figures.closed.value,
          returns: figures.returns.value,
        });
      }
    }
  });
});

test("a single zone is told apart by its communities, which add up to it", async () => {
  const pack = aCity()
    .withZone("Z1", [0, 0, 40, 40])
    .withZone("C1", [0, 0, 17, 40], "community", "Z1")
    .withZone("C2", [17, 0, 40, 40], "community", "Z1")
    .withLead("甲", "Z1")
    .build();
  const random = seeded(8);
  const problems = randomProblems(random, 600);
  const app = await testApp(pack, problems);
  const from = MONDAY + 30 * WEEK_MS;
  const query = new URLSearchParams({ person: "甲", week: day(from + DAY_MS) });
  const { areas } = BriefBody.parse(await app.get(`/api/briefs?${query}`));
  const [whole, ...parts] = areas;
  expect(parts.map(({ id, isPart }) => [id, isPart]).sort()).toEqual([
    ["C1", true],
    ["C2", true],
  ]);
  expect(whole?.counts.open).toBeGreaterThan(5);
  for (const figure of ["open", "overdue", "reported", "closed", "returns"] as const)
    expect(parts.reduce((sum, { counts }) => sum + counts[figure], 0)).toBe(whole?.counts[figure]);
  const west = problems.filter(
    (problem) =>
      problem.position &&
      problem.state !== "withdrawn" &&
      problem.state !== "rejected" &&
      problem.reportedAt < from + WEEK_MS &&
      standing(problem, from + WEEK_MS - 1) !== "closed" &&
      scopeHolds(
        pack,
        { type: "zone", id: "C1" },
        problem.position[0],
        problem.position[1],
        problem.category,
      ),
  );
  expect(parts.find(({ id }) => id === "C1")?.counts.open).toBe(west.length);
});

describe("a leader appointed in mid week", async () => {
  const [monday, wednesday] = [MONDAY, MONDAY + 2 * DAY_MS];
  const pack = aCity()
    .withZone("Z1", [0, 0, 10, 10])
    .withLead("旧", "Z1", { to: wednesday })
    .withLead("新", "Z1", { from: wednesday })
    .build();
  const report = (id: string, days: number, closedDays: number | null = null) => {
    const reportedAt = monday + days * DAY_MS;
    return aProblem({
      id,
      position: at(5, 5 + days / 10),
      reportedAt,
      dueAt: reportedAt + DAY_MS,
      closings:
        closedDays === null ? [] : [{ closedAt: monday + closedDays * DAY_MS, reopenedAt: null }],
    });
  };
  const app = await testApp(pack, [
    report("before", -3),
    report("monday", 0.5, 1.2),
    report("tuesday", 1.5, 4),
    report("friday", 4.5),
  ]);
  const brief = async (person: string, week = day(monday)) =>
    BriefBody.parse(await app.get(`/api/briefs?${new URLSearchParams({ person, week })}`));

  it("answers for what came after, and for what stands at the end", async () => {
    const { figures, gap, gapBefore, areas } = await brief("新");
    expect([gap, gapBefore]).toEqual([null, "not-in-office"]);
    expect(figures.reported).toEqual({ value: 1, before: null, change: null });
    expect(figures.closed.value).toBe(1);
    expect(figures.inTime.value).toBe(0);
    expect([figures.open.value, figures.overdue.value]).toEqual([2, 2]);
    expect(areas[0]?.from).toBe("2026-01-07T00:00:00+08:00");
  });

  it("leaves the one before with what came on their days, and nothing that stands", async () => {
    const { figures, gap, spots, areas } = await brief("旧");
    expect(gap).toBe("left");
    expect(figures.reported).toEqual({ value: 2, before: 1, change: 1 });
    expect(figures.closed.value).toBe(1);
    expect(figures.inTime.value).toBe(1);
    expect(figures.open).toEqual({ value: null, before: 1, change: null });
    expect(spots).toEqual([]);
    expect(areas[0]?.to).toBe("2026-01-07T00:00:00+08:00");
  });

  it("says so when nothing was held in the week, or nothing was known yet", async () => {
    const later = await brief("旧", "2026-02-02");
    expect(later.gap).toBe("not-in-office");
    expect(later.terms.at(-1)?.to).toBe("2026-01-07T00:00:00+08:00");
    expect(Object.values(later.figures).every(({ value }) => value === null)).toBe(true);
    const early = await brief("旧", "2025-12-08");
    expect(early.gap).toBe("no-history");
    expect(early.figures.inTime.value).toBeNull();
    expect(early.figures.open.value).toBeNull();
    const first = await brief("旧", "2025-12-29");
    expect([first.gap, first.gapBefore]).toEqual([null, "no-history"]);
    expect(first.figures.reported).toEqual({ value: 1, before: null, change: null });
  });
});

test("the week is the last complete one, honours asOf, and may run", async () => {
  const app = await testApp(gridCity(), randomProblems(seeded(5), 400));
  const week = async (query: Record<string, string>) =>
    BriefBody.parse(
      await app.get(`/api/briefs?${new URLSearchParams({ person: "路长3", ...query })}`),
    ).week;
  expect(await week({})).toMatchObject({ from: "2026-10-19T00:00:00+08:00", isComplete: true });
  expect(await week({ asOf: "2026-05-06" })).toMatchObject({ from: "2026-04-27T00:00:00+08:00" });
  expect(await week({ asOf: "2026-05-06", week: "2026-05-10" })).toMatchObject({
    from: "2026-05-04T00:00:00+08:00",
    at: "2026-05-06T00:00:00+08:00",
    isComplete: false,
  });
  const future = await app.request("/api/briefs?person=x&week=2027-01-01");
  expect(future.status).toBe(400);
  expect((await app.request("/api/briefs?person=nobody")).status).toBe(404);
  expect((await app.request("/api/briefs")).status).toBe(400);
  expect((await app.request("/api/briefs?person=x&zone=1")).status).toBe(400);
  expect((await app.request("/api/briefs/people?role=mayor")).status).toBe(400);
});

test("a city without any report has no data, not zeros", async () => {
  const app = await testApp(gridCity(), []);
  const body = BriefBody.parse(await app.get("/api/briefs?person=路长3"));
  expect(body.gap).toBe("no-history");
  const people = BriefPeople.parse(await app.get("/api/briefs/people"));
  expect(people.hasHistory).toBe(false);
});
