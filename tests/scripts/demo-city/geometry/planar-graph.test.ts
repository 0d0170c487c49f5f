import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PlanarGraph } from "../../../../scripts/demo-city/geometry/planar-graph.ts";
import { signedArea } from "../../../../scripts/demo-city/geometry/polygon.ts";
import { crossing, type Vec } from "../../../../scripts/demo-city/geometry/vec.ts";

const street = () => ({ kind: "residential" as const, road: 0 });
const square: Vec[] = [
  [0, 0],
  [1000, 0],
  [1000, 1000],
  [0, 1000],
  [0, 0],
];
const facesOf = (graph: PlanarGraph) =>
  graph
    .faces()
    .map((half) => signedArea(graph.ring(graph.face(half))))
    .filter((area) => area > 0)
    .sort((a, b) => a - b);

describe("a planar graph", () => {
  test("puts a node where two lines cross and finds the four parts of a quartered square", () => {
    const graph = new PlanarGraph();
    graph.insertLine(square, street);
    graph.insertLine(
      [
        [500, -100],
        [500, 1100],
      ],
      street,
    );
    graph.insertLine(
      [
        [-100, 300],
        [1100, 300],
      ],
      street,
    );
    expect(facesOf(graph)).toEqual([150_000, 150_000, 350_000, 350_000]);
  });

  test("takes a crossing near a corner to be the corner", () => {
    const graph = new PlanarGraph();
    graph.insertLine(square, street);
    graph.insertLine(
      [
        [-200, 1194],
        [1194, -200],
      ],
      street,
    );
    expect(facesOf(graph)).toHaveLength(2);
    expect(graph.nodeCount).toBe(6);
  });

  test("names a face by the same half-edge after its edges have been split", () => {
    const graph = new PlanarGraph();
    graph.insertLine(square, street);
    const half = graph.faces().find((h) => signedArea(graph.ring(graph.face(h))) > 0)!;
    graph.splitEdge(half >> 1, [400, 0]);
    expect(signedArea(graph.ring(graph.face(half)))).toBe(1_000_000);
    expect(graph.face(half)).toHaveLength(5);
  });

  test("never has two edges that cross, whatever lines are drawn into it", () => {
    const coordinate = fc.integer({ min: 0, max: 40 }).map((n) => n * 50);
    const line = fc.tuple(coordinate, coordinate, coordinate, coordinate);
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 14 }), (lines) => {
        const graph = new PlanarGraph();
        for (const [x0, y0, x1, y1] of lines) {
          if (Math.hypot(x1 - x0, y1 - y0) > 100)
            graph.insertLine(
              [
                [x0, y0],
                [x1, y1],
              ],
              street,
            );
        }
        expect(crossings(graph)).toEqual([]);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

/** Pairs of edges that cross well inside both; what merging moved by a few metres may touch. */
function crossings(graph: PlanarGraph): string[] {
  const found: string[] = [];
  for (let e = 0; e < graph.edgeCount; e++) {
    for (let f = e + 1; f < graph.edgeCount; f++) {
      const ends = (edge: number) => [graph.origin(edge * 2), graph.target(edge * 2)] as const;
      const [a, b] = ends(e);
      const [c, d] = ends(f);
      if (a === c || a === d || b === c || b === d) continue;
      const hit = crossing(graph.point(a), graph.point(b), graph.point(c), graph.point(d));
      if (hit && hit.t > 0 && hit.t < 1 && hit.u > 0 && hit.u < 1) found.push(`${e} × ${f}`);
    }
  }
  return found;
}
