import { setTimeout } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { noFilter } from "../../../domain/problem-filter.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { startPrivatePostgres } from "../../../scripts/private-postgres.ts";
import type { City } from "../../../server/city/city.ts";
import { openCity } from "../../../server/city/open-city.ts";
import { MeasuresAt } from "../../../server/recurrence-index/measures-at.ts";
import { assignDuty } from "../../../server/services/assign-duty.ts";
import { closeProblem } from "../../../server/services/close-problem.ts";
import { createProblem } from "../../../server/services/create-problem.ts";
import { relocateProblem } from "../../../server/services/relocate-problem.ts";
import { openPostgres } from "../../../server/storage/postgres.ts";
import type { Storage } from "../../../server/storage/storage.ts";
import { aCity, at } from "../../support/city-builder.ts";
import { type Random, seeded } from "../../support/random.ts";
import { TODAY } from "../../support/test-city.ts";

const postgres = await startPrivatePostgres();
afterAll(() => postgres?.stop());

const pack = aCity()
  .withZone("A", [0, 0, 5, 10])
  .withZone("B", [5, 0, 10, 10])
  .withLead("市领导 01", "A")
  .build();

/** A server process of its own, as far as the database can tell. */
type Process = { readonly city: City; readonly storage: Storage; close(): Promise<void> };

async function start(url: string, clock: { now: number }): Promise<Process> {
  const storage = await openPostgres(url, () => undefined);
  const city = await openCity(pack, storage, () => clock.now);
  const stop = storage.onWrite(() => void city.follow());
  return {
    city,
    storage,
    async close() {
      stop();
      await city.follow();
      await storage.close();
    },
  };
}

/** One random act, as a service does it. */
async function act(city: City, random: Random, clock: { now: number }): Promise<void> {
  const context = { city, actor: "test" };
  clock.now += Math.floor(random() * DAY_MS);
  const position = at(random.below(40) / 8, random.below(40) / 4);
  const known = city.problems.size;
  const id = known > 0 ? city.problems.ids.idOf(random.below(known)) : null;
  const kind = random.below(10);
  if (id === null || kind < 6) {
    const clientId = `c${random()}`;
    await createProblem(context, { clientId, category: "E0102", source: "hotline", position });
    return;
  }
  const target = { id, version: null };
  try {
    if (kind < 8) await closeProblem(context, target, {});
    else if (kind < 9) await relocateProblem(context, target, { position });
    else await assignDuty(context, lead(`市领导 ${random.below(5)}`));
  } catch {
    // Closed already: nothing to do.
  }
}

function lead(person: string) {
  return {
    role: "zone-lead" as const,
    person,
    unitId: null,
    phone: null,
    scope: { type: "zone" as const, id: "B" },
    also: null,
    from: "2026-01-01",
    to: null,
  };
}

/** Everything that an index answers, for a few filters. */
function answers(city: City, t: number) {
  const count = (filter: object) =>
    city.problems.match(city.problems.compile({ ...noFilter, ...filter, asOf: t }, t)).count;
  const measures = new MeasuresAt(city.recurrence, t);
  return {
    counts: [{}, { zones: ["A"] }, { statuses: ["open"] }, { persons: ["市领导 1"] }].map(count),
    places: Array.from({ length: city.recurrence.anchors.count }, (_, place) => [
      city.recurrence.anchors.anchorX[place],
      measures.ofPlace(place)?.k ?? null,
    ]),
    revision: city.revision,
  };
}

describe.skipIf(!postgres)("two processes on one database", () => {
  const database = () => postgres?.database() ?? Promise.reject(new Error("no PostgreSQL"));

  test("after any run of acts at either, both answer what a fresh one answers", async () => {
    const url = await database();
    const clock = { now: TODAY };
    const random = seeded(5);
    const [a, b] = [await start(url, clock), await start(url, clock)];
    for (let i = 0; i < 120; i++) await act((random.below(2) ? a : b).city, random, clock);
    await Promise.all(
      Array.from({ length: 40 }, (_, i) => act((i % 2 ? a : b).city, random, clock)),
    );
    await Promise.all([a.city.follow(), b.city.follow()]);
    const fresh = await start(url, clock);
    const expected = answers(fresh.city, clock.now);
    expect(expected.counts[0]).toBeGreaterThan(50);
    expect(answers(a.city, clock.now)).toEqual(expected);
    expect(answers(b.city, clock.now)).toEqual(expected);
    await Promise.all([a.close(), b.close(), fresh.close()]);
  });

  test("what one accepts the other shows within half a second, without being asked", async () => {
    const url = await database();
    const clock = { now: TODAY };
    const [a, b] = [await start(url, clock), await start(url, clock)];
    const input = { clientId: "c", category: "E0102", source: "hotline", position: at(1, 1) };
    const { problem } = await createProblem({ city: a.city, actor: "test" }, input);
    const since = Date.now();
    while (b.city.problems.serialOf(problem.id) === undefined && Date.now() - since < 5000) {
      await setTimeout(5);
    }
    expect(Date.now() - since).toBeLessThan(500);
    expect(b.city.revision).toBe(a.city.revision);
    await Promise.all([a.close(), b.close()]);
  });
});

if (!postgres) test.skip("two processes on one database: no PostgreSQL is installed here");
