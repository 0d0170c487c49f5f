import fc from "fast-check";
import type { Position } from "geojson";
import { expect, test } from "vitest";
import { edgePosition } from "../../../domain/zone-edit/edge-position.ts";
import { insertVertex } from "../../../domain/zone-edit/insert-vertex.ts";
import { moveVertex } from "../../../domain/zone-edit/move-vertex.ts";
import { removeVertex } from "../../../domain/zone-edit/remove-vertex.ts";
import { hasVertex, vertexKey } from "../../../domain/zone-edit/vertex.ts";
import { isRefused, type Refused, type ZoneEdit } from "../../../domain/zone-edit/zone-edit.ts";
import { ringsOf, type ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";
import {
  areaM2,
  box,
  defects,
  demoZones,
  edited,
  ringOf,
  shakenGrid,
  shakes,
  zone,
} from "./zone-grid.ts";

const index = fc.nat(10_000);
const nudge = fc.double({ min: -0.0003, max: 0.0003, noNaN: true });

function vertexOf(zones: readonly ZoneShape[], i: number): Position {
  const all = zones.flatMap(({ geometry }) => ringsOf(geometry).flat());
  const vertex = all[i % all.length];
  if (!vertex) throw new Error("no vertex");
  return vertex;
}

function done(outcome: ZoneEdit | Refused): ZoneEdit {
  if (isRefused(outcome)) throw new Error(outcome.refused);
  return outcome;
}

test("a moved vertex leaves no gap and no overlap, its parent's border goes along", () => {
  fc.assert(
    fc.property(shakes, index, nudge, nudge, (shake, i, dx, dy) => {
      const zones = shakenGrid(shake);
      const from = vertexOf(zones.slice(1), i);
      const to = [(from[0] ?? 0) + dx, (from[1] ?? 0) + dy];
      const edit = done(moveVertex(zones, from, to));
      expect(defects(edited(zones, edit))).toEqual([]);
      const isMoved = vertexKey(from) !== vertexKey(to);
      expect(edit.zones.length > 0).toBe(isMoved);
      for (const { geometry } of edit.zones) expect(hasVertex(geometry, from)).toBe(false);
    }),
    { seed: 1, numRuns: 60 },
  );
});

test("so it is in the demo city, at every level at once", () => {
  const zones = demoZones();
  const junction = ringsOf(zones.find(({ id }) => id === "Z01")?.geometry ?? zone("", []).geometry)
    .flat()
    .find((vertex) => zones.filter(({ geometry }) => hasVertex(geometry, vertex)).length >= 6);
  if (!junction) throw new Error("no junction");
  const to = [(junction[0] ?? 0) + 0.0001, (junction[1] ?? 0) - 0.0001];
  const edit = done(moveVertex(zones, junction, to));
  expect(new Set(edit.zones.map(({ level }) => level)).size).toBe(3);
  expect(defects(edited(zones, edit))).toEqual([]);
});

test("a vertex on a shared edge goes into every zone that has the edge, a parent's long one too", () => {
  const zones = shakenGrid([]);
  const [a, b] = ringOf(zones, "C10");
  if (!a || !b) throw new Error("no edge");
  const edit = done(insertVertex(zones, edgePosition(a, b, 0.4)));
  expect(edit.zones.map(({ id }) => id).sort()).toEqual(["C10", "P"]);
  expect(areaM2(edited(zones, edit))).toBeCloseTo(areaM2(zones), 0);
});

test("a position on no edge is refused", () => {
  expect(insertVertex(shakenGrid([]), [114.3021, 30.6021])).toEqual({ refused: "not-on-edge" });
});

test("taking a vertex out again leaves the zones as they were", () => {
  fc.assert(
    fc.property(
      shakes,
      index,
      fc.double({ min: 0.2, max: 0.8, noNaN: true }),
      (shake, i, share) => {
        const zones = shakenGrid(shake);
        const rings = zones.slice(1).flatMap(({ geometry }) => ringsOf(geometry));
        const ring = rings[i % rings.length] ?? [];
        const [a, b] = [ring[i % 4], ring[(i % 4) + 1]];
        if (!a || !b) throw new Error("no edge");
        const vertex = edgePosition(a, b, share);
        const with1 = edited(zones, done(insertVertex(zones, vertex)));
        const without = edited(with1, done(removeVertex(with1, vertex)));
        expect(defects(without)).toEqual([]);
        expect(areaM2(without) / areaM2(zones)).toBeCloseTo(1, 9);
      },
    ),
    { seed: 2, numRuns: 40 },
  );
});

test("a vertex where three zones meet cannot be taken out, nor the third corner of a ring", () => {
  const zones = shakenGrid([]);
  const [inner] = ringOf(zones, "C11");
  expect(removeVertex(zones, inner ?? [])).toEqual({ refused: "junction" });
  const [a, b, c] = box(114.3, 30.6, 0.01, 0.01);
  const alone = zone("T", [[a, b, c, a] as Position[]]);
  expect(removeVertex([alone], b ?? [])).toEqual({ refused: "too-few-vertices" });
});

test("a move that makes a border cross itself is refused, as is one of no vertex", () => {
  const alone = zone("A", [box(114.3, 30.6, 0.01, 0.01)]);
  expect(moveVertex([alone], [114.3, 30.6], [114.32, 30.606])).toEqual({
    refused: "self-crossing",
  });
  expect(moveVertex([alone], [114.3, 30.65], [114.32, 30.606])).toEqual({ refused: "no-vertex" });
});

test("dropped on another vertex it becomes one with it", () => {
  const gap = 0.0002;
  const [left, right] = [
    zone("L", [box(114.3, 30.6, 0.01, 0.01)]),
    zone("R", [box(114.31 + gap, 30.6, 0.01, 0.01)]),
  ];
  const zones = [left, right];
  const one = edited(zones, done(moveVertex(zones, [114.31, 30.6], [114.31 + gap, 30.6])));
  const both = edited(one, done(moveVertex(one, [114.31, 30.61], [114.31 + gap, 30.61])));
  const moved = done(moveVertex(both, [114.31 + gap, 30.6], [114.309, 30.599]));
  expect(moved.zones.map(({ id }) => id).sort()).toEqual(["L", "R"]);
});
