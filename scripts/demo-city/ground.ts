import { contains, type Ring } from "./geometry/polygon.ts";
import { pointAlong } from "./geometry/polyline.ts";
import { distance, type Vec } from "./geometry/vec.ts";
import { divideCity } from "./land/areas.ts";
import { type Block, findBlocks } from "./land/blocks.ts";
import { drawBuildings } from "./land/buildings.ts";
import { drawGreens, type Green } from "./land/greens.ts";
import { findObstacles } from "./land/obstacles.ts";
import { drawPonds, drawReaches, drawWaters, type Reach, type Water } from "./land/waters.ts";
import { type Area, nameAreas } from "./land/zones.ts";
import { zoneSeeds } from "./plan/plan-zones.ts";
import type { Random } from "./random.ts";
import { quarterAt } from "./streets/block-fabric.ts";
import { layCarriageways } from "./streets/carriageways.ts";
import { type DeadEnd, growDeadEnds } from "./streets/dead-ends.ts";
import { keptNodes } from "./streets/kept-nodes.ts";
import { dividingRank, isStreet } from "./streets/line-kind.ts";
import { drawMotorway } from "./streets/motorway.ts";
import { drawSections, type RoadLine } from "./streets/road-lines.ts";
import { cutSections } from "./streets/sections.ts";
import { drawSkeleton, type Skeleton } from "./streets/skeleton.ts";
import { type StreetSetting, streetNamer } from "./streets/street-names.ts";
import { type Street, traceStreets } from "./streets/streets.ts";
import { subdivide } from "./streets/subdivide.ts";

/** The city as a map: streets, land and areas, on the local plane. */
export type Ground = {
  readonly skeleton: Skeleton;
  readonly kept: Uint8Array;
  readonly blocks: readonly Block[];
  readonly areas: readonly Area[];
  readonly roads: readonly RoadLine[];
  readonly waters: readonly Water[];
  readonly reaches: readonly Reach[];
  readonly greens: readonly Green[];
  readonly buildings: readonly Ring[];
};

/** A vertex of a line may be left out when the line then moves by no more than this, metres. */
const TOLERANCE_M = 0.8;

/** Without houses it takes half the time. */
export function layGround(random: Random, { withHouses } = { withHouses: true }): Ground {
  const skeleton = drawSkeleton();
  const { graph, limit } = skeleton;
  subdivide(skeleton, random.fork("streets"));
  const deadEnds = growDeadEnds(skeleton, random.fork("dead ends"));
  const blocks = findBlocks(skeleton);
  const division = divideCity(graph, blocks);
  const entries = deadEnds.flatMap(({ node }) => (node === null ? [] : [node]));
  const kept = keptNodes(graph, TOLERANCE_M, entries);
  const areas = nameAreas(graph, division, kept, random.fork("areas"));

  const streets = traceStreets(graph, skeleton.roads);
  const carriageways = layCarriageways(graph, streets, kept);
  const namer = streetNamer(plannedNames(skeleton), random.fork("names"));
  const names = nameStreets(skeleton, streets, blocks, division.placeOf, namer);
  const sections = cutSections(graph, streets, carriageways.ends);
  const lines = drawSections(graph, sections, {
    carriageways,
    kept,
    nameOf: (street) => names[street.index] ?? null,
    isInside: ({ street, from, to }) =>
      contains(limit, graph.point(street.nodes[Math.floor((from + to) / 2)]!)),
  });
  const trunks = lines.filter(({ highway }) => highway === "trunk");
  const motorway = drawMotorway(skeleton.motorwayCurve, trunks);
  const ways = drawDeadEnds(deadEnds, skeleton, lines, namer);
  const allRoads = [...lines, ...ways, ...motorway];
  const openWaters = drawWaters(skeleton);
  const beforePonds = findObstacles(allRoads, openWaters, skeleton.railCurve);
  const ponds = drawPonds(blocks, (shore) => beforePonds.isFree(shore, 6), random.fork("waters"));
  const waters = [...openWaters, ...ponds];
  const obstacles = findObstacles(allRoads, waters, skeleton.railCurve);
  return {
    skeleton,
    kept,
    blocks,
    areas,
    roads: allRoads,
    waters,
    buildings: withHouses
      ? drawBuildings(graph, blocks, kept, obstacles, random.fork("buildings"))
      : [],
    reaches: drawReaches(skeleton, (p) => contains(limit, p)),
    greens: drawGreens(graph, blocks, kept, random.fork("greens")),
  };
}

