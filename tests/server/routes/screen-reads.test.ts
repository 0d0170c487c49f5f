import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { describe, expect, it } from "vitest";
import { ProblemTrend } from "../../../domain/contract/problems.ts";
import {
  ScreenHours,
  ScreenRecent,
  ScreenStandings,
} from "../../../domain/contract/screen-reads.ts";
import type { Problem } from "../../../domain/problem.ts";
import { noFilter, type ProblemFilter } from "../../../domain/problem-filter.ts";
import { DAY_MS, HOUR_MS } from "../../../domain/time.ts";
import { T0 } from "../../support/city-builder.ts";
import { filterQuery } from "../../support/filter-query.ts";
import { passes, standing } from "../../support/plain-filter.ts";
import { seeded } from "../../support/random.ts";
import { gridCity, randomProblems } from "../../support/random-city.ts";
import { randomFilter } from "../../support/random-filter.ts";
import { testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";
import { as } from "../../support/viewers.ts";

const pack = gridCity();
const problems = randomProblems(seeded(23), 3000);
const app = await testApp(pack, problems);
const iso = (t: number) => new Date(t).toISOString();

const random = seeded(7);
const filters: readonly ProblemFilter[] = [
  noFilter,
  { ...noFilter, asOf: T0 + 120 * DAY_MS + 7 * HOUR_MS },
  { ...noFilter, asOf: T0 + 20 * DAY_MS },
  ...Array.from({ length: 12 }, () => randomFilter(random, pack)),
];

/** What passes, with the moment that it is looked at from. */
function passing(filter: ProblemFilter) {
  const t = filter.asOf ?? TODAY;
  return { t, list: problems.filter((problem) => passes(problem, filter, pack, TODAY)) };
}

/** The closing that stands at T, never before the report; null while it is open. */
function closedAt(problem: Problem, t: number): number | null {
  if (standing(problem, t) !== "closed") return null;
  const last = problem.closings.findLast((closing) => closing.closedAt <= t);
  return Math.max(problem.reportedAt, last?.closedAt ?? t);
}

/** Midnight of the city, which is eight hours east. */
function midnight(t: number): number {
  return Math.floor((t + 8 * HOUR_MS) / DAY_MS) * DAY_MS - 8 * HOUR_MS;
}

async function get<T>(what: string, query: URLSearchParams, schema: { parse(v: unknown): T }) {
  return schema.parse(await app.get(`/api/screen/${what}?${query}`));
}

describe.each(filters)("filter %#", (filter) => {
  const query = filterQuery(filter);
  const { t, list } = passing(filter);

  it("standings: counts and trend are plain counting", async () => {
    const { zones, asOf } = await get("standings", query, ScreenStandings);
    expect(Date.parse(asOf)).toBe(t);
    const drawn = pack.zones.filter(({ level }) => level === "zone");
    expect(zones.map(({ id }) => id)).toEqual(drawn.map(({ id }) => id));
    const ends = Array.from({ length: 30 }, (_, i) => midnight(t) - (28 - i) * DAY_MS);
    for (const [i, zone] of drawn.entries()) {
      const own = list.filter(
        ({ position }) => position !== null && booleanPointInPolygon([...position], zone.geometry),
      );
      const status = own.map((problem) => standing(problem, t));
      expect(zones[i]?.open).toBe(status.filter((each) => each !== "closed").length);
      expect(zones[i]?.overdue).toBe(status.filter((each) => each === "overdue").length);
      const isOpenBefore = (problem: Problem, end: number) =>
        problem.reportedAt < end && (closedAt(problem, t) ?? Number.POSITIVE_INFINITY) >= end;
      const plain = ends.map((end) => own.filter((each) => isOpenBefore(each, end)).length);
      expect(zones[i]?.trend).toEqual(plain);
    }
  });

  it("recent: the newest of all that happened", async () => {
    const limit = 1 + random.below(60);
    query.set("limit", String(limit));
    const { events } = await get("recent", query, ScreenRecent);
    query.delete("limit");
    const all = list.flatMap((problem) => happened(problem, t));
    const kinds = ["reported", "closed", "overdue"];
    const order = new Map(problems.map(({ id }, i) => [id as string, i]));
    const newest = all
      .toSorted(
        (a, b) =>
          b.at - a.at ||
          (order.get(b.id) ?? 0) - (order.get(a.id) ?? 0) ||
          kinds.indexOf(b.what) - kinds.indexOf(a.what),
      )
      .slice(0, limit);
    const told = events.map(({ at, what, problem: { id } }) => ({ at: Date.parse(at), what, id }));
    expect(told).toEqual(newest);
  });

  it("hours: plain counting by the clock of the city", async () => {
    const { hours } = await get("hours", query, ScreenHours);
    const today = midnight(t);
    const count = (times: readonly (number | null)[], hour: number, from: number, to: number) =>
      times.filter(
        (each) =>
          each !== null &&
          each >= from &&
          each < to &&
          Math.floor((each - midnight(each)) / HOUR_MS) === hour,
      ).length;
    const timesOf = (of: readonly Problem[]) => ({
      reported: of.map(({ reportedAt }) => reportedAt),
      closed: of.map((problem) => closedAt(problem, t)),
    });
    const { reported, closed } = timesOf(list);
    const usual = timesOf(passing({ ...filter, from: null, to: null }).list);
    for (let hour = 0; hour < 24; hour++) {
      const found = hours[hour];
      expect(found?.hour).toBe(hour);
      expect(found?.reported).toBe(count(reported, hour, today, today + DAY_MS));
      expect(found?.closed).toBe(count(closed, hour, today, today + DAY_MS));
      const week = today - 7 * DAY_MS;
      expect(found?.usualReported).toBeCloseTo(count(usual.reported, hour, week, today) / 7, 9);
      expect(found?.usualClosed).toBeCloseTo(count(usual.closed, hour, week, today) / 7, 9);
    }
  });
});

/** By how it stands just before and just after each moment at which that could change. */
function happened(problem: Problem, t: number) {
  const { id, reportedAt, closings, dueAt } = problem;
  const closed = closings.filter((each) => each.closedAt <= t).map((each) => each.closedAt);
  const moments = [dueAt, ...closings.map(({ reopenedAt }) => reopenedAt)];
  const overdue = [...new Set(moments)].filter((x): x is number => {
    if (x === null || x > t || (x === t && standing(problem, t) !== "overdue")) return false;
    return standing(problem, x + 1) === "overdue" && standing(problem, x - 1) !== "overdue";
  });
  return [
    { at: reportedAt, what: "reported", id: id as string },
    ...closed.map((at) => ({ at, what: "closed", id: id as string })),
    ...overdue.map((at) => ({ at, what: "overdue", id: id as string })),
  ];
}

describe("/api/screen reads", () => {
  it("rank by score, and say how it was 30 days before", async () => {
    const now = await get("standings", new URLSearchParams({ asOf: iso(TODAY) }), ScreenStandings);
    const before = new URLSearchParams({ asOf: iso(TODAY - 30 * DAY_MS) });
    const { zones } = await get("standings", before, ScreenStandings);
    expect(now.peers).toBe(16);
    expect(new Set(now.zones.map(({ score }) => score)).size).toBeGreaterThan(8);
    for (const { id, score, rank, rankBefore } of now.zones) {
      expect(rank).toBe(1 + now.zones.filter((zone) => (zone.score ?? 0) > (score ?? 0)).length);
      expect(rankBefore).toBe(zones.find((zone) => zone.id === id)?.rank);
    }
  });

  it("score a zone by all of it, whatever the filter", async () => {
    const plain = new URLSearchParams({ asOf: iso(TODAY) });
    const filtered = new URLSearchParams({ asOf: iso(TODAY), category: "E05", status: "overdue" });
    const [all, some] = await Promise.all(
      [plain, filtered].map((query) => get("standings", query, ScreenStandings)),
    );
    expect(some?.zones.map(({ score }) => score)).toEqual(all?.zones.map(({ score }) => score));
    expect(some?.zones.map(({ open }) => open)).not.toEqual(all?.zones.map(({ open }) => open));
  });

  it("agree with the trend of each zone and of the city", async () => {
    const asOf = iso(TODAY - 5 * HOUR_MS);
    const query = new URLSearchParams({ asOf });
    const { zones } = await get("standings", query, ScreenStandings);
    for (const { id, trend } of zones) {
      const url = `/api/problems/trend?zone=${id}&days=30&asOf=${asOf}`;
      expect(trend).toEqual(ProblemTrend.parse(await app.get(url)).open);
    }
    const { hours } = await get("hours", query, ScreenHours);
    const url = `/api/problems/trend?days=1&asOf=${asOf}`;
    const { reported, closed } = ProblemTrend.parse(await app.get(url));
    expect(hours.reduce((sum, hour) => sum + hour.reported, 0)).toBe(reported[0]);
    expect(hours.reduce((sum, hour) => sum + hour.closed, 0)).toBe(closed[0]);
  });

  it("say what was written a moment ago", async () => {
    const query = new URLSearchParams({ limit: "1", asOf: iso(TODAY) });
    await get("recent", query, ScreenRecent);
    const spot = [114.312, 30.612];
    const sent = { clientId: "fresh", category: "E0102", position: spot, source: "inspection" };
    const answer = await app.post("/api/problems", sent);
    expect(answer.status).toBe(201);
    const { events } = await get("recent", query, ScreenRecent);
    expect(events[0]).toMatchObject({
      what: "reported",
      problem: { category: "E0102", position: spot, zone: { id: "Z11" } },
    });
  });

  it("show an account its own ground only", async () => {
    const person = "领导5";
    const viewer = { account: person, name: person, role: "leader", person, unitId: null } as const;
    const init = { headers: as(viewer) };
    const own = new Set(["Z10", "Z11", "Z12", "Z13", "Z01", "Z21", "Z31"]);
    const held = pack.duties.flatMap(({ person: who, scope }) =>
      who === person && scope.type === "zone" ? [scope.id as string] : [],
    );
    expect(held.every((id) => own.has(id))).toBe(true);
    const query = new URLSearchParams({ asOf: iso(TODAY), limit: "100" });
    const recent = ScreenRecent.parse(
      await (await app.request(`/api/screen/recent?${query}`, init)).json(),
    );
    expect(recent.events).toHaveLength(100);
    for (const { problem } of recent.events) expect(held).toContain(problem.zone?.id);
    query.delete("limit");
    const { zones } = ScreenStandings.parse(
      await (await app.request(`/api/screen/standings?${query}`, init)).json(),
    );
    const whole = await get("standings", query, ScreenStandings);
    for (const [i, { id, open, score }] of zones.entries()) {
      const isOwn = held.includes(id);
      expect(open).toBe(isOwn ? whole.zones[i]?.open : 0);
      expect(score).toBe(isOwn ? whole.zones[i]?.score : null);
    }
  });

  it.each(["standings?days=3", "recent?limit=0", "recent?limit=101", "hours?asOf=yesterday"])(
    "refuse %s",
    async (path) => {
      expect((await app.request(`/api/screen/${path}`)).status).toBe(400);
    },
  );
});
