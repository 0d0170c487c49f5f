import { expect, test } from "vitest";
import { mergeRegions, type Region } from "../../../../scripts/demo-city/geometry/region-merge.ts";

/** A row of unit squares 100 m wide; the line between squares i and i + 1 has weight `ranks[i]`. */
function row(ranks: readonly number[]): Region[] {
  return Array.from({ length: ranks.length + 1 }, (_, i) => ({
    areaM2: 10_000,
    perimeterM: 400,
    neighbours: new Map(
      [
        [i - 1, ranks[i - 1]],
        [i + 1, ranks[i]],
      ].flatMap(([other, rank]) =>
        rank === undefined ? [] : [[other!, { lengthM: 100, weightM: 100 * rank }] as const],
      ),
    ),
  }));
}

test("regions are joined across the weakest lines, so the strongest are left as borders", () => {
  const groups = mergeRegions(row([1, 7, 1, 7, 1]), 3, { borderWeight: 0.1, maxAreaM2: 40_000 });
  expect(groups[0]).toBe(groups[1]);
  expect(groups[2]).toBe(groups[3]);
  expect(groups[4]).toBe(groups[5]);
  expect(new Set(groups).size).toBe(3);
});

test("regions that touch nothing stay on their own", () => {
  const apart: Region[] = [...row([1]), { areaM2: 1, perimeterM: 4, neighbours: new Map() }];
  const groups = mergeRegions(apart, 1, { borderWeight: 0.1, maxAreaM2: 1e9 });
  expect(new Set(groups).size).toBe(2);
  expect(groups[2]).toBe(2);
});
