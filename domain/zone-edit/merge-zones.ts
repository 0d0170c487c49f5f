import { areAdjacent, dissolve } from "./dissolve.ts";
import type { Named } from "./suggest-names.ts";
import { weld } from "./weld.ts";
import { type EditedZone, editOf, isRefused, type Refused, type ZoneEdit } from "./zone-edit.ts";
import type { ZoneShape } from "./zone-shape.ts";

/**
 * Makes one zone of siblings that border each other. Children get it as their parent. It may keep the id of one of them, which
 * then goes on.
 */
export function mergeZones(
  zones: readonly ZoneShape[],
  ids: readonly string[],
  named: Named,
): ZoneEdit | Refused {
  const merged = zones.filter(({ id }) => ids.includes(id));
  const [first] = merged;
  if (!first || merged.length < 2) return { refused: "too-few-zones" };
  const { level, parentId } = first;
  if (merged.some((zone) => zone.level !== level || zone.parentId !== parentId)) {
    return { refused: "not-siblings" };
  }
  if (!areAdjacent(merged)) return { refused: "not-adjacent" };
  const gone = merged.map(({ id }) => id).filter((id) => id !== named.id);
  const one: EditedZone = { ...first, ...named, geometry: dissolve(merged), from: gone };
  const children = zones.filter((zone) => gone.includes(zone.parentId ?? ""));
  const others = zones.filter(({ id }) => !ids.includes(id));
  const welded = weld(others, [one]);
  const checked = editOf([...welded.geometries, ...welded.others]);
  if (isRefused(checked)) return checked;
  const after = new Map(
    [...children, ...welded.others].map((zone): [string, EditedZone] => {
      const isOrphan = gone.includes(zone.parentId ?? "");
      return [zone.id, { ...zone, parentId: isOrphan ? named.id : zone.parentId, from: [] }];
    }),
  );
  return { zones: [...welded.geometries, ...after.values()], remove: gone };
}
