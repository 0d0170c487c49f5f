import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MARK_RADIUS_PX, marksOnCircles, thinnedByRank } from "../../../client/map/class-marks.ts";

const pixel = fc.record({
  x: fc.double({ min: 0, max: 1200, noNaN: true }),
  y: fc.double({ min: 0, max: 800, noNaN: true }),
});
const ring = fc.record({
  x: fc.double({ min: 0, max: 1200, noNaN: true }),
  y: fc.double({ min: 0, max: 800, noNaN: true }),
  radius: fc.integer({ min: 6, max: 32 }),
});
const circle = fc.tuple(pixel, fc.integer({ min: 15, max: 60 })).map(([at, radius]) => ({
  ...at,
  radius,
}));

describe("class marks from afar", () => {
  test("stay apart, off the rings, and no more than there may be", () => {
    fc.assert(
      fc.property(
        fc.array(pixel, { maxLength: 300 }),
        fc.array(ring, { maxLength: 40 }),
        (ranked, rings) => {
          const rows = thinnedByRank(ranked, rings, { gapPx: 46, most: 50 });
          expect(rows.length).toBeLessThanOrEqual(50);
          const chosen = rows.map((row) => ranked[row]!);
          chosen.forEach((a, i) => {
            for (const b of chosen.slice(i + 1))
              expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(46);
            for (const { x, y, radius } of rings)
              expect(Math.hypot(a.x - x, a.y - y)).toBeGreaterThanOrEqual(radius + MARK_RADIUS_PX);
          });
        },
      ),
    );
  });

  test("a place without a mark has a higher one near it or lies on a ring", () => {
    fc.assert(
      fc.property(fc.array(pixel, { maxLength: 200 }), (ranked) => {
        const rows = new Set(thinnedByRank(ranked, [], { gapPx: 46, most: 1000 }));
        ranked.forEach((at, i) => {
          if (rows.has(i)) return;
          const higher = ranked.filter((_, row) => row < i && rows.has(row));
          expect(higher.some(({ x, y }) => Math.hypot(x - at.x, y - at.y) < 46)).toBe(true);
        });
      }),
    );
  });

  test("the highest place wins over its neighbours", () => {
    const ranked = [
      { x: 100, y: 100 },
      { x: 120, y: 100 },
      { x: 146, y: 100 },
    ];
    expect(thinnedByRank(ranked, [], { gapPx: 46, most: 10 })).toEqual([0, 2]);
  });
});

describe("class marks on circles", () => {
  test("lie in the middle or on the rim, off the rings and off each other", () => {
    fc.assert(
      fc.property(
        fc.array(circle, { maxLength: 60 }),
        fc.array(ring, { maxLength: 40 }),
        (ranked, rings) => {
          const spots = marksOnCircles(ranked, rings).flatMap((offset, i) => {
            if (!offset) return [];
            const far = Math.hypot(...offset);
            expect(far === 0 || Math.abs(far - ranked[i]!.radius) < 1e-9).toBe(true);
            return [{ x: ranked[i]!.x + offset[0], y: ranked[i]!.y + offset[1] }];
          });
          spots.forEach((a, i) => {
            for (const b of spots.slice(i + 1))
              expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThanOrEqual(2 * MARK_RADIUS_PX);
            for (const { x, y, radius } of rings)
              expect(Math.hypot(a.x - x, a.y - y)).toBeGreaterThanOrEqual(radius + MARK_RADIUS_PX);
          });
        },
      ),
    );
  });

  test("with nothing in the way the mark lies in the middle", () => {
    expect(marksOnCircles([{ x: 5, y: 5, radius: 30 }], [])).toEqual([[0, 0]]);
  });

  test("a ring in the middle sends it to the rim, right above", () => {
    const [offset] = marksOnCircles([{ x: 0, y: 0, radius: 30 }], [{ x: 2, y: 2, radius: 14 }]);
    expect(offset?.[0]).toBeCloseTo(30 * Math.SQRT1_2);
    expect(offset?.[1]).toBeCloseTo(-30 * Math.SQRT1_2);
  });

  test("without a free spot there is no mark", () => {
    const ring = { x: 0, y: 0, radius: 80 };
    expect(marksOnCircles([{ x: 0, y: 0, radius: 30 }], [ring])).toEqual([null]);
  });
});
