import { z } from "zod";
import { AdProperties } from "../ads/ad.ts";
import { Instant, Position } from "./geojson.ts";

/** An ad as it is kept here: registered in the street or imported. It takes the place of the pack's of the same id. */
export const InventoryAd = AdProperties.extend({
  position: Position,
  photo: z.string().nullable().optional(),
  note: z.string().max(500).nullable().optional(),
  version: z.number().int().min(1),
  changedAt: Instant,
  changedBy: z.string(),
});
export type InventoryAd = z.infer<typeof InventoryAd>;

/** From the street: one ad, new (`clientId` makes a re-send harmless) or as it is found now (`id`). */
export const NewInventoryAd = z.strictObject({
  clientId: z.string().min(8).max(64),
  id: z.string().min(1).max(100).optional(),
  position: Position,
  carrier: z.string().trim().min(1).max(60),
  theme: z.string().trim().max(60).optional(),
  state: AdProperties.shape.state,
  facing: z.number().min(0).max(360).optional(),
  unitId: z.string().max(100).optional(),
  photo: z.string().max(200).optional(),
  note: z.string().trim().max(500).optional(),
});
export type NewInventoryAd = z.infer<typeof NewInventoryAd>;
