import fc from "fast-check";
import type { Position } from "geojson";
import { describe, expect, test } from "vitest";
import { drawZone } from "../../../domain/zone-edit/draw-zone.ts";
import { gapAt, giveGap } from "../../../domain/zone-edit/fill-gap.ts";
import { keepWithin, takeFrom } from "../../../domain/zone-edit/take-from.ts";
import { isRefused, type Refused, type ZoneEdit } from "../../../domain/zone-edit/zone-edit.ts";
import type { ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";
import { areaM2, box, defects, edited, shakenGrid, shakes, zone } from "./zone-grid.ts";

function done(outcome: ZoneEdit | Refused): ZoneEdit {
  if (isRefused(outcome)) throw new Error(outcome.refused);
  return outcome;
}

function drawn(ring: Position[]): ZoneShape {
  return zone("N", [ring], "P");
}

/** The grid without one of its inner cells: a gap. */
function withGap(shake: readonly number[]): ZoneShape[] {
  return shakenGrid(shake).filter(({ id }) => id !== "C11");
}

const wide = box(114.3, 30.6, 0.02, 0.02);
const inGap: Position = [114.306, 30.606];

describe("a drawn zone", () => {
  test("takes only ground that no sibling has", () => {
    fc.assert(
      fc.property(shakes, (shake) => {
        const zones = withGap(shake);
        const edit = done(drawZone(zones, drawn(wide)));
        const cell = shakenGrid(shake).filter(({ id }) => id === "C11");
        const made = edit.zones.filter(({ id }) => id === "N");
        expect(areaM2(made) / areaM2(cell)).toBeCloseTo(1, 6);
        expect(defects(edited(zones, edit))).toEqual([]);
      }),
      { seed: 5, numRuns: 40 },
    );
  });

  test("ends where its parent ends", () => {
    const [parent] = shakenGrid([]);
    if (!parent) throw new Error("no parent");
    const edit = done(drawZone([parent], drawn(box(114.29, 30.59, 0.02, 0.02))));
    expect(defects(edited([parent], edit)).map(({ kind }) => kind)).toEqual(["gap"]);
  });

  test("gets nothing where all is taken", () => {
    expect(drawZone(shakenGrid([]), drawn(wide))).toEqual({ refused: "ground-taken" });
  });
});

describe("a gap", () => {
  test("is found by a position in it and can be given to a neighbour", () => {
    fc.assert(
      fc.property(shakes, (shake) => {
        const zones = withGap(shake);
        const gap = gapAt(zones, { level: "community", parentId: "P" }, inGap);
        if (!gap) throw new Error("no gap");
        const edit = done(giveGap(zones, "C12", gap));
        expect(defects(edited(zones, edit))).toEqual([]);
        expect(edit.remove).toEqual([]);
      }),
      { seed: 6, numRuns: 40 },
    );
  });

  test("among zones without a parent is what they enclose", () => {
    const ring = box(114.3, 30.6, 0.03, 0.03);
    const hole = box(114.31, 30.61, 0.01, 0.01).toReversed();
    const zones = [zone("A", [ring, hole], null, "zone")];
    const gap = gapAt(zones, { level: "zone", parentId: null }, [114.315, 30.615]);
    expect(gap).not.toBeNull();
    expect(gapAt(zones, { level: "zone", parentId: null }, [114.302, 30.602])).toBeNull();
  });

  test("is not there where a position is somebody's", () => {
    expect(gapAt(shakenGrid([]), { level: "community", parentId: "P" }, inGap)).toBeNull();
  });
});

describe("an overlap, and what lies outside its parent", () => {
  const zones = [
    zone("P", [box(114.3, 30.6, 0.02, 0.01)], null, "zone"),
    zone("A", [box(114.3, 30.6, 0.012, 0.01)], "P"),
    zone("B", [box(114.308, 30.6, 0.014, 0.01)], "P"),
  ];

  test("are mended in favour of the other", () => {
    expect(
      defects(zones)
        .map(({ kind }) => kind)
        .sort(),
    ).toEqual(["outside-parent", "overlap"]);
    const one = edited(zones, done(takeFrom(zones, "A", "B")));
    expect(defects(edited(one, done(keepWithin(one, "B", "P"))))).toEqual([]);
  });

  test("unless nothing would be left", () => {
    const inside = [...zones, zone("C", [box(114.301, 30.601, 0.001, 0.001)], "P")];
    expect(takeFrom(inside, "C", "A")).toEqual({ refused: "nothing-left" });
  });
});
