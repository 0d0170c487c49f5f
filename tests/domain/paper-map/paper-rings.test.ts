import fc from "fast-check";
import { expect, test } from "vitest";
import { gatherRings } from "../../../domain/paper-map/paper-rings.ts";

const spot = fc.record({
  x: fc.double({ min: 0, max: 300, noNaN: true }),
  y: fc.double({ min: 0, max: 200, noNaN: true }),
  isOverdue: fc.boolean(),
});

test("every problem is in one ring, and no ring meets another", () => {
  fc.assert(
    fc.property(fc.array(spot, { maxLength: 400 }), (spots) => {
      const rings = gatherRings(spots, { mergeMm: 9, scale: 1 });
      expect(rings.reduce((sum, { open }) => sum + open, 0)).toBe(spots.length);
      const overdue = spots.filter(({ isOverdue }) => isOverdue).length;
      expect(rings.reduce((sum, ring) => sum + ring.overdue, 0)).toBe(overdue);
      for (const [i, a] of rings.entries())
        for (const b of rings.slice(i + 1))
          expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(a.radius + b.radius);
    }),
    { numRuns: 60 },
  );
});
