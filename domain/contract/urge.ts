import { z } from "zod";
import { Instant } from "./geojson.ts";

export const NewUrge = z.strictObject({
  clientId: z.string().min(1).max(100).meta({ description: "Sent again, it is kept once" }),
  person: z.string().min(1).max(60),
  note: z.string().max(500).optional(),
});
export type NewUrge = z.infer<typeof NewUrge>;

/** 督办: somebody in office wants a problem done. */
export const Urge = z.object({
  clientId: z.string(),
  problemId: z.string(),
  person: z.string(),
  note: z.string(),
  at: Instant,
});
export type Urge = z.infer<typeof Urge>;

/** What the history of a problem keeps of it. */
export const UrgeRecord = z.object({ person: z.string(), note: z.string() });
