import type { AdRecord } from "../ad-record.ts";
import { bearingApart } from "./bearing.ts";

/** Why two records may be one ad; the first that holds. */
export const sameKinds = ["same-id", "same-place", "same-photo"] as const;
export type SameKind = (typeof sameKinds)[number];

/** Two ads of one carrier this near, that face the same way, are most likely one. */
export const SAME_PLACE_M = 5;
/** Panels turned less than this face the same way. */
const SAME_FACING_DEG = 30;

type Compared = Pick<AdRecord, "carrier" | "facing" | "state">;

/** Whether what stands so near may be the same; what is not said may be anything. A place where one was removed is free. */
export function mayBeSame(standing: Compared, found: Compared): boolean {
  if (standing.state === "removed" && found.state !== "removed") return false;
  const [a, b] = [standing.carrier ?? null, found.carrier ?? null];
  if (a !== null && b !== null && a !== b) return false;
  const [p, q] = [standing.facing ?? null, found.facing ?? null];
  return p === null || q === null || bearingApart(p, q) <= SAME_FACING_DEG;
}
