import { describe, expect, it } from "vitest";
import { hasRisen, sparkPoints } from "../../../../client/features/screen/panels/backlog-line.ts";
import {
  moved,
  signed,
  tenthPercent,
  wholePercent,
} from "../../../../client/features/screen/panels/change.ts";
import { governanceRows } from "../../../../client/features/screen/panels/governances.tsx";
import { emerging } from "../../../../client/features/screen/panels/hot-spots.tsx";
import { rankedZones } from "../../../../client/features/screen/panels/ranking.tsx";
import { partsOf } from "../../../../client/features/screen/panels/sources.tsx";
import { ageOf, stageOf } from "../../../../client/features/screen/stage-of.ts";
import type { HotSpots } from "../../../../domain/contract/hot-spots.ts";
import type { StandingZone } from "../../../../domain/contract/screen-reads.ts";
import type { ZoneBody, ZoneList } from "../../../../domain/contract/zones.ts";

function zone(id: string): ZoneList["features"][number] {
  const properties: ZoneBody = {
    id,
    name: `${id}片区`,
    level: "zone",
    parentId: null,
    leads: [],
    units: [],
    openCount: 0,
    overdueCount: 0,
    recurrenceCount: 0,
  };
  return { type: "Feature", geometry: square(0, 0, 10), properties };
}

function square(west: number, south: number, size: number) {
  const [east, north] = [west + size, south + size];
  const ring: [number, number][] = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ];
  return { type: "Polygon" as const, coordinates: [ring] };
}

describe("figures of panels", () => {
  it("signs changes with a true minus and says when there is none", () => {
    expect([signed(-1038), signed(3), signed(0)]).toEqual(["−1,038", "+3", "±0"]);
    expect([moved(-2), moved(1), moved(0)]).toEqual(["▼2", "▲1", "—"]);
  });

  it("never rounds up to a hundred, and has no share of nothing", () => {
    expect(tenthPercent(0.9996)).toBe("99.9");
    expect(tenthPercent(1)).toBe("100");
    expect(tenthPercent(0.9254)).toBe("92.5");
    expect(wholePercent(1, 0)).toBe("—");
  });

  it("ranks zones by score, and keeps the first and the last where not all fit", () => {
    const standing = (id: string, score: number | null) =>
      ({
        id,
        name: id,
        leads: [],
        score,
        rank: 1,
        rankBefore: 1,
        open: 0,
        overdue: 0,
        trend: [],
      }) satisfies StandingZone;
    const zones = [70, 99, null, 80, 90, 60].map((score, i) => standing(`Z${i}`, score));
    const scores = (rows: number) => rankedZones(zones, rows).map(({ score }) => score);
    expect(scores(6)).toEqual([99, 90, 80, 70, 60, null]);
    expect(scores(4)).toEqual([99, 90, 80, null]);
  });

  it("sums governances over their categories, largest first", () => {
    const categories = [
      { code: "E0101", name: "", governance: "dirt" as const },
      { code: "E0102", name: "", governance: "dirt" as const },
      { code: "E0501", name: "", governance: "congestion" as const },
      { code: "E09", name: "" },
    ];
    const rows = governanceRows(
      categories,
      { E0101: 2, E0102: 3, E0501: 9, E09: 70 },
      { E0101: 4 },
    );
    expect(rows.slice(0, 2)).toEqual([
      { name: "congestion", open: 9, before: 0 },
      { name: "dirt", open: 5, before: 4 },
    ]);
    expect(rows).toHaveLength(5);
  });

  it("puts the smallest sources together so that all are shown", () => {
    const parts = partsOf({ a: 70, b: 60, c: 50, d: 40, e: 30, f: 20, g: 10, h: 0 });
    expect(parts).toHaveLength(6);
    expect(parts.at(-1)).toEqual(["", 30]);
    expect(parts.reduce((sum, [, n]) => sum + n, 0)).toBe(280);
  });

  it("calls a backlog rising only where it rose two weeks running", () => {
    const rising = Array.from({ length: 30 }, (_, i) => 100 + i);
    expect(hasRisen(rising)).toBe(true);
    expect(hasRisen([...rising.slice(0, 23), 90, 90, 90, 90, 90, 90, 90])).toBe(false);
    expect(hasRisen(rising.slice(0, 20))).toBe(false);
  });

  it("draws a line within its box", () => {
    for (const [x, y] of sparkPoints([5, 5, 5, 900], 92, 24)) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(92);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(y).toBeLessThanOrEqual(24);
    }
  });

  it("names the emerging hot spots with where they lie, what intensifies first", () => {
    const spot = (id: string, category: string, z: number, west: number, south: number) => ({
      type: "Feature",
      id,
      geometry: square(west, south, 1),
      properties: { id, category, z },
    });
    const spots = {
      features: [
        spot("new", "new_hot", 9, 9, 9),
        spot("old", "persistent_hot", 9, 1, 1),
        spot("more", "intensifying_hot", 3, 4.5, 4.5),
        spot("out", "new_hot", 1, 40, 40),
      ],
    } as unknown as HotSpots;
    const zones: ZoneList = { type: "FeatureCollection", features: [zone("A")] };
    const found = emerging(spots, zones);
    expect(found.map(({ id, zone, eighth }) => [id, zone, eighth])).toEqual([
      ["more", "A片区", null],
      ["new", "A片区", 1],
      ["out", null, null],
    ]);
  });

  it("takes figures as late after a minute and as broken after five", () => {
    expect([59_000, 61_000, 299_000, 301_000].map(stageOf)).toEqual([
      "live",
      "late",
      "late",
      "broken",
    ]);
    expect(ageOf(12_400)).toEqual({ n: 12, unit: "seconds" });
    expect(ageOf(61_000)).toEqual({ n: 1, unit: "minutes" });
    expect(ageOf(7_300_000)).toEqual({ n: 2, unit: "hours" });
  });
});
