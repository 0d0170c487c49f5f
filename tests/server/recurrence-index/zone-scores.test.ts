import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import { describe, expect, it } from "vitest";
import { noFilter } from "../../../domain/problem-filter.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { inSlices } from "../../../server/city/in-slices.ts";
import { roleScores } from "../../../server/recurrence-index/role-scores.ts";
import { zoneScoreSlices } from "../../../server/recurrence-index/zone-scores.ts";
import { aCity, T0 } from "../../support/city-builder.ts";
import { passes, standing } from "../../support/plain-filter.ts";
import { seeded } from "../../support/random.ts";
import { randomProblems } from "../../support/random-city.ts";
import { runningCity, TODAY } from "../../support/test-city.ts";

/** Four zones, each with a lead of its own all the time; reports lie outside of them too. */
const pack = aCity()
  .withZone("A", [0, 0, 20, 20])
  .withZone("A1", [0, 0, 10, 10], "community", "A")
  .withZone("B", [20, 0, 40, 20])
  .withZone("C", [0, 20, 20, 40])
  .withZone("D", [20, 20, 40, 40])
  .withLead("甲", "A")
  .withLead("乙", "B")
  .withLead("丙", "C")
  .withLead("丁", "D")
  .build();
const leads = { A: "甲", B: "乙", C: "丙", D: "丁" };
const problems = randomProblems(seeded(31), 4000);
const city = await runningCity(pack, problems);

describe.each([TODAY, T0 + 220 * DAY_MS])("zone scores as of %d", (t) => {
  const scores = () => inSlices(city.problems, () => zoneScoreSlices(city.recurrence, t, null));

  it("are those of leads who held one zone all the time", async () => {
    const zones = await scores();
    const people = roleScores(city.recurrence, "zone-lead", t);
    for (const [zone, person] of Object.entries(leads)) {
      expect(zones.get(zone)).toEqual(people.get(person));
      expect(zones.get(zone)?.relapse.x).toBeGreaterThan(0);
    }
    expect([...zones.keys()]).toEqual(Object.keys(leads));
  });

  it("count overdue and closings in time plainly", async () => {
    const zones = await scores();
    for (const { id, geometry } of pack.zones.filter(({ level }) => level === "zone")) {
      const own = problems.filter(
        (problem) =>
          passes(problem, { ...noFilter, asOf: t }, pack, t) &&
          problem.position !== null &&
          booleanPointInPolygon([...problem.position], geometry),
      );
      const open = own.map((problem) => standing(problem, t)).filter((each) => each !== "closed");
      const overdue = { x: open.filter((each) => each === "overdue").length, n: open.length };
      expect(zones.get(id)?.overdue).toEqual(overdue);
      const timed = own.flatMap(({ closings, dueAt, isHardDeduction }) => {
        const stands = closings.find(
          ({ closedAt, reopenedAt }) => closedAt <= t && (reopenedAt === null || reopenedAt > t),
        );
        if (!stands || dueAt === null || isHardDeduction) return [];
        return stands.closedAt > t - 90 * DAY_MS ? [stands.closedAt <= dueAt] : [];
      });
      expect(zones.get(id)?.inTime).toEqual({ x: timed.filter(Boolean).length, n: timed.length });
    }
  });
});
