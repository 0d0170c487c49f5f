import type { AdsPicked } from "../../../state/ads-url.ts";
import type { Proposal } from "./mark-drawings.ts";
import type { PlacedMark } from "./mark-features.ts";
import type { MarkPlaces } from "./use-mark-places.ts";

/** The mark that is picked, on its road; null for a road, and for what there is not. */
export function pickedPlace(
  picked: AdsPicked | null,
  { ads, sites, fresh, repairs }: MarkPlaces,
): PlacedMark<Proposal> | null {
  if (!picked || picked.kind === "road") return null;
  const among: readonly (readonly PlacedMark<Proposal>[])[] =
    picked.kind === "site" ? [fresh, sites] : [repairs, ads];
  for (const placed of among) {
    const found = placed.find(({ mark }) => mark.id === picked.id);
    if (found) return found;
  }
  return null;
}
