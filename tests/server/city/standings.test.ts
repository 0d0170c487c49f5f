import { describe, expect, it } from "vitest";
import { dutyRoles } from "../../../domain/duty.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { Standings } from "../../../server/city/standings.ts";
import { roleScores } from "../../../server/recurrence-index/role-scores.ts";
import { seeded } from "../../support/random.ts";
import { gridCity, randomProblems } from "../../support/random-city.ts";
import { runningCity, TODAY } from "../../support/test-city.ts";

const problems = randomProblems(seeded(5), 20_000);

describe("standings", () => {
  it("made in slices are those made at once", async () => {
    const city = await runningCity(gridCity(), problems, { now: TODAY });
    for (const role of dutyRoles) {
      const { t, scores } = await city.standings.before(role, 30 * DAY_MS);
      expect(t).toBe(TODAY - 30 * DAY_MS);
      expect(scores).toEqual(roleScores(city.recurrence, role, t));
    }
  });

  it("begin again where duties change between two slices", async () => {
    const city = await runningCity(gridCity(), problems, { now: TODAY });
    const { registry } = city.tables;
    const making = city.standings.at("zone-lead", TODAY);
    await new Promise((resolve) => setImmediate(resolve));
    registry.setDuties(registry.duties.map((duty) => ({ ...duty, person: "他人" })));
    const { scores } = await making;
    expect(scores).toEqual(roleScores(city.recurrence, "zone-lead", TODAY));
    expect([...scores.keys()]).toEqual(["他人"]);
  });

  it("quickly made, are never late", async () => {
    const clock = { now: TODAY };
    const city = await runningCity(gridCity(), randomProblems(seeded(6), 300), clock);
    const standings = new Standings(city.recurrence, () => clock.now);
    expect((await standings.before("zone-lead", 0)).t).toBe(TODAY);
    clock.now += 1000;
    expect((await standings.before("zone-lead", 0)).t).toBe(TODAY + 1000);
  });

  it("asked by many at once, are made once", async () => {
    const city = await runningCity(gridCity(), problems, { now: TODAY });
    const [first, second] = await Promise.all([
      city.standings.before("zone-lead", 0),
      city.standings.before("zone-lead", 0),
    ]);
    expect(second.scores).toBe(first.scores);
  });
});
