import { beforeAll, describe, expect, test } from "vitest";
import { Calendar } from "../../../domain/contract/calendar.ts";
import { HotSpots } from "../../../domain/contract/hot-spots.ts";
import { ProblemCount } from "../../../domain/contract/problems.ts";
import {
  PlaceEvidence,
  RecurrenceParameters,
  RecurrencePlaces,
  RecurrenceSummary,
  Suggestions,
} from "../../../domain/contract/recurrence.ts";
import { placeClasses } from "../../../domain/recurrence/place-class.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { aProblem, at, T0 } from "../../support/city-builder.ts";
import { seeded } from "../../support/random.ts";
import { gridCity, randomProblems } from "../../support/random-city.ts";
import { type TestApp, testApp } from "../../support/test-app.ts";

const FILTERS = [
  "",
  "category=E01",
  "source=citizen,inspection",
  "zone=Z11",
  "status=open",
  "asOf=2026-06-01",
  "person=领导5",
  "bbox=114.305,30.605,114.33,30.63",
];

let app: TestApp;
beforeAll(async () => {
  const returning = Array.from({ length: 8 }, (_, i) =>
    aProblem({
      id: `back${i}`,
      category: "E0505",
      position: at(22, 22),
      reportedAt: T0 + (200 + 12 * i) * DAY_MS,
      closings: [{ closedAt: T0 + (202 + 12 * i) * DAY_MS, reopenedAt: null }],
    }),
  );
  const stack = Array.from({ length: 15 }, (_, i) =>
    aProblem({ id: `stack${i}`, position: at(20, 20), address: `街 ${i}`, reportedAt: T0 }),
  );
  const problems = [...randomProblems(seeded(91), 2500), ...returning, ...stack];
  app = await testApp(gridCity(), problems);
});

async function summary(filter: string): Promise<RecurrenceSummary> {
  return RecurrenceSummary.parse(await app.get(`/api/recurrence/summary?${filter}`));
}

async function places(filter: string): Promise<RecurrencePlaces> {
  return RecurrencePlaces.parse(await app.get(`/api/recurrence/places?limit=2000&${filter}`));
}

describe("numbers agree with the list", () => {
  test.each(FILTERS)("under %s", async (filter) => {
    const [found, listed, count] = [
      await summary(filter),
      await places(filter),
      ProblemCount.parse(await app.get(`/api/problems/count?${filter}`)),
    ];
    const k = (all: readonly { k: number }[]) => all.reduce((sum, each) => sum + each.k, 0);
    expect(found.total).toEqual({ places: listed.total, k: k(listed.places) });
    for (const name of placeClasses) {
      const own = listed.places.filter((place) => place.class === name);
      expect(found.byClass).toContainEqual({ class: name, places: own.length, k: k(own) });
      expect((await places(`class=${name}&${filter}`)).total).toBe(own.length);
    }
    expect(k(found.byCategory)).toBe(found.total.k);
    for (const { zone, ...sums } of found.byZone) {
      const own = listed.places.filter((place) => place.zone === zone);
      expect(sums).toEqual({ places: own.length, k: k(own) });
    }
    expect(found.openPlaces).toBe(listed.places.filter(({ isOpen }) => isOpen).length);
    expect(found.stalePlaces).toBe(listed.places.filter(({ isStale }) => isStale).length);
    expect(found.relapse.n).toBe(listed.places.reduce((sum, { relapse }) => sum + relapse.n, 0));
    expect(found.relapse.x).toBe(listed.places.reduce((sum, { relapse }) => sum + relapse.x, 0));
    expect(found.suggestions).toBe(listed.places.filter((place) => place.isSuggested).length);
    expect(found.openProblems).toBe(count.byStatus.open);
    expect(found.dropped).toMatchObject({ unplaced: count.unplaced });
    for (const { person, k: own } of filter.includes("person") ? [] : found.byLead) {
      expect(own).toBeLessThanOrEqual(k((await places(`person=${person}&${filter}`)).places));
    }
  });
});

describe("the ranking", () => {
  test("is by the places' own rate, which no filter changes", async () => {
    const all = new Map((await places("")).places.map((place) => [place.id, place]));
    const { places: some } = await places("source=citizen&category=E05");
    expect(some.length).toBeGreaterThan(3);
    for (const place of some) {
      const whole = all.get(place.id);
      expect(place).toMatchObject({
        lambda30: whole?.lambda30,
        confidence: whole?.confidence,
        class: whole?.class,
        relapse: whole?.relapse,
        ownK: whole?.k,
      });
      expect(place.k).toBeLessThanOrEqual(place.ownK);
    }
    const rates = some.map(({ lambda30 }) => lambda30);
    expect(rates).toEqual([...rates].sort((a, b) => b - a));
  });

  test("an unknown class is refused with those there are", async () => {
    const response = await app.request("/api/recurrence/places?class=chronic");
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("persistent");
  });
});

