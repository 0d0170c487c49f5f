import { findPolygonDefects } from "../spatial/geometry-checks.ts";
import type { ZoneShape } from "./zone-shape.ts";

/** A zone as a change leaves it; `from` are the zones whose place it takes, none where it is an edit of itself. */
export type EditedZone = ZoneShape & { readonly from: readonly string[] };

/** What one operation does to a list of zones: those that it changes or makes, and the ids that are no more. */
export type ZoneEdit = {
  readonly zones: readonly EditedZone[];
  readonly remove: readonly string[];
};

/** Why an operation cannot be done; the reader gets a sentence for each. */
export const editRefusals = [
  "no-vertex",
  "too-few-vertices",
  "junction",
  "self-crossing",
  "not-on-edge",
  "line-outside",
  "line-ends-inside",
  "line-crosses-itself",
  "has-children",
  "group-empty",
  "too-few-zones",
  "not-siblings",
  "not-adjacent",
  "ground-taken",
  "no-gap",
  "nothing-left",
  "not-clipped",
] as const;
export type EditRefusal = (typeof editRefusals)[number];

export type Refused = { readonly refused: EditRefusal };

export function isRefused<T extends object>(outcome: T | Refused): outcome is Refused {
  return "refused" in outcome;
}

/** An edit of zones that take nobody's place, unless a border of theirs would cross itself. */
export function editOf(changed: readonly ZoneShape[]): ZoneEdit | Refused {
  if (changed.some(({ geometry }) => findPolygonDefects(geometry).length > 0)) {
    return { refused: "self-crossing" };
  }
  return { zones: changed.map((zone) => ({ ...zone, from: [] })), remove: [] };
}
