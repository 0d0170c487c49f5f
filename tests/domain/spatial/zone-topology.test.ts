import { readFileSync } from "node:fs";
import { area } from "@turf/area";
import fc from "fast-check";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { describe, expect, test } from "vitest";
import {
  findTopologyDefects,
  type TopologyFinding,
  type TreeArea,
} from "../../../domain/spatial/zone-topology.ts";

const STEP = 0.004;
const WEST = 114.3;
const SOUTH = 30.6;

function cellRing(corner: (i: number, j: number) => Position, i: number, j: number): Position[] {
  return [corner(i, j), corner(i + 1, j), corner(i + 1, j + 1), corner(i, j + 1), corner(i, j)];
}

/** Inner corners are shaken by `shake`, outer ones lie on a rectangle; neighbours share corners. */
function shakenCorners(side: number, shake: readonly number[]) {
  return (i: number, j: number): Position => {
    const isOuter = i === 0 || j === 0 || i === side || j === side;
    const at = 2 * (i * (side + 1) + j);
    const [dx, dy] = isOuter ? [0, 0] : [shake[at] ?? 0, shake[at + 1] ?? 0];
    return [round7(WEST + (i + dx) * STEP), round7(SOUTH + (j + dy) * STEP)];
  };
}

function round7(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

const shakes = fc.array(fc.double({ min: -0.2, max: 0.2, noNaN: true }), {
  minLength: 98,
  maxLength: 98,
});
const cell = (id: string, ring: Position[], parentId: string | null = "P"): TreeArea => ({
  id,
  level: "community",
  parentId,
  geometry: { type: "Polygon", coordinates: [ring] },
});
const parent = (ring: Position[]): TreeArea => ({ ...cell("P", ring, null), level: "zone" });
const box = (x: number, y: number, width: number, height: number): Position[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
  [x, y],
];

function tiling(side: number, corner: (i: number, j: number) => Position): TreeArea[] {
  const cells = Array.from({ length: side * side }, (_, n) => {
    const [i, j] = [Math.floor(n / side), n % side];
    return cell(`C${i}${j}`, cellRing(corner, i, j));
  });
  return [parent(box(WEST, SOUTH, side * STEP, side * STEP).map((p) => p.map(round7))), ...cells];
}

describe("a shaken grid that shares its corners", () => {
  test("has no gap, no overlap, and nothing outside its parent", () => {
    fc.assert(
      fc.property(shakes, (shake) => {
        expect(findTopologyDefects(tiling(6, shakenCorners(6, shake)))).toEqual([]);
      }),
      { seed: 1, numRuns: 15 },
    );
  });

  test("with corners of single cells moved, gaps and overlaps equal areas clipped by hand", () => {
    const moves = fc.array(fc.double({ min: -0.25, max: 0.25, noNaN: true }), {
      minLength: 32,
      maxLength: 32,
    });
    fc.assert(
      fc.property(shakes, moves, (shake, move) => {
        const corner = shakenCorners(6, shake);
        const areas = tiling(6, corner).map((each) => {
          const match = /^C([14])([14])$/.exec(each.id);
          if (!match) return each;
          const [i, j] = [Number(match[1]), Number(match[2])];
          const nth = 8 * (Number(i > 1) * 2 + Number(j > 1));
          const ring = cellRing(corner, i, j).slice(0, 4);
          const moved = ring.map(([x, y], k): Position => {
            const [dx = 0, dy = 0] = [move[nth + 2 * k], move[nth + 2 * k + 1]];
            return [round7(x! + dx * STEP), round7(y! + dy * STEP)];
          });
          fc.pre(isConvex(moved));
          return cell(each.id, [...moved, moved[0]!]);
        });
        fc.pre(areas.slice(1).every(({ geometry }) => isConvex(ringOf(geometry).slice(0, 4))));
        compareWithHand(areas);
      }),
      { seed: 2, numRuns: 60 },
    );
  });
});

/** Overlaps pair by pair; the gaps' sum, by inclusion and exclusion, as no three cells overlap. */
function compareWithHand([outer, ...cells]: readonly TreeArea[]): void {
  const findings = findTopologyDefects([outer!, ...cells]);
  const overlaps = new Map(
    findings.flatMap((f) => (f.kind === "overlap" ? [[`${f.id} ${f.otherId}`, f.areaM2]] : [])),
  );
  let overlapSum = 0;
  cells.forEach((a, i) => {
    for (const b of cells.slice(i + 1)) {
      const byHand = areaOf(clipConvex(ringOf(a.geometry), ringOf(b.geometry)));
      overlapSum += byHand;
      expectArea(overlaps.get(`${a.id} ${b.id}`) ?? 0, byHand);
    }
  });
  const cellSum = cells.reduce((sum, each) => sum + areaOf(ringOf(each.geometry)), 0);
  const gaps = findings.flatMap((f) => (f.kind === "gap" ? [f.areaM2] : []));
  expectArea(
    gaps.reduce((sum, each) => sum + each, 0),
    areaOf(ringOf(outer!.geometry)) - cellSum + overlapSum,
  );
  expect(findings.map(({ kind }) => kind)).not.toContain("not-checked");
}

/** Up to 0.1 %, and some pieces below the noise threshold. */
function expectArea(found: number, byHand: number): void {
  expect(Math.abs(found - byHand)).toBeLessThan(0.001 * byHand + 12);
}

function ringOf(geometry: Polygon | MultiPolygon): Position[] {
  return (
    (geometry.type === "Polygon" ? geometry.coordinates[0] : geometry.coordinates[0]?.[0]) ?? []
  );
}

function areaOf(ring: readonly Position[]): number {
  if (ring.length < 3) return 0;
  return area({ type: "Polygon", coordinates: [[...ring, ring[0]!]] });
}

const turnOf = (a: Position, b: Position, c: Position) =>
  (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!);

function isConvex(ring: readonly Position[]): boolean {
  const n = ring.length;
  return ring.every((p, i) => turnOf(p, ring[(i + 1) % n]!, ring[(i + 2) % n]!) > 1e-9);
}

/** Sutherland–Hodgman; both counter-clockwise and convex, closed or not. */
function clipConvex(subject: readonly Position[], clip: readonly Position[]): Position[] {
  let output = subject.slice(0, 4);
  clip.slice(0, 4).forEach((a, i) => {
    const b = clip[(i + 1) % 4]!;
    const input = output;
    output = [];
    input.forEach((q, k) => {
      const p = input.at(k - 1)!;
      const [sp, sq] = [turnOf(a, b, p), turnOf(a, b, q)];
      if (sp * sq < 0) {
        const t = sp / (sp - sq);
        output.push([p[0]! + t * (q[0]! - p[0]!), p[1]! + t * (q[1]! - p[1]!)]);
      }
      if (sq >= 0) output.push(q);
    });
  });
  return output;
}

function located(finding: TopologyFinding | undefined) {
  if (!finding || finding.kind === "not-checked")
    throw new Error("a finding with a place expected");
  return finding;
}

describe("what a defect is", () => {
  const whole = parent(box(0, 0, 0.03, 0.01));
  const left = cell("A", box(0, 0, 0.01, 0.01));
  const right = cell("C", box(0.02, 0, 0.01, 0.01));

  test("ground of the parent that no child has, named with its neighbours and a spot inside it", () => {
    const [found, ...others] = findTopologyDefects([whole, left, right]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ kind: "gap", parentId: "P", neighbours: ["A", "C"] });
    const { at, areaM2 } = located(found);
    expect(at[0]).toBeCloseTo(0.015, 6);
    expect(areaM2).toBeCloseTo(
      area({ type: "Polygon", coordinates: [box(0.01, 0, 0.01, 0.01)] }),
      -1,
    );
  });

  test("a child that leaves its parent, the overlap of two siblings as one sum of two pieces", () => {
    const comb = cell("B", [
      [0.009, 0],
      [0.02, 0],
      [0.02, 0.012],
      [0.009, 0.012],
      [0.009, 0.006],
      [0.01, 0.006],
      [0.01, 0.004],
      [0.009, 0.004],
      [0.009, 0],
    ]);
    const found = findTopologyDefects([whole, left, comb, right]);
    expect(found.map((each) => each.kind)).toEqual(["overlap", "outside-parent"]);
    expect(found[0]).toMatchObject({ id: "A", otherId: "B" });
    const pieces = area({ type: "Polygon", coordinates: [box(0.009, 0, 0.001, 0.008)] });
    expect(located(found[0]).areaM2 / pieces).toBeCloseTo(1, 4);
    expect(found[1]).toMatchObject({ id: "B", otherId: "P" });
  });

  test("areas of other levels and other parents are no siblings", () => {
    const below = { ...cell("A1", box(0, 0, 0.01, 0.01), "A"), level: "cell" };
    const middle = cell("B", box(0.01, 0, 0.01, 0.01));
    expect(findTopologyDefects([whole, left, middle, right, below])).toEqual([]);
  });

  test("a hole enclosed by areas without a parent; the open sea around them is none", () => {
    const ring = [
      cell("N", box(0, 0.02, 0.03, 0.01), null),
      cell("S", box(0, 0, 0.03, 0.01), null),
      cell("W", box(0, 0.01, 0.01, 0.01), null),
    ];
    expect(findTopologyDefects(ring)).toEqual([]);
    const closed = [...ring, cell("E", box(0.02, 0.01, 0.01, 0.01), null)];
    expect(findTopologyDefects(closed)).toMatchObject([
      { kind: "gap", parentId: null, neighbours: ["E", "N", "S", "W"] },
    ]);
  });

  test("pieces of less than a square metre and hair lines along a border are rounding", () => {
    const wide = cell("B", box(0.00999999, 0, 0.01000001, 0.01));
    expect(findTopologyDefects([whole, left, wide, right])).toEqual([]);
    const dot = cell("D", box(0.005, 0.005, 0.000005, 0.000005));
    const middle = cell("B", box(0.01, 0, 0.01, 0.01));
    expect(findTopologyDefects([whole, left, middle, right, dot])).toEqual([]);
  });

  test("a figure of eight, a spike and a zone twice do not stop the rest", () => {
    const eight = cell("E", [
      [0.01, 0],
      [0.02, 0.01],
      [0.02, 0],
      [0.01, 0.01],
      [0.01, 0],
    ]);
    const found = findTopologyDefects([whole, left, eight, right, { ...right, id: "C2" }]);
    expect(found).toContainEqual(
      expect.objectContaining({ kind: "overlap", id: "C", otherId: "C2" }),
    );
    expect(found.filter(({ kind }) => kind === "gap").length).toBeGreaterThan(0);
  });

  test("a border that clipping gives up on is named with its neighbour, the others are checked", () => {
    const broken = cell(
      "B",
      [
        [0, 0],
        ["?", 0.01],
        [0.01, 0.01],
        [0, 0],
      ] as Position[],
      null,
    );
    const first = { ...left, parentId: null };
    const second = cell("C", box(0.005, 0, 0.01, 0.01), null);
    expect(findTopologyDefects([first, broken, second])).toEqual([
      { kind: "not-checked", ids: ["A", "B"] },
      expect.objectContaining({ kind: "overlap", id: "A", otherId: "C" }),
      { kind: "not-checked", ids: ["B", "C"] },
      { kind: "not-checked", ids: ["A", "B", "C"] },
    ]);
  });

  test("no areas, one area, and a parent that is not there", () => {
    expect(findTopologyDefects([])).toEqual([]);
    expect(findTopologyDefects([left])).toEqual([]);
    expect(findTopologyDefects([cell("A", box(0, 0, 0.01, 0.01), "gone")])).toEqual([]);
  });
});

const realBorders = [
  { path: "../shared/data/taipei-villages.geojson", idField: "VILLCODE", count: 456 },
  { path: "../shared/data/boston-neighbourhoods.geojson", idField: "name", count: 26 },
];
test.for(realBorders)("real borders: $path in ten seconds", ({ path, idField, count }, context) => {
  const features = readOrNull(path) ?? context.skip(`${path} is not here`);
  const areas = features.map(({ properties, geometry }) => ({
    id: String(properties?.[idField]),
    level: "community",
    parentId: null,
    geometry,
  }));
  const started = performance.now();
  const found = findTopologyDefects(areas);
  const tookMs = performance.now() - started;
  process.stdout.write(
    `${path}: ${count} areas, ${found.length} findings, ${Math.round(tookMs)} ms\n`,
  );
  expect(areas).toHaveLength(count);
  expect(found.filter(({ kind }) => kind === "not-checked")).toEqual([]);
  expect(tookMs).toBeLessThan(10_000);
});

function readOrNull(path: string): Feature<Polygon | MultiPolygon>[] | null {
  try {
    return JSON.parse(readFileSync(path, "utf8")).features;
  } catch {
    return null;
  }
}
