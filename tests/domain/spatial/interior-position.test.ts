import { booleanPointInPolygon } from "@turf/boolean-point-in-polygon";
import fc from "fast-check";
import type { Position } from "geojson";
import { expect, test } from "vitest";
import { interiorPosition } from "../../../domain/spatial/interior-position.ts";

test("the position lies inside, also of dented rings, slivers and rings with a hole", () => {
  const radii = fc.array(fc.double({ min: 0.05, max: 1, noNaN: true }), {
    minLength: 4,
    maxLength: 40,
  });
  const flatness = fc.constantFrom(1, 1e-3, 1e-6);
  fc.assert(
    fc.property(radii, flatness, (star, flat) => {
      const ring = (scale: number): Position[] => {
        const open = star.map((r, i) => {
          const angle = (2 * Math.PI * (i + 0.3)) / star.length;
          return [scale * r * Math.cos(angle), scale * flat * r * Math.sin(angle)];
        });
        return [...open, open[0]!];
      };
      const coordinates = [ring(1), ring(0.6)];
      const at = interiorPosition(coordinates);
      const inside = booleanPointInPolygon([...at], { type: "Polygon", coordinates });
      expect(inside).toBe(true);
    }),
    { seed: 5, numRuns: 500 },
  );
});

test("a ring without height gives its first vertex instead of failing", () => {
  expect(
    interiorPosition([
      [
        [3, 4],
        [5, 4],
        [3, 4],
      ],
    ]),
  ).toEqual([3, 4]);
});
