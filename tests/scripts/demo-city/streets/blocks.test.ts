import { beforeAll, describe, expect, test } from "vitest";
import { compactness, contains } from "../../../../scripts/demo-city/geometry/polygon.ts";
import { type Ground, layGround } from "../../../../scripts/demo-city/ground.ts";
import { seededRandom } from "../../../../scripts/demo-city/random.ts";

let grounds: Ground[] = [];
beforeAll(() => {
  grounds = [20261121, 4].map((seed) =>
    layGround(seededRandom(seed).fork("ground"), { withHouses: false }),
  );
}, 60_000);

describe("the blocks between the streets, for more than one seed", () => {
  test("are no slivers: no dry block is thin or tiny", () => {
    for (const { blocks } of grounds) {
      const dry = blocks.filter(({ isInside, use }) => isInside && use !== "water");
      expect(dry.length).toBeGreaterThan(1000);
      const slivers = dry.filter(({ ring, areaM2 }) => compactness(ring) < 0.3 || areaM2 < 1500);
      expect(slivers.map(({ inner }) => inner)).toEqual([]);
    }
  });

  test("are small in the old town, large in industry and between the two in housing", () => {
    for (const { blocks } of grounds) {
      const median = (use: string) => {
        const areas = blocks
          .filter((block) => block.isInside && block.use === use)
          .map(({ areaM2 }) => areaM2)
          .sort((a, b) => a - b);
        return areas[areas.length >> 1]!;
      };
      expect(median("old")).toBeLessThan(median("housing") / 2);
      expect(median("housing")).toBeLessThan(median("industry"));
    }
  });

  test("put every named park, square and campus on land of its own", () => {
    for (const { blocks, skeleton } of grounds) {
      const parks = new Set(
        blocks.flatMap(({ use, reserved }) => (use === "park" && reserved ? [reserved.name] : [])),
      );
      expect(parks.size).toBeGreaterThan(9);
      const outside = blocks.filter(
        ({ reserved, inner }) => reserved && !contains(skeleton.limit, inner),
      );
      expect(outside).toEqual([]);
    }
  });

  test("leave every zone in one piece", () => {
    for (const { areas } of grounds) {
      expect(areas.filter(({ level }) => level === "zone")).toHaveLength(12);
      for (const { rings, name } of areas) expect(rings.length, name).toBe(1);
    }
  });
});
