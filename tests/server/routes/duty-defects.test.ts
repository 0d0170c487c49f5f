import { describe, expect, test } from "vitest";
import { DutyDefects } from "../../../domain/contract/duty-defects.ts";
import { DAY_MS } from "../../../domain/time.ts";
import { readPack } from "../../../server/packs/read-pack.ts";
import { aCity, T0 } from "../../support/city-builder.ts";
import { testApp } from "../../support/test-app.ts";
import { TODAY } from "../../support/test-city.ts";

const road = [
  [1, 1],
  [2, 2],
  [3, 3],
] as const;

/** Every kind of mistake once; Z1 and Z4 overlap by a tenth of Z1, Z5 leaves half of itself out. */
function plantedCity() {
  return aCity()
    .withZone("Z1", [0, 0, 10, 10])
    .withZone("Z2", [10, 0, 20, 10])
    .withZone("Z3", [20, 0, 30, 10])
    .withZone("Z4", [9, 0, 10, 10])
    .withZone("Z5", [30, 0, 40, 10])
    .withZone("Z5-1", [30, 0, 35, 10], "community", "Z5")
    .withRoad("R1", road, "一号路")
    .withRoad("R2", road, "二号路")
    .withLead("甲", "Z1", { to: T0 + 10 * DAY_MS })
    .withLead("乙", "Z1", { from: T0 + 15 * DAY_MS })
    .withLead("甲", "Z3", { to: T0 + 20 * DAY_MS })
    .withLead("丙", "Z4", { to: T0 + 30 * DAY_MS })
    .withLead("丁", "Z4", { from: T0 + 25 * DAY_MS })
    .withLead("戊", "Z5")
    .withChief("己", "R1")
    .withDuty("partner-unit", { type: "zone", id: "Z9" }, { unitId: "U1" })
    .withDuty("grid-worker", { type: "zone", id: "Z5-1" }, { unitId: "U2" })
    .build();
}

async function defectsOf(pack: ReturnType<typeof plantedCity>, query = "") {
  const app = await testApp(pack, []);
  return DutyDefects.parse(await app.get(`/api/duties/defects${query}`)).defects;
}

describe("GET /api/duties/defects", () => {
  test("lists the planted defects exactly, each with a fix and a place to look at", async () => {
    const built = plantedCity();
    const pack = { ...built, units: built.units.filter(({ id }) => id !== "U2") };
    const defects = await defectsOf(pack);
    const lines = defects.map(({ kind, scope, role, fix }) =>
      [kind, scope?.id, role, fix].join(" "),
    );
    expect(lines).toEqual([
      "zone-without-lead Z2 zone-lead assign",
      "zone-without-lead Z3 zone-lead assign",
      "section-without-chief R2 section-chief assign",
      "duty-gap Z1 zone-lead assign",
      "duty-overlap Z4 zone-lead mend-end",
      "unknown-scope Z9 partner-unit mend-end",
      "unknown-unit Z5-1 grid-worker hand-over",
      "zone-overlap Z1  edit-zone",
      "zone-gap Z5  edit-zone",
    ]);
    const placed = defects.filter(({ position }) => position !== null);
    expect(placed).toHaveLength(defects.length - 1);

    const [never, since, , gap, overlap] = defects;
    expect(never?.from).toBeNull();
    expect(since?.from).toBe("2026-01-21T08:00:00+08:00");
    expect(gap?.duties.map(({ person }) => person)).toEqual(["甲", "乙"]);
    expect([gap?.from, gap?.to]).toEqual([
      "2026-01-11T08:00:00+08:00",
      "2026-01-16T08:00:00+08:00",
    ]);
    expect(overlap?.duties.map(({ person }) => person)).toEqual(["丙", "丁"]);
    expect(defects[2]).toMatchObject({ scope: { name: "二号路" }, position: [114.302, 30.602] });
    const [double, hole] = defects.slice(-2);
    expect(double).toMatchObject({ others: [{ id: "Z4" }] });
    expect(hole).toMatchObject({ others: [{ id: "Z5-1" }] });
    expect((hole?.areaM2 ?? 0) / (double?.areaM2 ?? 1)).toBeCloseTo(5, 1);
  });

  test("is of the day that is asked for", async () => {
    const kinds = async (t: number) =>
      (await defectsOf(plantedCity(), `?on=${new Date(t).toISOString()}`))
        .filter(({ role }) => role === "zone-lead")
        .map(({ kind, scope }) => `${kind} ${scope?.id}`);
    expect(await kinds(T0 + 12 * DAY_MS)).toContain("zone-without-lead Z1");
    expect(await kinds(T0 + 12 * DAY_MS)).not.toContain("zone-without-lead Z3");
  });

  test("finds none in the demo city", async () => {
    const { value } = await readPack("data/packs/demo");
    const on = `?on=${new Date(TODAY).toISOString()}`;
    expect(await defectsOf(value, on)).toEqual([]);
  });
});
