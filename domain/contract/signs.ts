import { z } from "zod";
import { roadClasses } from "../road-section.ts";
import { Sign, signWarnings } from "../sign.ts";
import { Instant } from "./geojson.ts";

export const SignBody = Sign.extend({
  on: Instant,
  /** West, south, east, north. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
});
export type SignBody = z.infer<typeof SignBody>;

/** The boards of a zone: its own and one a section, as the batch prints them. */
export const SignList = z.object({
  zone: z.object({ id: z.string(), name: z.string() }),
  on: Instant,
  address: z.string().meta({ description: "What every QR code begins with" }),
  isLocal: z
    .boolean()
    .meta({ description: "The address is this machine's own: no phone on the street reaches it" }),
  pages: z.number().int().meta({ description: "Of the batch, the zone's own board included" }),
  pagesMax: z.number().int(),
  sections: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullable(),
      class: z.enum(roadClasses),
      lengthM: z.number(),
      from: z.string(),
      to: z.string(),
      chiefs: z.array(z.string()),
      warnings: z.array(z.enum(signWarnings)),
    }),
  ),
});
export type SignList = z.infer<typeof SignList>;
