import { describe, expect, it } from "vitest";
import { MyGrid, MyPeople } from "../../../domain/contract/my.ts";
import { holdsAt } from "../../../domain/duty.ts";
import { scoreOf } from "../../../domain/my-score.ts";
import { isClosedAt, isDropped, isOverdueAt, type Problem } from "../../../domain/problem.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { T0 } from "../../support/city-builder.ts";
import { seeded } from "../../support/random.ts";
import { gridCity, randomProblems } from "../../support/random-city.ts";
import { testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";

const problems = randomProblems(seeded(11), 3000);
const app = await testApp(gridCity(), problems);
const { city } = app;

async function grid(person: string, t: number): Promise<MyGrid> {
  const query = new URLSearchParams({ person, asOf: new Date(t).toISOString() });
  return MyGrid.parse(await app.get(`/api/my?${query}`));
}

/** By the registry's rules alone, problem by problem. */
function answers(person: string, role: string | null, problem: Problem, at: number): boolean {
  if (!problem.position) return false;
  const [lng, lat] = problem.position;
  const found = city.tables.registry.answerableAt(lng, lat, problem.category, at);
  return found.some(({ duty }) => duty.person === person && (role === null || duty.role === role));
}

function counted(t: number): Problem[] {
  return problems.filter(
    (problem) => problem.position && !isDropped(problem.state) && problem.reportedAt <= t,
  );
}

const times = [T0 + 60 * DAY_MS, T0 + 150 * DAY_MS + 3_600_000 * 5, TODAY];
const persons = ["领导1", "领导6", "路长3", "网格员1"];

describe.each(times)("as of %d", (t) => {
  const inOffice = persons.filter((person) =>
    city.tables.registry.duties.some((duty) => duty.person === person && holdsAt(duty, t)),
  );

  it.each(inOffice)("%s: counts are plain counting over the list", async (person) => {
    const body = await grid(person, t);
    const dayEnd = city.clock.dayStart(t) + DAY_MS;
    const open = counted(t).filter(
      (problem) => !isClosedAt(problem.closings, t) && answers(person, null, problem, t),
    );
    const overdue = open.filter((problem) => isOverdueAt(problem, t));
    const dueToday = open.filter(
      ({ dueAt, isHardDeduction }) =>
        dueAt !== null && !isHardDeduction && dueAt >= t && dueAt < dayEnd,
    );
    expect(body.counts).toMatchObject({
      open: open.length,
      overdue: overdue.length,
      dueToday: dueToday.length,
    });
    expect(body.overdue).toHaveLength(Math.min(50, overdue.length));
    const limits = body.overdue.map(({ dueAt }) => Date.parse(dueAt ?? ""));
    expect(limits).toEqual(limits.toSorted((a, b) => a - b));
    expect(new Set(body.dueToday.map(({ id }) => id))).toEqual(new Set(dueToday.map((p) => p.id)));
    for (const { months } of body.recurring) expect(months).toHaveLength(12);
    const rates = body.recurring.map(({ lambda30 }) => lambda30);
    expect(rates).toEqual(rates.toSorted((a, b) => b - a));
  });

  it.each(inOffice)("%s: the parts of the score are plain counting", async (person) => {
    const { standing, role } = await grid(person, t);
    const since = t - 90 * DAY_MS;
    const open = counted(t).filter(
      (problem) => !isClosedAt(problem.closings, t) && answers(person, role, problem, t),
    );
    expect(standing.score.overdue).toEqual({
      x: open.filter((problem) => isOverdueAt(problem, t)).length,
      n: open.length,
    });
    const timed = counted(t).flatMap((problem) => {
      const standingClosing = problem.closings.find(
        ({ closedAt, reopenedAt }) => closedAt <= t && (reopenedAt === null || reopenedAt > t),
      );
      const { dueAt, isHardDeduction } = problem;
      if (!standingClosing || dueAt === null || isHardDeduction) return [];
      const { closedAt } = standingClosing;
      return closedAt > since && answers(person, role, problem, closedAt)
        ? [closedAt <= dueAt]
        : [];
    });
    expect(standing.score.inTime).toEqual({ x: timed.filter(Boolean).length, n: timed.length });
    expect(standing.score.value).toBe(scoreOf(standing.score));
    expect(standing.score.relapse.x).toBeLessThanOrEqual(standing.score.relapse.n);
  });
});

describe("/api/my", () => {
  it("counts a closing that did not hold", async () => {
    const found = await Promise.all(persons.slice(1, 3).map((person) => grid(person, TODAY)));
    expect(found.some(({ standing }) => standing.score.relapse.x > 0)).toBe(true);
  });

  it("ranks peers of one role against each other", async () => {
    const { people } = MyPeople.parse(await app.get("/api/my/people"));
    const leads = people.filter(({ roles }) => roles[0]?.role === "zone-lead");
    expect(leads.map(({ person }) => person)).toEqual(["领导4", "领导5", "领导6", "领导7"]);
    const grids = await Promise.all(leads.map(({ person }) => grid(person, TODAY)));
    const byRank = grids.toSorted((a, b) => (a.standing.rank ?? 0) - (b.standing.rank ?? 0));
    const scores = byRank.map(({ standing }) => standing.score.value ?? 0);
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    for (const { standing, areas } of grids) {
      expect(standing.peers).toBe(4);
      expect(areas).toHaveLength(4);
      expect(areas[0]?.bounds).not.toBeNull();
    }
  });

  it("has no trend for who was not in office", async () => {
    const { before } = await grid("领导5", T0 + 110 * DAY_MS);
    expect(before.score.value).toBeNull();
    expect(before.rank).toBeNull();
  });

  it("refuses who holds nothing, and what it does not know", async () => {
    expect((await app.request("/api/my?person=nobody")).status).toBe(404);
    expect((await app.request("/api/my?person=x&zone=1")).status).toBe(400);
  });
});
