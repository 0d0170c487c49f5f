import { describe, expect, test } from "vitest";
import { type DutyDefect, findDutyDefects } from "../../domain/duty-defects.ts";
import { DAY_MS } from "../../domain/time.ts";
import { readPack } from "../../server/packs/read-pack.ts";
import { aCity, T0 } from "../support/city-builder.ts";
import { seeded } from "../support/random.ts";

const day = (n: number) => T0 + n * DAY_MS;
const NOW = day(100);

/** Kind, what it is about, and its days. */
function told(defects: readonly DutyDefect[]) {
  return defects.map((defect) => {
    const days = (t: number | null) => (t === null ? null : (t - T0) / DAY_MS);
    if (defect.kind === "zone-without-lead")
      return [defect.kind, defect.zone.id, days(defect.since)];
    if (defect.kind === "section-without-chief")
      return [defect.kind, defect.section.id, days(defect.since)];
    return [defect.kind, defect.scope.id, days(defect.from), days(defect.to)];
  });
}

const zones = () =>
  aCity()
    .withZone("Z1", [0, 0, 10, 10])
    .withZone("Z2", [10, 0, 20, 10])
    .withZone("Z3", [20, 0, 30, 10]);

describe("defects of the registry", () => {
  test("none where every zone and road is held without a break", () => {
    const pack = zones()
      .withRoad("H1", [
        [0, 0],
        [9, 0],
      ])
      .withLead("甲", "Z1", { to: day(50) })
      .withLead("乙", "Z1", { from: day(50) })
      .withLead("丙", "Z2")
      .withLead("丁", "Z2")
      .withLead("戊", "Z3")
      .withChief("路长", "H1")
      .build();
    expect(findDutyDefects(pack, NOW)).toEqual([]);
  });

  test("a zone that nobody leads, or nobody leads any more; a road without a chief", () => {
    const pack = zones()
      .withRoad("H1", [
        [0, 0],
        [9, 0],
      ])
      .withRoad("H2", [
        [0, 5],
        [9, 5],
      ])
      .withLead("甲", "Z1")
      .withLead("乙", "Z2", { to: day(80) })
      .withChief("路长", "H1")
      .build();
    expect(told(findDutyDefects(pack, NOW))).toEqual([
      ["zone-without-lead", "Z2", 80],
      ["zone-without-lead", "Z3", null],
      ["section-without-chief", "H2", null],
    ]);
  });

  test("days between two holders when nobody answered, past and running", () => {
    const pack = zones()
      .withLead("甲", "Z1", { to: day(40) })
      .withLead("乙", "Z1", { from: day(45) })
      .withLead("丙", "Z2")
      .withLead("丁", "Z3")
      .withDuty("partner-unit", { type: "zone", id: "Z2" }, { unitId: "U1" }, { to: day(90) })
      .build();
    expect(told(findDutyDefects(pack, NOW))).toEqual([
      ["duty-gap", "Z1", 40, 45],
      ["duty-gap", "Z2", 90, null],
    ]);
    expect(told(findDutyDefects(pack, day(20)))).toEqual([["duty-gap", "Z1", 40, 45]]);
  });

  test("a handover with days too many, and one who holds the same twice", () => {
    const pack = zones()
      .withLead("甲", "Z1", { to: day(50) })
      .withLead("乙", "Z1", { from: day(47) })
      .withLead("丙", "Z2")
      .withLead("丙", "Z2", { from: day(60) })
      .withLead("丁", "Z3")
      .build();
    expect(told(findDutyDefects(pack, NOW))).toEqual([
      ["duty-overlap", "Z1", 47, 50],
      ["duty-overlap", "Z2", 60, null],
    ]);
  });

  test("gaps are the days that no duty of the line holds, for any history", () => {
    const random = seeded(31);
    for (let round = 0; round < 300; round++) {
      const city = aCity().withZone("Z1", [0, 0, 10, 10], "community");
      for (let i = 0; i < 1 + random.below(7); i++) {
        const from = random.below(90);
        const to = random() < 0.2 ? null : day(from + 1 + random.below(25));
        city.withDuty(
          "grid-worker",
          { type: "zone", id: "Z1" },
          { person: `员${i}` },
          { from: day(from), to },
        );
      }
      const pack = city.build();
      const held = (t: number) =>
        pack.duties.some((d) => d.from <= t && (d.to === null || t < d.to));
      const first = Math.min(...pack.duties.map(({ from }) => from));
      const last = Math.max(...pack.duties.map(({ from }) => from), NOW);
      const listed = findDutyDefects(pack, NOW).filter((defect) => defect.kind === "duty-gap");
      for (let t = first; t <= last; t += DAY_MS) {
        const isListed = listed.some(({ from, to }) => from <= t && (to === null || t < to));
        expect(isListed, `day ${(t - T0) / DAY_MS} of round ${round}`).toBe(!held(t));
      }
    }
  });

  test("the demo city has none", async () => {
    const { value: pack } = await readPack("data/packs/demo");
    expect(findDutyDefects(pack, Date.parse("2026-11-21T10:42:00+08:00"))).toEqual([]);
  });
});
