import { z } from "zod";
import { AdProperties } from "./ad.ts";

/** An ad as it is kept once somebody registered or imported it; degrees, WGS 84. */
export const AdRecord = AdProperties.extend({
  x: z.number().min(-180).max(180),
  y: z.number().min(-90).max(90),
  /** Name of its picture among the photos. */
  photo: z.string().max(200).nullish(),
  note: z.string().max(500).nullish(),
});
export type AdRecord = z.infer<typeof AdRecord>;

/** What is kept takes the place of what the pack says of the same id; the others follow in their own order. */
export function withRecords<T extends { readonly id: string }>(
  ads: readonly T[],
  records: readonly (T & AdRecord)[],
): T[] {
  const kept = new Map(records.map((each) => [each.id, each]));
  const known = new Set(ads.map(({ id }) => id));
  return [...ads.map((ad) => kept.get(ad.id) ?? ad), ...records.filter(({ id }) => !known.has(id))];
}
