import { z } from "zod";
import { AdHoarding, AdScreen } from "./ad-instance.ts";

const known = {
  id: z.string().min(1).max(100),
  name: z.string().max(100).nullish(),
  unitId: z.string().max(100).nullish(),
  /** What is asked of it alone, where the rules say nothing of its kind. */
  minShare: z.number().min(0).max(1).nullish(),
};

/** 围挡: the fence of a building site, as a pack has it; metres and square metres. */
export const PackHoarding = AdHoarding.omit({ x: true, y: true }).extend(known);
export type PackHoarding = z.infer<typeof PackHoarding>;

/** 电子屏: one screen and its loop, as a pack has it. */
export const PackScreen = AdScreen.omit({ x: true, y: true }).extend(known);
export type PackScreen = z.infer<typeof PackScreen>;
