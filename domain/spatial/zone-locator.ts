import Flatbush from "flatbush";
import { type GridZone, type ZoneLevel, zoneLevels } from "../grid-zone.ts";
import { type PolygonSet, partContains, polygonSet } from "./polygon-set.ts";

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

export function zoneLocator(zones: readonly GridZone[]): ZoneLocator {
  const ordinals = new Map<string, number>(zones.map((zone, ordinal) => [zone.id, ordinal]));
  const levels = new Map<ZoneLevel, LevelLocator>();
  for (const level of zoneLevels) {
    const members = zones.flatMap((zone, ordinal) => (zone.level === level ? [ordinal] : []));
    levels.set(level, levelLocator(zones, members));
  }
  const fineToCoarse = [...zoneLevels].reverse();

  function locate(lng: number, lat: number): number {
    for (const level of fineToCoarse) {
      const found = levels.get(level)?.(lng, lat) ?? NO_ZONE;
      if (found !== NO_ZONE) return found;
    }
    return NO_ZONE;
  }

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

type LevelLocator = (lng: number, lat: number) => number;

function levelLocator(zones: readonly GridZone[], members: readonly number[]): LevelLocator {
  if (members.length === 0) return () => NO_ZONE;
  const set: PolygonSet = polygonSet(members.map((ordinal) => zones[ordinal]!.geometry));
  const parts = set.partOwner.length;
  const boxes = new Flatbush(parts);
  for (let part = 0; part < parts; part++) {
    boxes.add(...(set.partBounds.subarray(4 * part, 4 * part + 4) as unknown as Box));
  }
  boxes.finish();
  return (lng, lat) => {
    let best = NO_ZONE;
    for (const part of boxes.search(lng, lat, lng, lat)) {
      const owner = set.partOwner[part]!;
      if ((best === NO_ZONE || owner < best) && partContains(set, part, lng, lat)) best = owner;
    }
    return best === NO_ZONE ? NO_ZONE : members[best]!;
  };
}

type Box = [number, number, number, number];
