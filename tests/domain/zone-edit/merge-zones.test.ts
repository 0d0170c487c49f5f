import { area } from "@turf/area";
import fc from "fast-check";
import { type Geom, union } from "polyclip-ts";
import { describe, expect, test } from "vitest";
import { dissolve } from "../../../domain/zone-edit/dissolve.ts";
import { mergeZones } from "../../../domain/zone-edit/merge-zones.ts";
import { isRefused, type Refused, type ZoneEdit } from "../../../domain/zone-edit/zone-edit.ts";
import { partsOf, ringsOf, type ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";
import {
  areaM2,
  box,
  defects,
  demoZones,
  edited,
  SIDE,
  shakenGrid,
  shakes,
  zone,
} from "./zone-grid.ts";

const named = { id: "M", name: "合并" };

function done(outcome: ZoneEdit | Refused): ZoneEdit {
  if (isRefused(outcome)) throw new Error(outcome.refused);
  return outcome;
}

/** Area of the union by clipping, as another way to the same figure. */
function clippedAreaM2(zones: readonly ZoneShape[]): number {
  const [first, ...rest] = zones.map(({ geometry }) => partsOf(geometry) as Geom);
  if (!first) return 0;
  return area({ type: "MultiPolygon", coordinates: union(first, ...rest) });
}

describe("siblings that hang together", () => {
  test("become one zone of exactly their ground, without slivers", () => {
    const cells = fc.uniqueArray(fc.nat(SIDE * SIDE - 1), { minLength: 2, maxLength: 14 });
    let merged = 0;
    fc.assert(
      fc.property(shakes, cells, (shake, numbers) => {
        const zones = shakenGrid(shake);
        const ids = numbers.map((n) => `C${Math.floor(n / SIDE)}${n % SIDE}`);
        const edit = mergeZones(zones, ids, named);
        if (isRefused(edit)) {
          expect(edit.refused).toBe("not-adjacent");
          return;
        }
        merged++;
        const before = zones.filter(({ id }) => ids.includes(id));
        const made = edit.zones.filter(({ id }) => id === "M");
        expect(areaM2(made) / areaM2(before)).toBeCloseTo(1, 9);
        expect(areaM2(made) / clippedAreaM2(before)).toBeCloseTo(1, 9);
        const holes = made.flatMap(({ geometry }) => partsOf(geometry).flatMap((p) => p.slice(1)));
        expect(holes.length).toBeLessThan(2);
        expect(defects(edited(zones, edit))).toEqual([]);
        expect([...edit.remove].sort()).toEqual([...ids].sort());
        expect(made[0]?.from).toEqual(edit.remove);
      }),
      { seed: 4, numRuns: 150 },
    );
    expect(merged).toBeGreaterThan(20);
  });

  test("keep the vertices of their outer border and lose the inner ones", () => {
    const zones = shakenGrid([]);
    const { zones: changed } = done(mergeZones(zones, ["C11", "C12", "C21", "C22"], named));
    const ring = ringsOf(changed[0]?.geometry ?? { type: "Polygon", coordinates: [] })[0] ?? [];
    expect(ring.length).toBe(9);
  });

  test("may leave the id to one of them, which takes the others' place", () => {
    const edit = done(mergeZones(shakenGrid([]), ["C11", "C12"], { id: "C11", name: "大" }));
    expect(edit.remove).toEqual(["C12"]);
    expect(edit.zones[0]).toMatchObject({ id: "C11", name: "大", from: ["C12"] });
  });

  test("around something else get a hole", () => {
    const ids = ["C00", "C01", "C02", "C10", "C12", "C20", "C21", "C22"];
    const edit = done(mergeZones(shakenGrid([]), ids, named));
    expect(edit.zones[0]?.geometry.coordinates.length).toBe(2);
  });
});

test("children of merged communities get the new one as their parent", () => {
  const zones = demoZones();
  const edit = done(mergeZones(zones, ["Z0101", "Z0102"], { id: "Z0101A", name: "新社区" }));
  const children = zones.filter(({ parentId }) => parentId === "Z0101" || parentId === "Z0102");
  for (const { id } of children) {
    expect(edit.zones.find((each) => each.id === id)?.parentId).toBe("Z0101A");
  }
  expect(defects(edited(zones, edit))).toEqual([]);
});

test("zones that gape a little are merged without the sliver between", () => {
  const zones = [
    zone("A", [box(114.3, 30.6, 0.01, 0.01)]),
    zone("B", [box(114.31 - 2e-7, 30.6, 0.01, 0.01)]),
  ];
  expect(ringsOf(dissolve(zones)).length).toBe(1);
});

test.each([
  ["too-few-zones", ["C11"]],
  ["not-adjacent", ["C11", "C33"]],
  ["not-adjacent", ["C11", "C22"]],
  ["not-siblings", ["C11", "P"]],
])("refused: %s %j", (refused, ids) => {
  expect(mergeZones(shakenGrid([]), ids, named)).toEqual({ refused });
});
