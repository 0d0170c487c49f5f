import { DomainError } from "../../domain/errors.ts";
import type { Photo } from "../../domain/problem.ts";
import type { CityClock } from "../../domain/time.ts";
import type { PhotoStore } from "./photo-store.ts";
import type { TakenAt } from "./taken-at.ts";

/** Pictures that one act may bring. */
export const MOST_PHOTOS = 6;

/** Where pictures are, and the clock that a camera without an offset is read by. */
type PhotoPlace = {
  readonly photos: PhotoStore;
  readonly city: { readonly clock: CityClock; readonly now: () => number };
};

/**
 * Uploads as a report keeps them, each once, in the order given; they can be read from now on, so call it right before the
 * report is written. Throws `unknown-photo` for a file that nobody uploaded, or that was removed since.
 */
export async function checkedPhotos(
  { photos, city }: PhotoPlace,
  files: readonly string[],
  kind: Photo["kind"] = "before",
): Promise<Photo[]> {
  const checked: Photo[] = [];
  for (const file of new Set(files)) {
    const kept = await photos.attach(file);
    if (!kept) throw new DomainError("unknown-photo", { file });
    const t = takenInstant(kept.takenAt, city.clock);
    checked.push(t === null ? { file, kind } : { file, kind, takenAt: city.clock.toIso(t) });
  }
  return checked;
}

/** Epoch milliseconds; null where no camera said so, or said a day that never was. */
export function takenInstant(takenAt: TakenAt | null, clock: CityClock): number | null {
  if (takenAt === null) return null;
  const wall = clock.parse(`${takenAt.local}${takenAt.offset ?? "Z"}`);
  if (wall === null || takenAt.offset !== null) return wall;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = takenAt.local
    .split(/[-T:]/)
    .map(Number);
  return clock.toEpoch({ year, month, day, hour, minute, second, millisecond: 0 });
}
