import type { MultiPolygon, Polygon } from "geojson";
import { common, cutAway } from "./clip.ts";
import { weld } from "./weld.ts";
import { type EditedZone, editOf, isRefused, type Refused, type ZoneEdit } from "./zone-edit.ts";
import { geometryOf, type Parts, partsOf, type ZoneShape } from "./zone-shape.ts";

/**
 * A new zone of the ground that was drawn, as far as no sibling has it and, where it has a parent, as far as that reaches. Its
 * neighbours get its vertices along shared borders.
 */
export function drawZone(
  zones: readonly ZoneShape[],
  drawn: Omit<ZoneShape, "geometry"> & { readonly geometry: Polygon | MultiPolygon },
): ZoneEdit | Refused {
  const siblings = zones.filter(
    (zone) =>
      zone.level === drawn.level && zone.parentId === drawn.parentId && zone.id !== drawn.id,
  );
  const parent = zones.find(({ id }) => id === drawn.parentId);
  const free = attemptClip(() => {
    const own = partsOf(drawn.geometry);
    const within = parent ? common(own, partsOf(parent.geometry)) : own;
    return cutAway(
      within,
      siblings.map(({ geometry }) => partsOf(geometry)),
    );
  });
  if (free === null) return { refused: "not-clipped" };
  return placed(zones, { ...drawn, geometry: geometryOf(free), from: [] });
}

/** A shape among its neighbours, each with the other's vertices; refused where nothing is left of it. */
export function placed(zones: readonly ZoneShape[], zone: EditedZone): ZoneEdit | Refused {
  if (partsOf(zone.geometry).length === 0) return { refused: "ground-taken" };
  const others = zones.filter(({ id }) => id !== zone.id);
  const welded = weld(others, [zone]);
  const checked = editOf([...welded.geometries, ...welded.others]);
  if (isRefused(checked)) return checked;
  const neighbours = checked.zones.slice(welded.geometries.length);
  return { zones: [...welded.geometries, ...neighbours], remove: [] };
}

/** Null where clipping fails on a tangled border. */
export function attemptClip(clip: () => Parts): Parts | null {
  try {
    return clip();
  } catch {
    return null;
  }
}
