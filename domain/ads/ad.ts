import { z } from "zod";

/** `removed`: gone, its place is free. Which of the others count is the rules' to say. */
export const adStates = ["ok", "minor", "damaged", "faded", "removed"] as const;
export type AdState = (typeof adStates)[number];

const id = z.string().min(1).max(100);
/** Azimuth of the panel's normal, degrees clockwise from north; absent: seen from everywhere. */
const facing = z.number().min(-360).max(720).nullish();

/** 公益广告: what stands. */
export const AdProperties = z.object({
  id,
  carrier: z.string().max(60).nullish(),
  theme: z.string().max(60).nullish(),
  state: z.enum(adStates),
  facing,
  repairCost: z.number().min(0).nullish(),
  unitId: z.string().max(100).nullish(),
});
export type AdProperties = z.infer<typeof AdProperties>;

/** A place where one could be put up. `lock`: it must be, or must not. */
export const AdCandidateProperties = z.object({
  id,
  carrier: z.string().max(60).nullish(),
  cost: z.number().min(0).default(0),
  facing,
  lock: z.enum(["in", "out"]).nullish(),
});
export type AdCandidateProperties = z.infer<typeof AdCandidateProperties>;
