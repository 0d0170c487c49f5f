import type { Feature, Position } from "geojson";
import { beforeAll, describe, expect, test } from "vitest";
import { signedArea } from "../../../scripts/demo-city/geometry/polygon.ts";
import { crossing } from "../../../scripts/demo-city/geometry/vec.ts";
import { onGround, partsOf, readFeatures } from "./shipped-pack.ts";

let areas: Feature[] = [];
beforeAll(() => {
  areas = readFeatures("zones.geojson");
});

const ofLevel = (level: string) => areas.filter(({ properties }) => properties!.level === level);
const areaM2 = (area: Feature) =>
  partsOf(area).reduce((sum, ring) => sum + signedArea(onGround(ring.slice(0, -1))), 0);
const key = (p: Position) => `${p[0]} ${p[1]}`;

describe("the areas of the demo city", () => {
  test("are 12 zones, about 60 communities and about 400 cells on about 60 km²", () => {
    expect(ofLevel("zone")).toHaveLength(12);
    expect(ofLevel("community").length).toBeGreaterThan(55);
    expect(ofLevel("community").length).toBeLessThan(66);
    expect(ofLevel("cell").length).toBeGreaterThan(380);
    expect(ofLevel("cell").length).toBeLessThan(420);
    const km2 = ofLevel("zone").reduce((sum, zone) => sum + areaM2(zone), 0) / 1e6;
    expect(km2).toBeGreaterThan(55);
    expect(km2).toBeLessThan(68);
  });

  test("have ids that say whose child each is", () => {
    for (const { properties } of areas) {
      const { id, level, parentId } = properties!;
      const length = { zone: 3, community: 5, cell: 7 }[level as "zone"];
      expect(id).toMatch(/^Z\d+$/);
      expect(id).toHaveLength(length);
      expect(parentId ?? "").toBe(level === "zone" ? "" : id.slice(0, -2));
    }
    expect(new Set(areas.map(({ properties }) => properties!.id)).size).toBe(areas.length);
  });

  test("have closed rings, the outer one counter-clockwise, that never cross themselves", () => {
    for (const area of areas) {
      partsOf(area).forEach((ring, i) => {
        expect(ring[0]).toEqual(ring.at(-1));
        const open = onGround(ring.slice(0, -1));
        expect(Math.sign(signedArea(open))).toBe(i === 0 ? 1 : -1);
        expect(selfCrossings(open), `${area.properties!.id}`).toBe(0);
      });
    }
  });

  test("sum up to their parent to a square metre", () => {
    for (const parent of areas) {
      const children = areas.filter(
        ({ properties }) => properties!.parentId === parent.properties!.id,
      );
      if (children.length === 0) continue;
      const sum = children.reduce((total, child) => total + areaM2(child), 0);
      expect(Math.abs(sum - areaM2(parent)), parent.properties!.id).toBeLessThan(1);
    }
  });

  test.each(["zone", "community", "cell"])(
    "of level %s share every border vertex by vertex: no gap, no overlap",
    (level) => {
      const directed = new Map<string, string>();
      for (const area of ofLevel(level)) {
        for (const ring of partsOf(area)) {
          for (let i = 1; i < ring.length; i++) {
            const edge = `${key(ring[i - 1]!)} ${key(ring[i]!)}`;
            expect(directed.has(edge), `two areas on one side of ${edge}`).toBe(false);
            directed.set(edge, area.properties!.id);
          }
        }
      }
      const outline = new Map<string, string>();
      for (const edge of directed.keys()) {
        const [a, b, c, d] = edge.split(" ");
        if (!directed.has(`${c} ${d} ${a} ${b}`)) outline.set(`${a} ${b}`, `${c} ${d}`);
      }
      const start = [...outline.keys()][0]!;
      let steps = 0;
      for (let at = start; steps <= outline.size; steps++) {
        at = outline.get(at)!;
        if (at === start) break;
      }
      expect(steps + 1, "edges without a neighbour form one ring, the city limit").toBe(
        outline.size,
      );
    },
  );
});

function selfCrossings(ring: readonly (readonly [number, number])[]): number {
  let count = 0;
  const n = ring.length;
  for (let i = 0; i < n; i++) {
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue;
      const hit = crossing(ring[i]!, ring[(i + 1) % n]!, ring[j]!, ring[(j + 1) % n]!);
      if (hit && hit.t >= 0 && hit.t <= 1 && hit.u >= 0 && hit.u <= 1) count++;
    }
  }
  return count;
}
