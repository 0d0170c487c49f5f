import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clipLine, clipRing } from "../../../domain/paper-map/clip-to-box.ts";

const box = { x: 0, y: 0, width: 10, height: 10 };
const coordinate = fc.integer({ min: -12, max: 22 });
const vertices = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 12 });

describe("clipping a line", () => {
  test("keeps what lies inside, in pieces", () => {
    expect(clipLine([-5, 5, 15, 5, 15, 8, 5, 8], box)).toEqual([
      [0, 5, 10, 5],
      [10, 8, 5, 8],
    ]);
    expect(clipLine([-5, -5, -1, 20], box)).toEqual([]);
    expect(clipLine([2, 2, 4, 4, 6, 2], box)).toEqual([[2, 2, 4, 4, 6, 2]]);
  });

  test("gives back the length that lies inside, and nothing outside", () => {
    fc.assert(
      fc.property(vertices, (line) => {
        const pieces = clipLine(line.flat(), box);
        for (const at of pieces.flat()) {
          expect(at).toBeGreaterThanOrEqual(-1e-9);
          expect(at).toBeLessThanOrEqual(10 + 1e-9);
        }
        expect(pieces.reduce((sum, piece) => sum + lengthOf(piece), 0)).toBeCloseTo(
          sampledLength(line),
          0,
        );
      }),
      { numRuns: 200 },
    );
  });
});

test("a ring is cut along the border of the box", () => {
  const area = (ring: number[]) => {
    let twice = 0;
    for (let i = 0; i < ring.length; i += 2) {
      const next = (i + 2) % ring.length;
      twice += (ring[i] ?? 0) * (ring[next + 1] ?? 0) - (ring[next] ?? 0) * (ring[i + 1] ?? 0);
    }
    return Math.abs(twice) / 2;
  };
  expect(area(clipRing([-5, -5, 5, -5, 5, 5, -5, 5], box))).toBe(25);
  expect(area(clipRing([-5, -5, 25, -5, 25, 25, -5, 25], box))).toBe(100);
  expect(clipRing([20, 20, 25, 20, 25, 25], box)).toEqual([]);
});

function lengthOf(points: readonly number[]): number {
  let sum = 0;
  for (let i = 2; i + 1 < points.length; i += 2)
    sum += Math.hypot(
      (points[i] ?? 0) - (points[i - 2] ?? 0),
      (points[i + 1] ?? 0) - (points[i - 1] ?? 0),
    );
  return sum;
}

/** By walking the line in two thousand steps a segment. */
function sampledLength(line: readonly (readonly [number, number])[]): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) {
    const [ax, ay] = line[i - 1] ?? [0, 0];
    const [bx, by] = line[i] ?? [0, 0];
    const step = Math.hypot(bx - ax, by - ay) / 2000;
    for (let k = 0; k < 2000; k++) {
      const share = (k + 0.5) / 2000;
      const [x, y] = [ax + share * (bx - ax), ay + share * (by - ay)];
      if (x >= 0 && x <= 10 && y >= 0 && y <= 10) sum += step;
    }
  }
  return sum;
}
