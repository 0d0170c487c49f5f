import { expect, test } from "vitest";
import { joinedBlocks } from "../../../client/api/joined-blocks.ts";
import type { ClusterFeature } from "../../../domain/contract/problems.ts";
import { ringRadiusPx } from "../../../domain/spatial/ring-size.ts";
import { worldX, worldY } from "../../../domain/spatial/web-mercator.ts";
import { seeded } from "../../support/random.ts";

const random = seeded(5);

function ring(lng: number, lat: number): ClusterFeature {
  const closed = random.below(200);
  const overdue = random.below(20);
  const open = overdue + random.below(40);
  const count = Math.max(1, open + closed);
  return {
    type: "Feature",
    geometry: { type: "Point", coordinates: [lng, lat] },
    properties: {
      cluster: count > 1,
      point_count: count,
      open: Math.min(open, count),
      overdue: Math.min(overdue, count),
      closed: count - Math.min(open, count),
      categories: { E01: count },
    },
  };
}

test("joining loses no problem of any status and leaves no two rings touching", () => {
  for (let round = 0; round < 20; round++) {
    const rings = Array.from({ length: 120 }, () =>
      ring(114 + random() * 0.2, 30.5 + random() * 0.15),
    );
    const joined = joinedBlocks(rings, 9);
    const sum = (
      features: readonly ClusterFeature[],
      key: "point_count" | "open" | "overdue" | "closed",
    ) => features.reduce((total, { properties }) => total + properties[key], 0);
    for (const key of ["point_count", "open", "overdue", "closed"] as const) {
      expect(sum(joined, key)).toBe(sum(rings, key));
    }
    const px = joined.map(({ geometry, properties }) => ({
      x: (worldX(geometry.coordinates[0]) / 2 ** 32) * 256 * 2 ** 12,
      y: (worldY(geometry.coordinates[1]) / 2 ** 32) * 256 * 2 ** 12,
      r: ringRadiusPx(properties.point_count),
    }));
    for (const [i, a] of px.entries()) {
      for (const b of px.slice(i + 1))
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(a.r + b.r);
    }
  }
});
