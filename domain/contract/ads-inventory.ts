import { z } from "zod";
import { AdProperties } from "../ads/ad.ts";
import { Instant, Position } from "./geojson.ts";

const metres = z.number().meta({ description: "Metres" });

/** The road that something serves, or would. */
export const RoadBeside = z.object({
  key: z.string(),
  name: z.string().nullable().meta({ description: "Null: it has none" }),
  group: z.string(),
  lengthM: metres,
  distanceM: metres.meta({ description: "Metres to its nearest line" }),
  chainageM: metres.meta({ description: "Metres along its axis" }),
  side: z.number().int().meta({ description: "+1 left, −1 right of the drawing direction, 0" }),
});
export type RoadBeside = z.infer<typeof RoadBeside>;

/** The nearest road where none is served. */
export const RoadBarelyMissed = RoadBeside.extend({
  why: z.enum(["too-far", "faces-away"]),
  withinM: metres.meta({ description: "From how far it would be served" }),
});
export type RoadBarelyMissed = z.infer<typeof RoadBarelyMissed>;

/** An ad as it is known here: registered in the street, imported, or the pack's own. What is kept takes the place of the pack's. */
export const InventoryAd = AdProperties.extend({
  position: Position,
  photo: z.string().nullable().meta({ description: "Seen under /photo where `hasPhoto`" }),
  hasPhoto: z.boolean(),
  note: z.string().nullable(),
  version: z.number().int().min(0).meta({ description: "0: as the pack has it" }),
  changedAt: Instant.nullable(),
  changedBy: z.string().nullable(),
  road: RoadBeside.nullable().meta({ description: "Null: it serves none, or there are no rules" }),
});
export type InventoryAd = z.infer<typeof InventoryAd>;

export const InventoryAds = z.object({
  total: z.number().int().meta({ description: "That match, on all pages" }),
  ads: z.array(InventoryAd).meta({ description: "By id" }),
  nextCursor: z.string().nullable(),
});
export type InventoryAds = z.infer<typeof InventoryAds>;

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

/** What stands about a spot, and what one there would be. */
export const AdsNear = z.object({
  road: RoadBeside.nullable().meta({ description: "That it would serve" }),
  missed: RoadBarelyMissed.nullable().meta({ description: "Where it would serve none" }),
  areas: z.array(z.string()).meta({ description: "Places that it would stand in" }),
  hasRules: z.boolean(),
  radiusM: metres,
  ads: z
    .array(
      z.object({
        ad: InventoryAd,
        distanceM: metres,
        isTooNear: z.boolean().meta({ description: "Nearer than the rules let two stand" }),
        mayBeSame: z.boolean().meta({ description: "So near that it may be the same one" }),
      }),
    )
    .meta({ description: "Nearest first; those that were removed are none" }),
});
export type AdsNear = z.infer<typeof AdsNear>;
