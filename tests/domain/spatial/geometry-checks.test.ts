import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { describe, expect, test } from "vitest";
import { cleanRing } from "../../../domain/spatial/clean-vertices.ts";
import { findPolygonDefects } from "../../../domain/spatial/geometry-checks.ts";

const CENTRE = [114.3, 30.6] as const;

/** A star-shaped ring about a centre: simple by construction. */
function starRing(radii: readonly number[], [x, y]: readonly [number, number], size: number) {
  const ring = radii.map((r, i) => {
    const angle = (2 * Math.PI * i) / radii.length;
    return [
      round7(x + size * r * Math.cos(angle)),
      round7(y + size * r * Math.sin(angle)),
    ] as Position;
  });
  return [...ring, ring[0]!];
}

function round7(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

const radii = fc.array(fc.double({ min: 0.4, max: 1, noNaN: true }), {
  minLength: 5,
  maxLength: 90,
});
const polygon = (...coordinates: Position[][]): Polygon => ({ type: "Polygon", coordinates });
const codesOf = (geometry: Polygon | MultiPolygon) =>
  findPolygonDefects(geometry).map(({ code }) => code);
const square = (x: number, y: number, side: number): Position[] => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];

describe("valid polygons give no finding", () => {
  test("random stars with a star-shaped hole", () => {
    fc.assert(
      fc.property(radii, radii, (outer, inner) => {
        const rings = [starRing(outer, CENTRE, 0.01), starRing(inner, CENTRE, 0.003)];
        expect(findPolygonDefects(polygon(...rings))).toEqual([]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  test("a hole that touches the shell at one vertex", () => {
    const hole: Position[] = [
      [0, 0],
      [3, 1],
      [1, 3],
      [0, 0],
    ];
    expect(codesOf(polygon(square(0, 0, 10), hole))).toEqual([]);
  });

  test("parts that touch at corners, and an island in a lake", () => {
    const coordinates = [
      [square(0, 0, 10), square(2, 2, 5)],
      [square(3, 3, 2)],
      [square(10, 10, 4)],
      [square(14, 6, 4)],
    ];
    expect(codesOf({ type: "MultiPolygon", coordinates })).toEqual([]);
  });
});

describe("planted defects are found", () => {
  test("a vertex thrown across the opposite border of a random star", () => {
    let crossed = 0;
    fc.assert(
      fc.property(radii, fc.nat(), (star, pick) => {
        const ring = starRing(star, CENTRE, 0.01);
        const i = 1 + (pick % (ring.length - 2));
        ring[i] = ring[i]!.map((each, axis) => round7(CENTRE[axis]! - 4 * (each - CENTRE[axis]!)));
        const isSimple = isSimpleByPairs(ring);
        crossed += Number(!isSimple);
        expect(codesOf(polygon(ring))).toEqual(isSimple ? [] : ["self-intersection"]);
      }),
      { seed: 2, numRuns: 300 },
    );
    expect(crossed).toBeGreaterThan(200);
  });

  test("a ring that comes back to one of its own vertices", () => {
    fc.assert(
      fc.property(radii, fc.nat(), fc.nat(), (star, a, b) => {
        const ring = starRing(star, CENTRE, 0.01);
        const n = ring.length - 1;
        const [from, to] = [a % n, (a + 2 + (b % (n - 3))) % n];
        ring.splice(from + 1, 0, ring[to]!);
        const { ring: clean } = cleanRing(ring);
        expect(codesOf(polygon(clean ?? []))).toContain("self-intersection");
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  test("a spike that runs out and back on itself", () => {
    const ring: Position[] = [
      [0, 0],
      [4, 0],
      [8, 0],
      [4, 0],
      [4, 4],
      [0, 0],
    ];
    expect(codesOf(polygon(ring))).toContain("self-intersection");
  });

  test("a bow tie is one place, and it is where the lines cross", () => {
    const ring: Position[] = [
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
      [0, 0],
    ];
    expect(findPolygonDefects(polygon(ring))).toEqual([
      { code: "self-intersection", places: 1, at: [1, 1] },
    ]);
  });

  test("a hole outside, a hole that crosses, a hole that touches twice", () => {
    expect(codesOf(polygon(square(0, 0, 10), square(20, 20, 2)))).toEqual(["hole-outside"]);
    expect(codesOf(polygon(square(0, 0, 10), square(9, 9, 2)))).toContain("self-intersection");
    const corner: Position[] = [
      [0, 5],
      [5, 0],
      [5, 5],
      [0, 5],
    ];
    expect(codesOf(polygon(square(0, 0, 10), corner))).toEqual(["self-intersection"]);
  });

  test("a hole in a hole, a part in a part, and the same part twice", () => {
    expect(codesOf(polygon(square(0, 0, 10), square(1, 1, 5), square(2, 2, 1)))).toEqual([
      "rings-nested",
    ]);
    const inside = {
      type: "MultiPolygon" as const,
      coordinates: [[square(0, 0, 9)], [square(3, 3, 1)]],
    };
    expect(codesOf(inside)).toEqual(["rings-nested"]);
    const twice = {
      type: "MultiPolygon" as const,
      coordinates: [[square(0, 0, 9)], [square(0, 0, 9)]],
    };
    expect(codesOf(twice)).toEqual(["self-intersection"]);
  });
});

describe("simple or not agrees with exact arithmetic on every pair of edges", () => {
  test.each([
    ["few vertices on a coarse grid, where touches are common", 9, 7],
    ["many vertices, found through the index", 70, 400],
  ])("%s", (_, maxLength, side) => {
    const coordinate = fc.integer({ min: 0, max: side });
    const vertices = fc.array(fc.tuple(coordinate, coordinate), { minLength: 4, maxLength });
    fc.assert(
      fc.property(vertices, (points) => {
        const { ring } = cleanRing(points.map(([x, y]) => [x / 1e7, y / 1e7]));
        fc.pre(ring !== null);
        const isSimple = findPolygonDefects(polygon(ring ?? [])).length === 0;
        expect(isSimple).toBe(isSimpleByPairs(ring ?? []));
      }),
      { seed: 4, numRuns: 2000 },
    );
  });
});

test("a tangle of ten thousand edges ends soon and says how bad it is at least", () => {
  let state = 7;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const ring = Array.from({ length: 10_000 }, () => [114 + random(), 30 + random()]);
  const started = performance.now();
  const [found] = findPolygonDefects(polygon([...ring, ring[0]!]));
  expect(found?.places).toBeGreaterThanOrEqual(1000);
  expect(performance.now() - started).toBeLessThan(5000);
});

const boston = "../shared/data/boston-neighbourhoods.geojson";
test("the four invalid ones of 26 real neighbourhoods, and no other", (context) => {
  const features = readOrSkip(boston, context.skip);
  const invalid = features.filter((each) => findPolygonDefects(cleaned(each)).length > 0);
  expect(features).toHaveLength(26);
  expect(invalid.map(({ properties }) => properties?.name).sort()).toEqual([
    "Beacon Hill",
    "Downtown",
    "East Boston",
    "Hyde Park",
  ]);
});

function readOrSkip(
  path: string,
  skip: (reason: string) => void,
): Feature<Polygon | MultiPolygon>[] {
  try {
    return JSON.parse(readFileSync(path, "utf8")).features;
  } catch {
    skip(`${path} is not here`);
    return [];
  }
}

function cleaned({ geometry }: Feature<Polygon | MultiPolygon>): MultiPolygon {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return {
    type: "MultiPolygon",
    coordinates: parts.map((rings) => rings.map((ring) => cleanRing(ring).ring ?? [])),
  };
}

/** Every pair of edges, in integers of any size: the parameters of the common point are solved for. */
function isSimpleByPairs(ring: readonly Position[]): boolean {
  const points = ring
    .slice(0, -1)
    .map(([x, y]) => [BigInt(Math.round(x! * 1e7)), BigInt(Math.round(y! * 1e7))] as const);
  const n = points.length;
  const at = (i: number) => points[i % n]!;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const [a, b, c, d] = [at(i), at(i + 1), at(j), at(j + 1)];
      const [rx, ry, sx, sy] = [b[0] - a[0], b[1] - a[1], d[0] - c[0], d[1] - c[1]];
      const [qx, qy] = [c[0] - a[0], c[1] - a[1]];
      const cross = rx * sy - ry * sx;
      const isNext = j === i + 1 || (i === 0 && j === n - 1);
      if (cross === 0n) {
        if (qx * ry - qy * rx !== 0n) continue;
        const along = (p: readonly [bigint, bigint]) => (p[0] - a[0]) * rx + (p[1] - a[1]) * ry;
        const [from, to] = along(c) < along(d) ? [along(c), along(d)] : [along(d), along(c)];
        const end = along(b);
        if (isNext ? from < end && to > 0n : from <= end && to >= 0n) return false;
        continue;
      }
      if (isNext) continue;
      const sign = cross > 0n ? 1n : -1n;
      const t = (qx * sy - qy * sx) * sign;
      const u = (qx * ry - qy * rx) * sign;
      const whole = cross * sign;
      if (t >= 0n && t <= whole && u >= 0n && u <= whole) return false;
    }
  }
  return true;
}
