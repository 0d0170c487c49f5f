import { dissolve } from "./dissolve.ts";
import type { Named } from "./suggest-names.ts";
import { weld } from "./weld.ts";
import { type EditedZone, editOf, isRefused, type Refused, type ZoneEdit } from "./zone-edit.ts";
import type { ZoneShape } from "./zone-shape.ts";

/**
 * Splits a zone that has children: those of `second` make a zone of their own, the others the first. Each is exactly the
 * ground of its children, which get it as their parent.
 */
export function splitByChildren(
  zones: readonly ZoneShape[],
  id: string,
  second: ReadonlySet<string>,
  names: readonly [Named, Named],
): ZoneEdit | Refused {
  const zone = zones.find((each) => each.id === id);
  const children = zones.filter(({ parentId }) => parentId === id);
  const groups = [
    children.filter((child) => !second.has(child.id)),
    children.filter((child) => second.has(child.id)),
  ];
  if (!zone || groups.some((group) => group.length === 0)) return { refused: "group-empty" };
  const others = zones.filter((each) => each.id !== id);
  const made = groups.map((group, i): EditedZone => {
    const { id: newId, name } = names[i] ?? zone;
    return { ...zone, id: newId, name, geometry: dissolve(group), from: [id] };
  });
  const welded = weld(others, made);
  const checked = editOf([...welded.geometries, ...welded.others]);
  if (isRefused(checked)) return checked;
  const moved = groups.flatMap((group, i) => {
    const current = group.map((child) => welded.others.find((o) => o.id === child.id) ?? child);
    return current.map((child) => ({ ...child, parentId: names[i]?.id ?? id, from: [] }));
  });
  const isMoved = new Set(moved.map((child) => child.id));
  const neighbours = welded.others.filter((other) => !isMoved.has(other.id));
  return {
    zones: [...welded.geometries, ...moved, ...neighbours.map((other) => ({ ...other, from: [] }))],
    remove: [id],
  };
}
