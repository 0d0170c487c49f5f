import { describe, expect, test } from "vitest";
import { emergingHotSpots } from "../../../domain/hot-spots/emerging-hot-spots.ts";
import {
  hotSpotPattern,
  hotSpotPatterns,
  trendDirections,
} from "../../../domain/hot-spots/hot-spot-pattern.ts";
import { spaceTimeCube } from "../../../domain/hot-spots/space-time-cube.ts";
import { seeded } from "../../support/random.ts";

const RULES = { timeLag: 1, alphaBin: 0.05, alphaTrend: 0.05 };

describe("patterns", () => {
  test("hot and cold are mirror images", () => {
    const random = seeded(5);
    for (let round = 0; round < 3000; round++) {
      const h = Array.from({ length: 10 + random.below(15) }, () => random.below(3) - 1);
      const trend = random.pick(trendDirections);
      const mirrored = trend === "none" ? trend : trend === "up" ? "down" : "up";
      const pattern = hotSpotPattern(h, trend);
      const swapped = pattern.replace(/hot$|cold$/, (side) => (side === "hot" ? "cold" : "hot"));
      expect(
        hotSpotPattern(
          h.map((step) => -step),
          mirrored,
        ),
      ).toBe(swapped);
      expect(hotSpotPatterns).toContain(pattern);
    }
  });
});

describe("a cube", () => {
  test("that is the same everywhere has no pattern", () => {
    const values = new Float64Array(9 * 12).fill(3);
    const adjacent = Array.from({ length: 9 }, (_, i) => (i > 0 ? [i - 1] : []));
    const { cells, bins } = emergingHotSpots(spaceTimeCube(12, values, adjacent), RULES);
    expect(cells.every(({ pattern }) => pattern === "no_pattern")).toBe(true);
    expect(bins.z.every((z) => z === 0)).toBe(true);
  });

  test("of one cell says nothing and does not fail", () => {
    const { cells } = emergingHotSpots(spaceTimeCube(10, new Float64Array(10), [[]]), RULES);
    expect(cells).toHaveLength(1);
    expect(cells[0]?.pattern).toBe("no_pattern");
  });

  test("does not depend on the order of its cells", () => {
    const random = seeded(8);
    const [side, steps] = [6, 12];
    const count = side * side;
    const near = (cell: number) => {
      const found: number[] = [];
      for (let other = 0; other < count; other++) {
        const [dx, dy] = [
          (other % side) - (cell % side),
          Math.floor(other / side) - Math.floor(cell / side),
        ];
        if (other !== cell && Math.abs(dx) <= 1 && Math.abs(dy) <= 1) found.push(other);
      }
      return found;
    };
    const counts = Array.from({ length: count }, () =>
      Array.from({ length: steps }, () => random.below(4)),
    );
    for (const cell of [14, 15, 20, 21]) counts[cell]?.fill(40);
    const order = counts.map((_, i) => i).sort((a, b) => ((a * 7) % count) - ((b * 7) % count));
    const place = order.map((_, i) => order.indexOf(i));
    const plain = emergingHotSpots(
      spaceTimeCube(
        steps,
        Float64Array.from(counts.flat()),
        counts.map((_, i) => near(i)),
      ),
      RULES,
    );
    const shuffled = emergingHotSpots(
      spaceTimeCube(
        steps,
        Float64Array.from(order.flatMap((i) => counts[i] ?? [])),
        order.map((i) => near(i).map((other) => place[other] ?? 0)),
      ),
      RULES,
    );
    for (let i = 0; i < count; i++) {
      expect(shuffled.cells[place[i] ?? 0]?.pattern).toBe(plain.cells[i]?.pattern);
    }
    expect(plain.cells[14]?.pattern).toBe("persistent_hot");
  });
});
