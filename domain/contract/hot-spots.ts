import { z } from "zod";
import { hotSpotPatterns, trendDirections } from "../hot-spots/hot-spot-pattern.ts";
import { AreaGeometry, featureOf, Instant } from "./geojson.ts";

export const HotSpotProperties = z.object({
  id: z.string(),
  category: z.enum(hotSpotPatterns).meta({ description: "Pattern of its steps" }),
  count: z.number().int().meta({ description: "Recurrences over all steps" }),
  counts: z.array(z.number().int()).meta({ description: "Per step, oldest first" }),
  z: z.number().meta({ description: "Gi* of the last step" }),
  p: z.number().meta({ description: "Of that z, two-sided, after Benjamini–Hochberg" }),
  trend: z.object({
    direction: z.enum(trendDirections),
    z: z.number(),
    p: z.number().meta({ description: "Mann–Kendall over the z values" }),
  }),
  hotSteps: z.number().int(),
  coldSteps: z.number().int(),
});
export type HotSpotProperties = z.infer<typeof HotSpotProperties>;

export const HotSpots = z.object({
  type: z.literal("FeatureCollection"),
  features: z.array(featureOf(AreaGeometry, HotSpotProperties)),
  asOf: Instant,
  from: Instant.meta({ description: "Start of the first step; the last one ends at asOf" }),
  steps: z.number().int(),
  stepDays: z.number(),
  cellM: z.number(),
  isSufficient: z.boolean().meta({ description: "False: too few steps to say anything" }),
  minSteps: z.number().int(),
});
export type HotSpots = z.infer<typeof HotSpots>;