describe("the evidence", () => {
  test("names every report once with its role, and who answered at each return", async () => {
    const { places: found } = await places("category=E0505");
    const worst = found.find(({ position }) => Math.abs(position[0] - 114.322) < 1e-4);
    expect(worst?.ownK).toBeGreaterThanOrEqual(7);
    const body = PlaceEvidence.parse(await app.get(`/api/recurrence/places/${worst?.id}`));
    const reports = body.episodes.flatMap((episode) => episode.reports);
    expect(new Set(reports.map(({ id }) => id)).size).toBe(reports.length);
    for (const [i, episode] of body.episodes.entries()) {
      const [first, ...others] = episode.reports;
      expect(first?.role).toBe(episode.isRecurrence ? "recurrence" : "onset");
      expect(others.every(({ role }) => role === "duplicate")).toBe(true);
      expect(episode.isRecurrence && i === 0).toBe(false);
      const duty = await app.get(
        `/api/duty-at?lng=${body.position[0]}&lat=${body.position[1]}&category=E0505&on=${encodeURIComponent(episode.start)}`,
      );
      const persons = (all: readonly { person: string | null }[]) => all.map((each) => each.person);
      const { duties } = duty as { duties: { person: string | null }[] };
      expect(persons(episode.duties)).toEqual(persons(duties));
    }
    expect(body.episodes.filter(({ isRecurrence }) => isRecurrence)).toHaveLength(body.ownK);
    expect(body.episodes.filter(({ isQuick }) => isQuick)).toHaveLength(body.quick);
  });

  test("a place that never recurred has evidence too; one that is not there has none", async () => {
    const { recurrence } = app.city;
    const quiet = Array.from({ length: recurrence.anchors.count }, (_, place) => place).find(
      (place) => recurrence.rankOf(place) < 0 && recurrence.cut(place).count > 0,
    );
    const body = PlaceEvidence.parse(await app.get(`/api/recurrence/places/${quiet}`));
    expect(body).toMatchObject({ k: 0, ownK: 0, class: "none", rate30: 0 });
    for (const id of ["999999", "-1", "x"]) {
      expect((await app.request(`/api/recurrence/places/${id}`)).status).toBe(404);
    }
  });
});

describe("suggestions", () => {
  test("meet the rule; a decision is kept, audited, and holds until the place recurs again", async () => {
    const read = async () => Suggestions.parse(await app.get("/api/recurrence/suggestions"));
    const { suggestions, total } = await read();
    expect(total).toBe((await summary("")).suggestions);
    expect(total).toBeGreaterThan(0);
    for (const { class: found, confidence, recent, ownK } of suggestions) {
      expect(["persistent", "intensifying", "new"]).toContain(found);
      expect(confidence).toBeGreaterThanOrEqual(0.95);
      expect(recent).toBeGreaterThanOrEqual(3);
      if (found === "new") expect(ownK).toBeGreaterThanOrEqual(3);
    }
    const [first] = suggestions;
    const path = `/api/recurrence/suggestions/${first?.id}/decision`;
    expect((await app.post(path, { decision: "dismissed", reason: " " })).status).toBe(400);
    expect((await app.post(path, { decision: "perhaps" })).status).toBe(400);
    const revision = app.city.revision;
    const reason = "占道施工，已到期";
    expect((await app.post(path, { decision: "dismissed", reason })).status).toBe(200);
    expect(app.city.revision).toBe(revision + 1);
    const decided = (await read()).suggestions.find(({ id }) => id === first?.id);
    expect(decided?.decision).toMatchObject({ decision: "dismissed", reason, k: first?.ownK });
    const [audit] = await app.city.storage.auditOf("place", String(first?.id));
    expect(audit).toMatchObject({ action: "decide-summons", after: { reason } });

    app.clock.now += 40 * DAY_MS;
    const again = {
      clientId: "again",
      category: first?.category,
      position: first?.position,
      source: "citizen",
    };
    for (const { id } of await openAt(first?.id ?? -1)) await close(id);
    app.clock.now += 3 * DAY_MS;
    expect((await app.post("/api/problems", again)).status).toBe(201);
    const later = (await read()).suggestions.find(({ id }) => id === first?.id);
    if (later) expect(later.decision).toBeNull();
    const { decisions } = PlaceEvidence.parse(await app.get(`/api/recurrence/places/${first?.id}`));
    expect(decisions).toHaveLength(1);
  });

  async function openAt(place: number) {
    const { episodes } = PlaceEvidence.parse(await app.get(`/api/recurrence/places/${place}`));
    return episodes.flatMap(({ reports }) => reports.filter(({ closedAt }) => closedAt === null));
  }

  async function close(id: string) {
    await app.patch(`/api/problems/${id}`, { action: "close" }, "*");
  }
});

