import { ChangedZoneBody, zoneChangeKinds } from "../../../domain/contract/zone-changes.ts";
import { isEmptyDraft, type ZoneDraft } from "../../../domain/zone-edit/zone-draft.ts";
import type { ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";

/** A draft as the browser keeps it, with what the zones were like that it changes. */
export type KeptDraft = { readonly draft: ZoneDraft; readonly basis: Basis };

/** By id, a fingerprint of the zone as it stood when the draft first touched it. */
export type Basis = Readonly<Record<string, string>>;

const keyOf = (cityId: string) => `zone-draft:${cityId}`;

export function keepDraft(cityId: string, kept: KeptDraft): void {
  try {
    if (isEmptyDraft(kept.draft)) localStorage.removeItem(keyOf(cityId));
    else localStorage.setItem(keyOf(cityId), JSON.stringify(kept));
  } catch {
    // A browser that keeps nothing: leaving the window asks first all the same.
  }
}

/** Null where nothing is kept, or what is kept is not one. */
export function keptDraft(cityId: string): KeptDraft | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(cityId)) ?? "null") as KeptDraft | null;
    if (!kept) return null;
    const zones = ChangedZoneBody.array().parse(kept.draft.zones);
    const kind = zoneChangeKinds.find((name) => name === kept.draft.kind) ?? "edit";
    const removed = kept.draft.removed.map(String);
    return { draft: { kind, zones, removed }, basis: { ...kept.basis } };
  } catch {
    return null;
  }
}

/** The basis with the zones that the draft touches for the first time. */
export function basisOf(before: Basis, base: readonly ZoneShape[], draft: ZoneDraft): Basis {
  const touched = new Set([...draft.zones.map(({ id }) => id), ...draft.removed]);
  const found = base.filter(({ id }) => touched.has(id) && before[id] === undefined);
  return { ...before, ...Object.fromEntries(found.map((zone) => [zone.id, fingerprint(zone)])) };
}

/** Whether a zone that the draft touches is no longer as it was, or a new id has been taken. */
export function isStale(basis: Basis, base: readonly ZoneShape[], draft: ZoneDraft): boolean {
  const standing = new Map(base.map((zone) => [zone.id, zone]));
  return [...draft.zones.map(({ id }) => id), ...draft.removed].some((id) => {
    const zone = standing.get(id);
    return (zone && fingerprint(zone)) !== basis[id];
  });
}

/** Short enough to keep many; two borders that differ having the same is a chance of one in four thousand million. */
function fingerprint({ name, parentId, geometry }: ZoneShape): string {
  const text = `${name} ${parentId} ${JSON.stringify(geometry.coordinates)}`;
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return `${text.length}:${hash}`;
}
