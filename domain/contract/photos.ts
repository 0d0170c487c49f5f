import { z } from "zod";
import { Instant } from "./geojson.ts";

/** A picture as it was kept; `file` is what a report names it by. */
export const UploadedPhoto = z.object({
  file: z.string(),
  width: z.number().int(),
  height: z.number().int(),
  takenAt: Instant.nullable().meta({ description: "What the camera said, if it did" }),
});
export type UploadedPhoto = z.infer<typeof UploadedPhoto>;