describe("parameters", () => {
  test("a fit names what it was fitted from and is used from then on", async () => {
    const before = RecurrenceParameters.parse(await app.get("/api/recurrence/parameters"));
    expect(before.settings).toMatchObject({ halfLifeDays: 90, windowDays: 365 });
    expect(before.categories.find(({ category }) => category === "P0102")).toMatchObject({
      radiusM: 20,
      graceHours: 72,
    });
    const after = RecurrenceParameters.parse(
      await (await app.post("/api/recurrence/priors", {})).json(),
    );
    expect(Date.parse(after.fittedAt ?? "")).toBe(app.clock.now);
    const pooled = after.categories.filter(({ prior }) => prior === "pooled");
    expect(new Set(pooled.map(({ alpha }) => alpha)).size).toBeLessThanOrEqual(1);
    for (const { places: n, prior, alpha, betaDays, mean30 } of after.categories) {
      if (prior === "fitted") expect(n).toBeGreaterThanOrEqual(30);
      expect(alpha).toBeGreaterThanOrEqual(0.05);
      expect(alpha).toBeLessThanOrEqual(20);
      expect(mean30).toBeCloseTo((30 * alpha) / betaDays, 12);
    }
    const stored = await app.city.storage.priors();
    expect(stored).toHaveLength(after.categories.length);
  });
});

describe("the location gate", () => {
  test("says what it holds back, and takes a coordinate that a person confirms", async () => {
    const before = await summary("");
    expect(before.dropped).toMatchObject({ badPosition: 15, positions: [{ addresses: 15 }] });
    const { places: found } = await places("");
    const place = found.find(({ position }) => Math.abs(position[0] - 114.322) < 1e-4);
    const answer = await app.post("/api/recurrence/bad-positions", { position: at(22, 22) });
    expect(answer.status).toBe(200);
    const after = await summary("");
    expect(after.dropped.positions).toHaveLength(2);
    expect(after.dropped.badPosition).toBeGreaterThanOrEqual(15 + 8);
    const left = (await places("")).places.find(({ id }) => id === place?.id);
    expect(left?.ownK ?? 0).toBeLessThan(place?.ownK ?? 0);
    const again = await app.post("/api/recurrence/bad-positions", { position: at(22, 22) });
    expect(await again.json()).toEqual(await answer.json());
    const nowhere = await app.post("/api/recurrence/bad-positions", { position: [114, 30] });
    expect(nowhere.status).toBe(404);
  });
});

describe("hot spots and calendar", () => {
  test("squares hold every recurrence of their steps; too short a history says so", async () => {
    const start = Date.parse((await summary("")).historyStart);
    const early = new Date(start + 200 * DAY_MS).toISOString();
    const short = HotSpots.parse(await app.get(`/api/hot-spots?asOf=${early}`));
    expect(short).toMatchObject({ isSufficient: false, features: [], steps: 6, minSteps: 10 });
    const spots = HotSpots.parse(await app.get("/api/hot-spots"));
    expect(spots.isSufficient).toBe(true);
    const calendar = Calendar.parse(await app.get("/api/calendar"));
    const inSteps = spots.features.reduce((sum, { properties }) => sum + properties.count, 0);
    expect(inSteps).toBeGreaterThan(0);
    expect(inSteps).toBeLessThanOrEqual(calendar.returned.total);
    for (const { properties } of spots.features) {
      expect(properties.counts).toHaveLength(spots.steps);
      expect(properties.p).toBeGreaterThanOrEqual(0);
    }
  });

  test.each(FILTERS)("the calendar adds up under %s", async (filter) => {
    const { reported, returned } = Calendar.parse(await app.get(`/api/calendar?${filter}`));
    const { total } = ProblemCount.parse(await app.get(`/api/problems/count?${filter}`));
    expect(reported.total).toBe(total);
    for (const { total: all, weekdayHour, months } of [reported, returned]) {
      expect(weekdayHour.flat().reduce((a, b) => a + b, 0)).toBe(all);
      expect(months.reduce((sum, { count }) => sum + count, 0)).toBe(all);
    }
  });
});
