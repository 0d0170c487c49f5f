import type { ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";

export type TreeRow = {
  readonly zone: ZoneShape;
  /** 1 for zones without a parent. */
  readonly depth: number;
  readonly hasChildren: boolean;
  readonly isOpen: boolean;
};

/** The rows of the tree that are to be seen: with a search, all that match, flat. */
export function treeRows(
  zones: readonly ZoneShape[],
  open: ReadonlySet<string>,
  search: string,
): TreeRow[] {
  const children = Map.groupBy(zones, ({ parentId }) => parentId ?? "");
  const known = new Set(zones.map(({ id }) => id));
  const wanted = search.trim().toLowerCase();
  const rowOf = (zone: ZoneShape, depth: number): TreeRow => ({
    zone,
    depth,
    hasChildren: children.has(zone.id),
    isOpen: open.has(zone.id),
  });
  if (wanted !== "") {
    return zones
      .filter(({ id, name }) => `${id} ${name}`.toLowerCase().includes(wanted))
      .map((zone) => ({ ...rowOf(zone, 1), hasChildren: false }));
  }
  const under = (zone: ZoneShape, depth: number): TreeRow[] => {
    const below = open.has(zone.id) ? (children.get(zone.id) ?? []) : [];
    return [rowOf(zone, depth), ...sorted(below).flatMap((child) => under(child, depth + 1))];
  };
  const roots = zones.filter(({ parentId }) => parentId === null || !known.has(parentId));
  return sorted(roots).flatMap((zone) => under(zone, 1));
}

/** The zones above one, nearest first. */
export function ancestorsOf(zones: readonly ZoneShape[], id: string | undefined): string[] {
  const byId = new Map(zones.map((zone) => [zone.id, zone]));
  const found: string[] = [];
  for (let at = byId.get(id ?? "")?.parentId; at && !found.includes(at); ) {
    found.push(at);
    at = byId.get(at)?.parentId;
  }
  return found;
}

function sorted(zones: readonly ZoneShape[]): ZoneShape[] {
  return zones.toSorted((a, b) => a.id.localeCompare(b.id));
}
