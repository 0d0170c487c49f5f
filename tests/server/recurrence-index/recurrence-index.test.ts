import { describe, expect, test } from "vitest";
import { isDropped, type Problem, standingClosedAt } from "../../../domain/problem.ts";
import { noFilter } from "../../../domain/problem-filter.ts";
import { analyseReports } from "../../../domain/recurrence/analyse-reports.ts";
import { episodeRules } from "../../../domain/recurrence/params.ts";
import { NO_PLACE } from "../../../domain/recurrence/place-anchor.ts";
import { placeClasses } from "../../../domain/recurrence/place-class.ts";
import { episodeFlags } from "../../../domain/recurrence/place-measures.ts";
import { lambda30Of } from "../../../domain/recurrence/place-rate.ts";
import { DAY_MS } from "../../../domain/time.ts";
import type { City } from "../../../server/city/city.ts";
import { openCity } from "../../../server/city/open-city.ts";
import { countRecurrences } from "../../../server/recurrence-index/count-recurrences.ts";
import { MeasuresAt } from "../../../server/recurrence-index/measures-at.ts";
import { rankPlaces } from "../../../server/recurrence-index/rank-places.ts";
import { closeProblem } from "../../../server/services/close-problem.ts";
import { createProblem } from "../../../server/services/create-problem.ts";
import { recategoriseProblem } from "../../../server/services/recategorise-problem.ts";
import { relocateProblem } from "../../../server/services/relocate-problem.ts";
import { reopenProblem } from "../../../server/services/reopen-problem.ts";
import { withdrawProblem } from "../../../server/services/withdraw-problem.ts";
import { aProblem, at, T0, testCategories } from "../../support/city-builder.ts";
import { passes } from "../../support/plain-filter.ts";
import { type Random, seeded } from "../../support/random.ts";
import { gridCity, randomProblems } from "../../support/random-city.ts";
import { randomFilter } from "../../support/random-filter.ts";
import { runningCity, TODAY } from "../../support/test-city.ts";

const pack = gridCity();

/** Everything that the recurrence index says, place by place. */
function picture({ recurrence, problems }: City) {
  const { anchors, recurring } = recurrence;
  return Array.from({ length: anchors.count }, (_, place) => {
    const rank = recurrence.rankOf(place);
    const begin = rank < 0 ? 0 : recurring.episodeStart[rank]!;
    const count = rank < 0 ? 0 : recurring.episodeCount[rank]!;
    const episodes = Array.from({ length: count }, (_, i) => [
      recurring.start[begin + i],
      recurring.end[begin + i],
      recurring.flags[begin + i],
      recurring.sourceMask[begin + i],
    ]);
    const measures = [200, 290, 300].map((day) => {
      const measured = new MeasuresAt(recurrence, T0 + day * DAY_MS).ofPlace(place);
      return measured && { ...measured };
    });
    const hasRecurred = episodes.some(([, , flags]) => (flags ?? 0) & episodeFlags.recurrence);
    return {
      anchor: [anchors.anchorX[place], anchors.anchorY[place], anchors.reports[place]],
      members: [...recurrence.membersOf(place)].map((serial) => problems.ids.idOf(serial)).sort(),
      episodes: hasRecurred ? episodes : [],
      measures,
      standing: hasRecurred
        ? [recurring.settledAt[rank], recurring.isOpen[rank], recurring.overdueFrom[rank]]
        : [],
    };
  });
}

