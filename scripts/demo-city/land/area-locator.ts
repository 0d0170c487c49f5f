import Flatbush from "flatbush";
import { boxOf, contains } from "../geometry/polygon.ts";
import type { Vec } from "../geometry/vec.ts";
import type { Block } from "./blocks.ts";
import type { Area } from "./zones.ts";

/** Which cell, community and zone a point lies in. */
export type AreaLocator = {
  /** Null beyond the city limit. Cost: microseconds. */
  locate(
    p: Vec,
  ): { block: Block; cell: Area; community: Area; zone: Area; zoneIndex: number } | null;
};

export function areaLocator(areas: readonly Area[]): AreaLocator {
  const byId = new Map(areas.map((area) => [area.id, area]));
  const zones = areas.filter(({ level }) => level === "zone");
  const entries = areas
    .filter(({ level }) => level === "cell")
    .flatMap((cell) => cell.blocks.map((block) => ({ block, cell })));
  const index = new Flatbush(entries.length);
  for (const { block } of entries) {
    const { minX, minY, maxX, maxY } = boxOf(block.ring);
    index.add(minX, minY, maxX, maxY);
  }
  index.finish();

  return {
    locate([x, y]) {
      for (const i of index.search(x, y, x, y)) {
        const { block, cell } = entries[i]!;
        if (!contains(block.ring, [x, y])) continue;
        const community = byId.get(cell.parentId!)!;
        const zone = byId.get(community.parentId!)!;
        return { block, cell, community, zone, zoneIndex: zones.indexOf(zone) };
      }
      return null;
    },
  };
}