function plannedNames({ roads }: Skeleton): string[] {
  return roads.flatMap(({ name }) => (name ? [name] : []));
}

function nameStreets(
  { graph, limit, riverCurve }: Skeleton,
  streets: readonly Street[],
  blocks: readonly Block[],
  placeOf: ReadonlyMap<number, readonly [number, number, number]>,
  namer: ReturnType<typeof streetNamer>,
): (string | null)[] {
  const blockOf = new Map<number, Block>();
  for (const block of blocks) for (const half of block.halves) blockOf.set(half, block);
  const names: (string | null)[] = [];
  for (const street of streets) {
    const { nodes, kind, plannedName, index } = street;
    if (plannedName !== null) {
      names[index] = plannedName;
      continue;
    }
    const middle = nodes[nodes.length >> 1]!;
    const point = graph.point(middle);
    const side = graph
      .leaving(middle)
      .map((half) => blockOf.get(half))
      .find((b) => b?.isInside);
    const place = side ? placeOf.get(side.index) : undefined;
    const isInside = contains(limit, point);
    const setting: StreetSetting = {
      kind,
      fabric:
        side && kind === "living_street" && isVillage(side)
          ? "village"
          : quarterAt(point, isInside).fabric,
      zone: place ? (zoneSeeds[place[0]]?.name ?? null) : null,
      village: villageAt(point),
      isNearWater: riverCurve.some((p) => distance(p, point) < 420),
      meets: greatestMet(street, streets, names),
    };
    names[index] = namer.nameFor(setting);
  }
  return names;
}

/** Villages are some 700 m apart. */
function villageAt([x, y]: Vec): string {
  return `${Math.round(x / 700)} ${Math.round(y / 700)}`;
}

/** Lanes in the fields at the edge belong to a village. */
function isVillage(block: Block): boolean {
  return block.use === "edge";
}

function greatestMet(
  street: Street,
  streets: readonly Street[],
  names: readonly (string | null)[],
): string | null {
  const ends = [street.nodes[0]!, street.nodes.at(-1)!];
  const met = streets.filter(
    (other) =>
      other.index < street.index &&
      dividingRank[other.kind] < 7 &&
      names[other.index] &&
      ends.some((node) => other.nodes.includes(node)),
  );
  return met[0] ? (names[met[0].index] ?? null) : null;
}

/** Named ways are lanes, the others drives of a compound. */
function drawDeadEnds(
  deadEnds: readonly DeadEnd[],
  { limit }: Skeleton,
  lines: readonly RoadLine[],
  namer: ReturnType<typeof streetNamer>,
): RoadLine[] {
  return deadEnds.map(({ kind, line }, i): RoadLine => {
    const middle = pointAlong(line, 20).point;
    const fabric = quarterAt(middle, true).fabric;
    return {
      id: `W${String(i + 1).padStart(4, "0")}`,
      name: namer.nameFor({
        kind,
        fabric: fabric === "edge" ? "village" : fabric,
        zone: null,
        village: villageAt(middle),
        isNearWater: false,
        meets: streetAt(lines, line[0]!),
      }),
      highway: kind,
      class: "lane",
      isOneway: false,
      line: [...line],
      section: null,
      isInside: contains(limit, middle),
    };
  });
}

function streetAt(lines: readonly RoadLine[], p: Vec): string | null {
  const line = lines.find(
    ({ line: points, highway }) =>
      isStreet(highway as "primary") && points.some((q) => distance(p, q) < 0.01),
  );
  return line?.name ?? null;
}
