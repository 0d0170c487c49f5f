import type { MultiPolygon, Polygon, Position } from "geojson";
import { type Geom, union } from "polyclip-ts";
import { cutAway, solidParts } from "./clip.ts";
import { dissolve } from "./dissolve.ts";
import { attemptClip, placed } from "./draw-zone.ts";
import { partsContain } from "./trace-rings.ts";
import { weld } from "./weld.ts";
import type { Refused, ZoneEdit } from "./zone-edit.ts";
import { geometryOf, type Parts, partsOf, type ZoneShape } from "./zone-shape.ts";

/**
 * The ground around a position that no child of the parent has; without a parent, what the zones of that level enclose and
 * none has. Null where the position is somebody's.
 */
export function gapAt(
  zones: readonly ZoneShape[],
  { level, parentId }: Pick<ZoneShape, "level" | "parentId">,
  position: Position,
): Polygon | MultiPolygon | null {
  const siblings = zones.filter((zone) => zone.level === level && zone.parentId === parentId);
  const parent = zones.find(({ id }) => id === parentId);
  const taken = siblings.map(({ geometry }) => partsOf(geometry));
  const pieces = attemptClip(() =>
    parent ? cutAway(partsOf(parent.geometry), taken) : enclosedBy(taken),
  );
  const piece = pieces?.find((rings) => partsContain([rings], position));
  return piece ? geometryOf([piece]) : null;
}

/** Gives a gap to a zone beside it. */
export function giveGap(
  zones: readonly ZoneShape[],
  id: string,
  gap: Polygon | MultiPolygon,
): ZoneEdit | Refused {
  const zone = zones.find((each) => each.id === id);
  if (!zone) return { refused: "no-gap" };
  const filler = { ...zone, id: "", geometry: gap };
  const welded = weld([zone], [filler]);
  const geometry = dissolve([...welded.geometries, welded.others[0] ?? zone]);
  return placed(zones, { ...zone, geometry, from: [] });
}

function enclosedBy(taken: readonly Parts[]): Parts {
  const [first, ...rest] = taken as unknown as Geom[];
  const holes = first ? union(first, ...rest).flatMap((rings) => rings.slice(1)) : [];
  return solidParts(holes.map((hole) => [hole]));
}
