import Flatbush from "flatbush";
import { type GridZone, zoneLevels } from "../grid-zone.ts";
import { type PolygonSet, partContains, polygonSet } from "./polygon-set.ts";
import { uniformCells } from "./uniform-cells.ts";

/** No zone: the position lies outside all of them. */
export const NO_ZONE = -1;

export type ZoneLocator = {
  /**
   * Ordinal (position in `zones`) of the finest zone that holds the position, NO_ZONE outside. Where zones of one level
   * overlap the first in the file wins. A few microseconds.
   */
  locate(lng: number, lat: number): number;
  /** The zone itself and its ancestors, finest first; by parentId, else by where it lies. */
  chainOf(zone: number): readonly number[];
};

/** Cells of the grid that remembers answers: 4 MB. */
const MOST_CELLS = 1_000_000;

/** `remembering` keeps the answers of a grid of cells: for the look-ups of every row. */
export function zoneLocator(
  zones: readonly GridZone[],
  kind: "remembering" | "plain" = "remembering",
): ZoneLocator {
  const ordinals = new Map<string, number>(zones.map((zone, ordinal) => [zone.id, ordinal]));
  const fineToCoarse = [...zoneLevels]
    .reverse()
    .map((level) => zones.flatMap((zone, ordinal) => (zone.level === level ? [ordinal] : [])))
    .filter((members) => members.length > 0)
    .map((members) => levelLocator(zones, members));

  function locateExactly(lng: number, lat: number): number {
    for (const { locate } of fineToCoarse) {
      const found = locate(lng, lat);
      if (found !== NO_ZONE) return found;
    }
    return NO_ZONE;
  }

  const sets = fineToCoarse.map(({ set }) => set);
  const locate = kind === "plain" ? locateExactly : uniformCells(sets, MOST_CELLS, locateExactly);

  const chains = zones.map((zone, ordinal) => {
    const chain = [ordinal];
    for (let next = zone.parentId; next !== null; ) {
      const parent: number | undefined = ordinals.get(next);
      if (parent === undefined || chain.includes(parent)) break;
      chain.push(parent);
      next = zones[parent]!.parentId;
    }
    return chain;
  });

  return { locate, chainOf: (zone) => chains[zone] ?? [] };
}

type LevelLocator = {
  readonly set: PolygonSet;
  /** The first zone of the level that holds the position. */
  locate(lng: number, lat: number): number;
};

function levelLocator(zones: readonly GridZone[], members: readonly number[]): LevelLocator {
  const set: PolygonSet = polygonSet(members.map((ordinal) => zones[ordinal]!.geometry));
  const parts = set.partOwner.length;
  const boxes = new Flatbush(parts);
  for (let part = 0; part < parts; part++) {
    const [west, south, east, north] = set.partBounds.subarray(4 * part, 4 * part + 4);
    boxes.add(west!, south!, east!, north!);
  }
  boxes.finish();
  return {
    set,
    locate(lng, lat) {
      let best = NO_ZONE;
      for (const part of boxes.search(lng, lat, lng, lat)) {
        const owner = set.partOwner[part]!;
        if ((best === NO_ZONE || owner < best) && partContains(set, part, lng, lat)) best = owner;
      }
      return best === NO_ZONE ? NO_ZONE : members[best]!;
    },
  };
}
