import Flatbush from "flatbush";
import type { Position } from "geojson";
import { beforeAll, describe, expect, test } from "vitest";
import { classOfHighway } from "../../../domain/road-section.ts";
import { contains } from "../../../scripts/demo-city/geometry/polygon.ts";
import { lengthOf } from "../../../scripts/demo-city/geometry/polyline.ts";
import {
  crossing,
  distance,
  dot,
  lerp,
  nearestOnSegment,
  subtract,
  unit,
  type Vec,
} from "../../../scripts/demo-city/geometry/vec.ts";
import { onGround, partsOf, readFeatures } from "./shipped-pack.ts";

type Segment = {
  road: string;
  name: string | undefined;
  highway: string;
  ends: [Position, Position];
  a: Vec;
  b: Vec;
};

let roads: ReturnType<typeof readFeatures> = [];
let segments: Segment[] = [];
let index: Flatbush;
beforeAll(() => {
  roads = readFeatures("roads.geojson");
  segments = roads.flatMap((road) => {
    const { id, name, highway } = road.properties!;
    const line = partsOf(road)[0]!;
    const ground = onGround(line);
    return ground.slice(1).map((b, i) => ({
      road: id as string,
      name: name as string | undefined,
      highway: highway as string,
      ends: [line[i]!, line[i + 1]!] as [Position, Position],
      a: ground[i]!,
      b,
    }));
  });
  index = new Flatbush(segments.length);
  for (const { a, b } of segments) {
    index.add(
      Math.min(a[0], b[0]),
      Math.min(a[1], b[1]),
      Math.max(a[0], b[0]),
      Math.max(a[1], b[1]),
    );
  }
  index.finish();
});

const near = ([x, y]: Vec, m: number) =>
  index.search(x - m, y - m, x + m, y + m).map((i) => segments[i]!);
const isMotorway = ({ highway }: Segment) => highway.startsWith("motorway");
const meets = (s: Segment, o: Segment) =>
  s.ends.some((p) => o.ends.some((q) => p[0] === q[0] && p[1] === q[1]));

