import { z } from "zod";

/** `settings.open311` of a pack: the door for other systems, see docs/open311.md. */
export const Open311Settings = z.object({
  /** Requests may be read without a key: masked, without photos. */
  isPublic: z.boolean().default(false),
  /** By which other systems know the city, such as its web site; the pack's id is known besides. */
  jurisdictionId: z.string().trim().min(1).max(100).optional(),
  /** Whom other systems ask for keys, in words. */
  contact: z.string().trim().min(1).max(200).optional(),
  /** What reports that come in have as their source. */
  source: z.string().max(40).default("hotline"),
});
export type Open311Settings = z.infer<typeof Open311Settings>;