describe("the recurrence index", () => {
  test("says what the plain analysis of all reports says", async () => {
    const problems = randomProblems(seeded(31), 1500).map((problem) => ({
      ...problem,
      closings: problem.closings.filter(({ reopenedAt }) => reopenedAt === null),
    }));
    const city = await runningCity(pack, problems);
    const { tree, categoryOrdinal, sourceOrdinal } = city.tables;
    const settings = city.recurrence.settings;
    const usable = problems.filter(({ position }) => position);
    const analysis = analyseReports(
      usable.map((problem) => ({
        kind: categoryOrdinal(problem.category),
        lng: problem.position![0],
        lat: problem.position![1],
        sourceBit: 1 << sourceOrdinal(problem.source),
        reportedAt: problem.reportedAt,
        closedAt: standingClosedAt(problem.closings),
        assetId: problem.assetId,
        isUsable: true,
      })),
      {
        planeOrigin: settings.planeOrigin!,
        radiusM: (kind) => tree.at(kind).radiusM ?? settings.radiusM,
        episodes: (kind) => episodeRules(settings, tree.at(kind).graceHours),
      },
    );
    expect(city.recurrence.anchors.count).toBe(analysis.anchors.count);
    usable.forEach((problem, i) => {
      const serial = city.problems.serialOf(problem.id)!;
      expect(city.recurrence.placeOf(serial)).toBe(analysis.parts[i]!.place);
    });
    // Dropped reports keep their place but make no episodes; leave their places out of the comparison.
    const touched = new Set(
      usable.flatMap(({ state }, i) => (isDropped(state) ? [analysis.parts[i]!.place] : [])),
    );
    const expected = Map.groupBy(analysis.episodes, ({ place }) => place);
    for (const [place, episodes] of expected) {
      if (touched.has(place)) continue;
      expect(city.recurrence.cut(place).rows()).toEqual(
        episodes.map(({ start, end, sourceMask, isRecurrence, isEndAssumed }) => ({
          start,
          end,
          sourceMask,
          flags:
            (isRecurrence ? episodeFlags.recurrence : 0) |
            (isEndAssumed ? episodeFlags.endAssumed : 0),
        })),
      );
    }
    await city.storage.close();
  });

  test("after any life of reports, the index kept event by event is the one built afresh from storage", async () => {
    for (const seed of [41, 42, 43]) {
      const random = seeded(seed);
      const clock = { now: TODAY };
      const city = await runningCity(pack, randomProblems(random, 200), clock);
      await liveThrough(city, random, 250);
      const afresh = await openCity(pack, city.storage, () => clock.now);
      expect(picture(city)).toEqual(picture(afresh));
      for (let round = 0; round < 10; round++) {
        const filter = randomFilter(random, pack);
        const count = (c: City) => {
          const counts = countRecurrences(c.recurrence, c.problems.compile(filter, TODAY));
          const places = Array.from({ length: counts.count }, (_, i) => [
            c.recurrence.recurring.place[counts.rank[i]!]!,
            counts.k[i]!,
            counts.rate30[i]!.toPrecision(12),
          ]);
          return places.sort((a, b) => Number(a[0]) - Number(b[0]));
        };
        expect(count(city)).toEqual(count(afresh));
      }
      await city.storage.close();
    }
  });

  test("closings that arrive in any order leave the same index", async () => {
    const spot = at(7.3, 3.1);
    const reports = Array.from({ length: 8 }, (_, i) =>
      aProblem({ id: `c${i}`, position: spot, reportedAt: T0 + i * 9 * DAY_MS }),
    );
    const closings = reports.map(({ id, reportedAt }) => ({
      id,
      at: new Date(reportedAt + 2 * DAY_MS).toISOString(),
    }));
    const pictures: unknown[] = [];
    const shuffled = [3, 0, 6, 1, 7, 5, 2, 4].map((i) => closings[i]!);
    for (const order of [closings, [...closings].reverse(), shuffled]) {
      const city = await runningCity(pack, reports);
      for (const { id, at: closedAt } of order) {
        await closeProblem({ city, actor: "t" }, { id, version: null }, { at: closedAt });
      }
      pictures.push(picture(city));
      await city.storage.close();
    }
    expect(pictures[1]).toEqual(pictures[0]);
    expect(pictures[2]).toEqual(pictures[0]);
    expect((pictures[0] as { episodes: unknown[] }[])[0]!.episodes).toHaveLength(8);
  });

  test("a reopening prolongs its episode and is no recurrence", async () => {
    const position = at(3.3, 3.3);
    const city = await runningCity(pack, [
      aProblem({
        position,
        reportedAt: T0,
        closings: [
          { closedAt: T0 + 2 * DAY_MS, reopenedAt: T0 + 10 * DAY_MS },
          { closedAt: T0 + 12 * DAY_MS, reopenedAt: null },
        ],
      }),
      aProblem({ position, reportedAt: T0 + 12.5 * DAY_MS }),
      aProblem({ position, reportedAt: T0 + 30 * DAY_MS }),
    ]);
    const { anchors } = city.recurrence;
    expect(anchors.count).toBe(1);
    const episodes = city.recurrence.cut(0).rows();
    expect(episodes).toHaveLength(1);
    expect(episodes[0]).toMatchObject({ start: T0, flags: episodeFlags.endAssumed });
    await city.storage.close();
  });

  test("a filter selects recurrences and never redefines them", async () => {
    const random = seeded(51);
    const problems = randomProblems(random, 1200).map((p) => ({
      ...p,
      state: "reported" as const,
    }));
    const city = await runningCity(pack, problems);
    const { recurrence, tables } = city;
    const { windowDays } = recurrence.settings;
    for (let round = 0; round < 40; round++) {
      const reports = { statuses: null, states: null, assignees: null, dueWithinHours: null };
      const filter = { ...randomFilter(random, pack), ...reports };
      const t = filter.asOf ?? TODAY;
      const expected = new Map<number, number>();
      for (let place = 0; place < recurrence.anchors.count; place++) {
        const [lng, lat] = tables.plane.toLngLat(
          recurrence.anchors.anchorX[place]!,
          recurrence.anchors.anchorY[place]!,
        );
        const category = tables.tree.at(recurrence.anchors.category[place]!).code;
        const episodes = recurrence.cut(place).rows();
        const k = episodes.filter(({ flags, start, sourceMask }) => {
          if (!(flags & episodeFlags.recurrence) || start > t || start <= t - windowDays * DAY_MS)
            return false;
          const bySource = tables.sources.filter((_, bit) => (sourceMask >> bit) & 1);
          return bySource.some((source) => {
            const asReport = {
              ...aProblem({ category, position: [lng, lat], reportedAt: start }),
              source,
            };
            return passes(asReport as Problem, filter, pack, TODAY);
          });
        }).length;
        if (k > 0) expected.set(place, k);
      }
      const counts = countRecurrences(recurrence, city.problems.compile(filter, TODAY));
      const found = new Map(
        Array.from({ length: counts.count }, (_, i) => [
          recurrence.recurring.place[counts.rank[i]!]!,
          counts.k[i]!,
        ]),
      );
      expect([...found].sort((a, b) => a[0] - b[0])).toEqual(
        [...expected].sort((a, b) => a[0] - b[0]),
      );
    }
    await city.storage.close();
  });

  test("stage, unit and time limit ask whether a place has such a report", async () => {
    const random = seeded(52);
    const problems = randomProblems(random, 1500).map((problem) => ({
      ...problem,
      state: random.pick(["reported", "accepted", "dispatched", "closed"] as const),
    }));
    const city = await runningCity(pack, problems);
    const { recurrence } = city;
    const stored = await city.storage.problemsBySeq(problems.map((_, i) => i + 1));
    for (let round = 0; round < 40; round++) {
      const t = TODAY - random.below(200) * DAY_MS;
      const filter = {
        ...noFilter,
        asOf: t,
        states: random() < 0.6 ? [random.pick(["accepted", "dispatched"] as const)] : null,
        assignees: random() < 0.4 ? [random.pick(pack.units).id] : null,
        dueWithinHours: random() < 0.3 ? 1 + random.below(500) : null,
      };
      const free = countRecurrences(recurrence, city.problems.compile({ ...noFilter, asOf: t }, t));
      const all = [...free.rank.subarray(0, free.count)];
      const wanted = all.filter((rank) =>
        stored.some(
          (problem) =>
            problem.placeId === recurrence.recurring.place[rank] &&
            passes(problem, filter, pack, TODAY),
        ),
      );
      const counts = countRecurrences(recurrence, city.problems.compile(filter, t));
      expect([...counts.rank.subarray(0, counts.count)], JSON.stringify(filter)).toEqual(wanted);
    }
    await city.storage.close();
  });

  test("measures of a place at any time are those of its reports as known then", async () => {
    const random = seeded(71);
    const city = await runningCity(pack, randomProblems(random, 1500));
    await liveThrough(city, random, 200);
    const { recurrence } = city;
    const { recurring } = recurrence;
    expect(recurring.count).toBeGreaterThan(50);
    for (let round = 0; round < 30; round++) {
      const measuresAt = new MeasuresAt(recurrence, T0 + random() * 400 * DAY_MS);
      for (let rank = 0; rank < recurring.count; rank++) {
        if (recurring.start[recurring.episodeStart[rank]!]! > measuresAt.t) continue;
        const stored = { ...measuresAt.ofRank(rank) };
        expect(stored).toEqual({ ...measuresAt.ofPlace(recurring.place[rank]!) });
      }
    }
    await city.storage.close();
  });

  test("places are ranked by their own rate, whatever selects them, and cut at the limit", async () => {
    const random = seeded(72);
    const city = await runningCity(pack, randomProblems(random, 1500));
    const { recurrence } = city;
    for (let round = 0; round < 20; round++) {
      const rows = city.problems.compile(randomFilter(random, pack), TODAY);
      const counts = countRecurrences(recurrence, rows);
      const all = rankPlaces(recurrence, counts, rows.asOf, 10_000);
      expect(all.total).toBe(counts.count);
      expect(all.places).toHaveLength(counts.count);
      const measuresAt = new MeasuresAt(recurrence, rows.asOf);
      for (const [i, { rank, place, lambda30 }] of all.places.entries()) {
        const prior = recurrence.priorOf(recurrence.recurring.category[rank]!);
        expect(lambda30).toBe(lambda30Of(measuresAt.ofRank(rank), prior));
        const next = all.places[i + 1];
        if (!next) continue;
        const isBefore =
          lambda30 > next.lambda30 || (lambda30 === next.lambda30 && place < next.place);
        expect(isBefore).toBe(true);
      }
      const limit = 1 + random.below(20);
      const top = rankPlaces(recurrence, countRecurrences(recurrence, rows), rows.asOf, limit);
      expect(top.places).toEqual(all.places.slice(0, limit));
      expect(top.total).toBe(all.total);
      const byClass = placeClasses.map((only) => {
        const again = countRecurrences(recurrence, rows);
        return rankPlaces(recurrence, again, rows.asOf, 5, new Set([only])).total;
      });
      expect(byClass.reduce((a, b) => a + b)).toBe(all.total);
    }
    await city.storage.close();
  });

  test("roles of what was reported up to a day do not change when later reports and closings come", async () => {
    const problems = randomProblems(seeded(61), 900).sort((a, b) => a.reportedAt - b.reportedAt);
    const cut = T0 + 180 * DAY_MS;
    const known = problems
      .filter(({ reportedAt }) => reportedAt <= cut)
      .map((problem) => ({
        ...problem,
        closings: problem.closings
          .filter(({ closedAt }) => closedAt <= cut)
          .map(({ closedAt, reopenedAt }) => ({
            closedAt,
            reopenedAt: reopenedAt !== null && reopenedAt <= cut ? reopenedAt : null,
          })),
      }));
    const [early, late] = [await runningCity(pack, known), await runningCity(pack, problems)];
    const rolesOf = (city: City) => {
      const roles = new Map<string, string>();
      for (let place = 0; place < city.recurrence.anchors.count; place++) {
        city.recurrence.cut(place, undefined, (serial, _, role) =>
          roles.set(city.problems.ids.idOf(serial), role),
        );
      }
      return roles;
    };
    const [before, after] = [rolesOf(early), rolesOf(late)];
    expect(before.size).toBeGreaterThan(300);
    for (const [id, role] of before) expect(after.get(id), id).toBe(role);
    await early.storage.close();
    await late.storage.close();
  });

  test("reports on a coordinate shared by fifteen addresses have no place", async () => {
    const stack = Array.from({ length: 15 }, (_, i) =>
      aProblem({ position: at(20, 20), address: `街 ${i}` }),
    );
    const city = await runningCity(pack, [...stack, aProblem({ position: at(30, 30) })]);
    expect(stack.map(({ id }) => city.recurrence.placeOf(city.problems.serialOf(id)!))).toEqual(
      stack.map(() => NO_PLACE),
    );
    expect(city.recurrence.anchors.count).toBe(1);
    await city.storage.close();
  });
});

/** Random acts through the services, refusals included: what a city does to its reports. */
async function liveThrough(city: City, random: Random, acts: number): Promise<void> {
  const context = { city, actor: "t" };
  const time = () => new Date(T0 + random.below(299 * 24) * 3_600_000).toISOString();
  for (let act = 0; act < acts; act++) {
    const id = city.problems.ids.idOf(random.below(city.problems.size));
    const target = { id, version: null };
    const position = at(random.below(8) * 5 + 0.1, random.below(8) * 5 + 0.1);
    const category = random.pick(testCategories).code;
    const work = [
      () => closeProblem(context, target, { at: time() }),
      () => closeProblem(context, target, {}),
      () => reopenProblem(context, target, {}),
      () => withdrawProblem(context, target, {}),
      () => recategoriseProblem(context, target, { category }),
      () => relocateProblem(context, target, { position }),
      () =>
        createProblem(context, {
          clientId: `n${act}`,
          category,
          position: random() < 0.1 ? null : position,
          source: "citizen",
          reportedAt: time(),
        }),
    ];
    await random
      .pick(work)()
      .catch((error: Error) => {
        if (error.name !== "DomainError") throw error;
      });
  }
}