describe("the roads of the demo city", () => {
  test("share a vertex wherever they cross, motorways apart", () => {
    const loose: string[] = [];
    segments.forEach((s, i) => {
      const [x0, x1] = [Math.min(s.a[0], s.b[0]), Math.max(s.a[0], s.b[0])];
      const [y0, y1] = [Math.min(s.a[1], s.b[1]), Math.max(s.a[1], s.b[1])];
      for (const j of index.search(x0, y0, x1, y1)) {
        const o = segments[j]!;
        if (j <= i || isMotorway(s) || isMotorway(o) || meets(s, o)) continue;
        const hit = crossing(s.a, s.b, o.a, o.b);
        const slackS = 0.2 / distance(s.a, s.b);
        const slackO = 0.2 / distance(o.a, o.b);
        if (!hit || hit.t < -slackS || hit.t > 1 + slackS) continue;
        if (hit.u < -slackO || hit.u > 1 + slackO) continue;
        loose.push(`${s.road} × ${o.road}`);
      }
    });
    expect(loose).toEqual([]);
  });

  test("never run beside another road less than 12 m away", () => {
    const doubled: string[] = [];
    for (const s of segments) {
      const length = distance(s.a, s.b);
      if (length < 16 || isMotorway(s)) continue;
      const middle = lerp(s.a, s.b, 0.5);
      for (const o of near(middle, 12)) {
        if (o.road === s.road || isMotorway(o) || meets(s, o)) continue;
        const cosine = Math.abs(dot(unit(subtract(s.b, s.a)), unit(subtract(o.b, o.a))));
        const { t, distanceM } = nearestOnSegment(middle, o.a, o.b);
        if (cosine > 0.94 && distanceM < 12 && t > 0 && t < 1)
          doubled.push(`${s.road} ∥ ${o.road}`);
      }
    }
    expect(doubled).toEqual([]);
  });

  test("keep out of lakes and houses", () => {
    const lakes = readFeatures("water.geojson").filter(
      ({ properties }) => !["泽江", "玉带河"].includes(properties!.name as string),
    );
    const houses = readFeatures("buildings.geojson");
    expect(houses.length).toBeGreaterThan(12_000);
    expect(houses.length).toBeLessThan(20_000);
    const struck = [...lakes, ...houses].filter((shape) => {
      const ring = onGround(partsOf(shape)[0]!);
      const xs = ring.map(([x]) => x);
      const ys = ring.map(([, y]) => y);
      return index
        .search(Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys))
        .some((i) => touches(ring, segments[i]!));
    });
    expect(struck).toEqual([]);
  });

  test("cross the river only where great roads do", () => {
    const river = readFeatures("water.geojson").find(
      ({ properties }) => properties!.name === "泽江",
    )!;
    const ring = onGround(partsOf(river)[0]!);
    const bridges = new Map<string, string>();
    for (const s of segments) {
      if (touches(ring, s)) bridges.set(s.road, s.highway);
    }
    expect(bridges.size).toBeGreaterThan(8);
    const inTown = [...bridges.values()].filter((highway) => highway !== "unclassified");
    expect(new Set(inTown)).toEqual(new Set(["primary", "trunk", "motorway"]));
  });

  test("are sections up to 1.6 km in town and 3.5 km beyond, classed as their highway is", () => {
    for (const road of roads) {
      const { id, highway, class: roadClass, name } = road.properties!;
      expect(roadClass).toBe(classOfHighway[highway] ?? "none");
      const length = lengthOf(onGround(partsOf(road)[0]!));
      const longest = ["trunk", "unclassified"].includes(highway) ? 3500 : 1600;
      if (!highway.startsWith("motorway")) expect(length, id).toBeLessThan(longest);
      expect(length, id).toBeGreaterThan(25);
      if (["arterial", "secondary"].includes(roadClass)) expect(name, id).toBeTruthy();
    }
    expect(new Set(roads.map(({ properties }) => properties!.id)).size).toBe(roads.length);
  });

  test("draw a few arterials as two one-way lines of one name, 18 m apart", () => {
    const dual = roads.filter(
      ({ properties }) => properties!.oneway && properties!.class === "arterial",
    );
    expect(new Set(dual.map(({ properties }) => properties!.name))).toEqual(
      new Set(["和平大道", "云泽大道"]),
    );
    const gaps = dual.flatMap((road) => {
      const line = onGround(partsOf(road)[0]!);
      if (line.length < 4) return [];
      const p = lerp(line[1]!, line[2]!, 0.5);
      const other = near(p, 30).filter(
        (s) => s.name === road.properties!.name && s.road !== road.properties!.id,
      );
      return other.length === 0
        ? []
        : [Math.min(...other.map(({ a, b }) => nearestOnSegment(p, a, b).distanceM))];
    });
    gaps.sort((a, b) => a - b);
    expect(gaps[Math.floor(gaps.length / 2)]).toBeGreaterThan(16);
    expect(gaps[Math.floor(gaps.length / 2)]).toBeLessThan(20);
  });

  test("go on beyond the city limit", () => {
    const zones = readFeatures("zones.geojson").filter(
      ({ properties }) => properties!.level === "zone",
    );
    const rings = zones.map((zone) => onGround(partsOf(zone)[0]!.slice(0, -1)));
    const outside = roads.filter((road) => {
      const line = onGround(partsOf(road)[0]!);
      return !rings.some((ring) => contains(ring, line[line.length >> 1]!));
    });
    const km = outside.reduce((sum, road) => sum + lengthOf(onGround(partsOf(road)[0]!)), 0) / 1000;
    expect(km).toBeGreaterThan(150);
  });
});

function touches(ring: readonly Vec[], { a, b }: Segment): boolean {
  for (let i = 1; i < ring.length; i++) {
    const hit = crossing(a, b, ring[i - 1]!, ring[i]!);
    if (hit && hit.t >= 0 && hit.t <= 1 && hit.u >= 0 && hit.u <= 1) return true;
  }
  return contains(ring, a);
}
