import type { EditedZone, ZoneEdit } from "./zone-edit.ts";
import type { ZoneShape } from "./zone-shape.ts";

/** Several operations on top of the zones as they stand: what is changed, what is no more. */
export type ZoneDraft = {
  readonly kind: "edit" | "split" | "merge" | "add";
  readonly zones: readonly EditedZone[];
  readonly removed: readonly string[];
};

export const emptyDraft: ZoneDraft = { kind: "edit", zones: [], removed: [] };

export function isEmptyDraft({ zones, removed }: ZoneDraft): boolean {
  return zones.length === 0 && removed.length === 0;
}

/** The zones as the draft would have them. */
export function draftedZones(base: readonly ZoneShape[], draft: ZoneDraft): ZoneShape[] {
  const changed = new Map<string, ZoneShape>(draft.zones.map((zone) => [zone.id, zone]));
  const removed = new Set(draft.removed);
  const kept = base
    .filter(({ id }) => !removed.has(id))
    .map((zone) => changed.get(zone.id) ?? zone);
  const known = new Set(kept.map(({ id }) => id));
  return [...kept, ...draft.zones.filter(({ id }) => !known.has(id))];
}

/**
 * One more operation. Whose place a zone takes is always said in ids that stand: a merger of two halves takes the place of
 * what was split. The draft is called by its first operation that is more than an edit.
 */
export function applyEdit(
  base: readonly ZoneShape[],
  draft: ZoneDraft,
  edit: ZoneEdit,
  kind: ZoneDraft["kind"],
): ZoneDraft {
  const standing = new Set(base.map(({ id }) => id));
  const before = new Map(draft.zones.map((zone) => [zone.id, zone]));
  const sourcesOf = (id: string): readonly string[] => [
    ...(standing.has(id) ? [id] : []),
    ...(before.get(id)?.from ?? []),
  ];
  const zones = new Map(before);
  for (const id of edit.remove) zones.delete(id);
  for (const zone of edit.zones) {
    const from = [zone.id, ...zone.from].flatMap(sourcesOf).filter((id) => id !== zone.id);
    zones.set(zone.id, { ...zone, from: [...new Set(from)] });
  }
  const removed = new Set([...draft.removed, ...edit.remove.filter((id) => standing.has(id))]);
  for (const { id } of edit.zones) removed.delete(id);
  return {
    kind: draft.kind === "edit" ? kind : draft.kind,
    zones: [...zones.values()],
    removed: [...removed],
  };
}

/** Another id and name for a zone that the draft makes; its children follow. */
export function renameZone(
  draft: ZoneDraft,
  id: string,
  to: { readonly id: string; readonly name: string },
): ZoneDraft {
  return {
    ...draft,
    zones: draft.zones.map((zone) => {
      if (zone.id === id) return { ...zone, ...to };
      return zone.parentId === id ? { ...zone, parentId: to.id } : zone;
    }),
  };
}
