import type { ZoneLevel } from "../../../domain/grid-zone.ts";
import type { PlanarGraph } from "../geometry/planar-graph.ts";
import { signedArea } from "../geometry/polygon.ts";
import type { Vec } from "../geometry/vec.ts";
import { zoneSeeds } from "../plan/plan-zones.ts";
import type { Random } from "../random.ts";
import { communityNames } from "../streets/name-stock.ts";
import { borderRings, type Division } from "./areas.ts";
import type { Block } from "./blocks.ts";

/** A zone, community or cell with its border on the local plane. */
export type Area = {
  readonly id: string;
  readonly name: string;
  readonly level: ZoneLevel;
  readonly parentId: string | null;
  /** Outer ring first, counter-clockwise; holes clockwise; open. */
  readonly rings: readonly (readonly Vec[])[];
  readonly areaM2: number;
  readonly blocks: readonly Block[];
};

/** All three levels, parents before children: `Z07`, `Z0703`, `Z070312`. */
export function nameAreas(
  graph: PlanarGraph,
  division: Division,
  kept: Uint8Array,
  random: Random,
): Area[] {
  const names = communityNamer(random);
  const areas: Area[] = [];
  division.zones.forEach(({ name, communities }, z) => {
    const zoneId = `Z${pad(z + 1)}`;
    const make = (
      id: string,
      areaName: string,
      level: ZoneLevel,
      parentId: string | null,
      blocks: readonly Block[],
    ): Area => {
      const rings = borderRings(graph, blocks)
        .map((ring) => ring.filter((node) => kept[node]).map((node) => graph.point(node)))
        .sort((a, b) => Math.abs(signedArea(b)) - Math.abs(signedArea(a)));
      const areaM2 = rings.reduce((sum, ring) => sum + signedArea(ring), 0);
      return { id, name: areaName, level, parentId, rings, areaM2, blocks };
    };
    const all = communities.flatMap(({ cells }) => cells.flat());
    areas.push(make(zoneId, `${name}片区`, "zone", null, all));
    const children: Area[] = [];
    communities.forEach(({ cells }, c) => {
      const communityId = `${zoneId}${pad(c + 1)}`;
      const communityName = `${names(name)}社区`;
      areas.push(make(communityId, communityName, "community", zoneId, cells.flat()));
      cells.forEach((cell, k) => {
        const id = `${communityId}${pad(k + 1)}`;
        children.push(make(id, `${communityName}${pad(k + 1)}网格`, "cell", communityId, cell));
      });
    });
    areas.push(...children);
  });
  return areas;
}

function pad(n: number): string {
  return String(n).padStart(2, "0");
}

/**
 * The stock lists names in the order of the zones; each zone takes its own first, then what is left
 * over.
 */
function communityNamer(random: Random): (zone: string) => string {
  const starts = zoneSeeds.map(({ name }) =>
    communityNames.indexOf(name as (typeof communityNames)[number]),
  );
  const own = zoneSeeds.map((_, z) =>
    communityNames.slice(starts[z]!, starts[z + 1] ?? starts[z]! + 5),
  );
  const spare = random.shuffle(communityNames.slice(starts.at(-1)! + 5));
  return (zone) => {
    const z = zoneSeeds.findIndex(({ name }) => name === zone);
    const name = own[z]?.shift() ?? spare.pop();
    if (name === undefined) throw new RangeError("More communities than names in the stock");
    return name;
  };
}
