import { z } from "zod";
import { roadClasses } from "../road-section.ts";
import { Sign, signWarnings } from "../sign.ts";
import { Instant, Position } from "./geojson.ts";
import { PhotoFiles } from "./problems.ts";
import { ReportTrack } from "./public-reports.ts";

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

/** A report by anybody about what a board stands for. */
export const SignReportBody = z.strictObject({
  clientId: z.string().min(16).max(80).meta({ description: "Drawn at random; opens the answer" }),
  category: z.string().max(20),
  description: z.string().max(1000).optional(),
  photos: PhotoFiles.optional(),
  position: Position.nullish().meta({
    description:
      "Of the phone; counts up to 200 m from what the board stands for, else the board's own",
  }),
});
export type SignReportBody = z.infer<typeof SignReportBody>;

/** The number to ask by, with the code that opens the answer, and nothing of what is known inside. */
export const SignReportMade = ReportTrack.extend({ id: z.string() });
export type SignReportMade = z.infer<typeof SignReportMade>;
