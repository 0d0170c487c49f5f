import { common, cutAway } from "./clip.ts";
import { attemptClip, placed } from "./draw-zone.ts";
import type { Refused, ZoneEdit } from "./zone-edit.ts";
import { geometryOf, partsOf, type ZoneShape } from "./zone-shape.ts";

/** Takes from a zone what another one has as well: mends an overlap in favour of the other. */
export function takeFrom(
  zones: readonly ZoneShape[],
  id: string,
  otherId: string,
): ZoneEdit | Refused {
  return clipped(zones, id, otherId, cutAwayOne);
}

/** Leaves of a zone what lies in its parent. */
export function keepWithin(
  zones: readonly ZoneShape[],
  id: string,
  parentId: string,
): ZoneEdit | Refused {
  return clipped(zones, id, parentId, common);
}

function cutAwayOne(parts: Parameters<typeof common>[0], other: Parameters<typeof common>[1]) {
  return cutAway(parts, [other]);
}

function clipped(
  zones: readonly ZoneShape[],
  id: string,
  otherId: string,
  clip: typeof common,
): ZoneEdit | Refused {
  const zone = zones.find((each) => each.id === id);
  const other = zones.find((each) => each.id === otherId);
  if (!zone || !other) return { refused: "not-clipped" };
  const left = attemptClip(() => clip(partsOf(zone.geometry), partsOf(other.geometry)));
  if (left === null) return { refused: "not-clipped" };
  if (left.length === 0) return { refused: "nothing-left" };
  return placed(zones, { ...zone, geometry: geometryOf(left), from: [] });
}
