import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placeLabels } from "../../../client/map/place-labels.ts";
import { ringParts } from "../../../client/map/ring-parts.ts";
import { zoneBorders } from "../../../client/map/zone-borders.ts";
import type { ZoneList } from "../../../domain/contract/zones.ts";
import { gridCity } from "../../support/random-city.ts";

const TURN = 2 * Math.PI;

describe("the arcs of a ring", () => {
  test("fill the turn, follow each other, and every part that is there can be seen", () => {
    const n = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(n, n, n, (inTime, overdue, closed) => {
        fc.pre(inTime + overdue + closed > 0);
        const [a, b, c] = ringParts(inTime, overdue, closed);
        expect(c).toBeCloseTo(TURN, 9);
        const arcs = [a, b - a, c - b];
        [inTime, overdue, closed].forEach((count, i) => {
          if (count === 0) expect(arcs[i]).toBeCloseTo(0, 12);
          else expect(arcs[i]).toBeGreaterThan(0.18);
        });
      }),
    );
  });
});

function zoneList(): ZoneList {
  const pack = gridCity();
  return {
    type: "FeatureCollection",
    features: pack.zones
      .filter(({ level }) => level === "zone")
      .map((zone) => ({
        type: "Feature",
        geometry: zone.geometry as ZoneList["features"][number]["geometry"],
        properties: {
          id: zone.id,
          name: zone.name,
          level: zone.level,
          parentId: null,
          leads: [],
          units: [],
          openCount: 0,
          overdueCount: 0,
          recurrenceCount: 0,
        },
      })),
  };
}

describe("zone borders", () => {
  test("each piece is drawn once and the outline is one closed ring", () => {
    const { lines, outline } = zoneBorders(zoneList());
    const edges = lines.flatMap((line) =>
      line.slice(1).map((to, i) => [line[i]!.join(), to.join()].sort().join(" ")),
    );
    expect(new Set(edges).size).toBe(edges.length);
    expect(edges).toHaveLength(2 * 4 * 5);
    expect(outline).toHaveLength(1);
    expect(outline[0]![0]).toEqual(outline[0]!.at(-1));
    expect(outline[0]).toHaveLength(4 * 4 + 1);
  });
});

describe("placing labels", () => {
  const square = (x: number, y: number, side: number): [number, number][] => [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
    [x, y],
  ];
  const window = [0, 0, 1000, 1000] as const;
  const forms = [{ width: 90, height: 36 }];

  test("a label lies inside its polygon and off the rings", () => {
    const request = { rings: [square(100, 100, 300)], anchor: [250, 250] as const, forms };
    const ring = { x: 250, y: 250, radius: 40 };
    const [spot] = placeLabels([request], [ring], window);
    expect(spot).not.toBeNull();
    const [x, y] = spot!.at;
    expect(x - 45).toBeGreaterThanOrEqual(100);
    expect(x + 45).toBeLessThanOrEqual(400);
    const dx = Math.max(Math.abs(x - ring.x) - 45, 0);
    const dy = Math.max(Math.abs(y - ring.y) - 18, 0);
    expect(Math.hypot(dx, dy)).toBeGreaterThanOrEqual(ring.radius);
  });

  test("without obstacles it stays at its anchor", () => {
    const request = { rings: [square(100, 100, 300)], anchor: [250, 250] as const, forms };
    expect(placeLabels([request], [], window)).toEqual([{ at: [250, 250], form: 0 }]);
  });

  test("a label that cannot lie inside is hidden", () => {
    const request = { rings: [square(100, 100, 60)], anchor: [130, 130] as const, forms };
    expect(placeLabels([request], [], window)).toEqual([null]);
  });

  test("a label that would cover a ring takes its shorter form", () => {
    const rings = [square(100, 100, 100)];
    const short = { width: 40, height: 18 };
    const request = { rings, anchor: [150, 150] as const, forms: [...forms, short] };
    const ring = { x: 150, y: 150, radius: 25 };
    expect(placeLabels([request], [ring], window)[0]?.form).toBe(1);
    expect(placeLabels([request], [], window)[0]?.form).toBe(0);
  });

  test("labels do not lie on each other", () => {
    const rings = [square(100, 100, 400)];
    const request = { rings, anchor: [300, 300] as const, forms };
    const [a, b] = placeLabels([request, request], [], window);
    const [dx, dy] = [a!.at[0] - b!.at[0], a!.at[1] - b!.at[1]];
    expect(Math.abs(dx) >= 90 || Math.abs(dy) >= 36).toBe(true);
  });
});
