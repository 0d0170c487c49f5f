import type { CityPack } from "../../domain/city-pack.ts";
import { UnitId } from "../../domain/ids.ts";
import type { Closing, Problem } from "../../domain/problem.ts";
import { defaultSources, problemStates } from "../../domain/problem.ts";
import { DAY_MS, HOUR_MS } from "../../domain/time.ts";
import { aCity, aProblem, at, type CityBuilder, T0, testCategories } from "./city-builder.ts";
import type { Random } from "./random.ts";

/** 4 × 4 zones of 4 communities each, a street on every line, leads that change, a category line and a body by area. */
export function gridCity(): CityPack {
  const city = aCity();
  for (let row = 0; row < 4; row++) {
    for (let column = 0; column < 4; column++) {
      const id = `Z${row}${column}`;
      const [w, s] = [column * 10, row * 10];
      city.withZone(id, [w, s, w + 10, s + 10]);
      for (const [k, [dx, dy]] of (
        [
          [0, 0],
          [5, 0],
          [0, 5],
          [5, 5],
        ] as const
      ).entries()) {
        city.withZone(`${id}${k}`, [w + dx, s + dy, w + dx + 5, s + dy + 5], "community", id);
        city.withDuty("partner-unit", { type: "zone", id: `${id}${k}` }, { unitId: `U${k}` });
      }
      city.withLead(`领导${row}`, id, { to: T0 + 100 * DAY_MS });
      city.withLead(`领导${column + 4}`, id, { from: T0 + 100 * DAY_MS });
    }
  }
  for (let line = 0; line <= 8; line++) {
    city.withRoad(
      `H${line}`,
      [
        [-1, line * 5],
        [20, line * 5 + 0.1],
        [41, line * 5],
      ],
      `横${line}路`,
    );
    city.withRoad(
      `V${line}`,
      [
        [line * 5, -1],
        [line * 5, 41],
      ],
      `纵${line}路`,
    );
    city.withChief(`路长${line}`, `H${line}`).withChief(`路长${line}`, `V${line}`);
  }
  withLines(city);
  withBlocks(city);
  return city
    .withDuty(
      "grid-worker",
      { type: "category", id: "E01" },
      { person: "网格员1" },
      { also: { type: "zone", id: "Z11" } },
    )
    .build();
}

/** 条: one hands over in mid history, one helps out inside a zone, one is there for a while; some kinds have none. */
function withLines(city: CityBuilder): void {
  const day = (n: number) => T0 + n * DAY_MS;
  const line = (id: string, unitId: string, when: Parameters<CityBuilder["withDuty"]>[3] = {}) =>
    city.withDuty("sub-headquarters", { type: "category", id }, { unitId }, when);
  line("E05", "SUB1", { to: day(150) });
  line("E05", "SUB2", { from: day(150) });
  line("E0501", "SUB3", { also: { type: "zone", id: "Z11" } });
  line("P01", "SUB3", { from: day(50), to: day(210) });
}

/** 块: one hands over in mid history, two share a zone for a while; most of the ground has none. */
function withBlocks(city: CityBuilder): void {
  const day = (n: number) => T0 + n * DAY_MS;
  const block = (id: string, unitId: string, when: Parameters<CityBuilder["withDuty"]>[3] = {}) =>
    city.withDuty("implementing-unit", { type: "zone", id }, { unitId }, when);
  block("Z00", "B1", { to: day(120) });
  block("Z00", "B2", { from: day(120) });
  block("Z01", "B2");
  block("Z11", "B1");
  block("Z11", "B3", { from: day(90), to: day(240) });
  city.withDuty("implementing-unit", { type: "zone", id: "Z22" }, { person: "块长1" });
}

/** Reports over a year, many at the same spots, with every oddity that the index must carry. */
export function randomProblems(random: Random, count: number, prefix = "r"): Problem[] {
  const spots = Array.from({ length: Math.max(4, count / 12) }, () =>
    at(random() * 44 - 2, random() * 44 - 2),
  );
  return Array.from({ length: count }, (_, i) => {
    const spot = random() < 0.7 ? random.pick(spots) : at(random() * 44 - 2, random() * 44 - 2);
    const position: [number, number] = [
      spot[0] + (random() - 0.5) * 2e-4,
      spot[1] + (random() - 0.5) * 2e-4,
    ];
    const reportedAt = T0 + random.below(365 * 24) * HOUR_MS;
    return aProblem({
      id: `${prefix}${i}`,
      category: random.pick(testCategories).code,
      position: random() < 0.03 ? null : random() < 0.1 ? spot : position,
      reportedAt,
      dueAt: random() < 0.2 ? null : reportedAt + (1 + random.below(100)) * HOUR_MS,
      closings: randomClosings(random, reportedAt),
      source: random.pick(defaultSources).code,
      state: random() < 0.05 ? random.pick(problemStates) : "reported",
      isHardDeduction: random() < 0.05,
      assetId: random() < 0.05 ? `A${random.below(9)}` : null,
      assignedUnitId: random() < 0.1 ? UnitId.parse(`U${1 + random.below(4)}`) : null,
    });
  });
}

export function randomClosings(random: Random, reportedAt: number): Closing[] {
  const closings: Closing[] = [];
  let t = reportedAt;
  while (random() < 0.75) {
    const closedAt = t + random.below(24 * 20) * HOUR_MS;
    if (random() < 0.85) {
      closings.push({ closedAt, reopenedAt: null });
      break;
    }
    t = closedAt + (1 + random.below(24 * 30)) * HOUR_MS;
    closings.push({ closedAt, reopenedAt: t });
  }
  return closings;
}
