import { z } from "zod";
import { governances } from "../category.ts";
import { Instant } from "./geojson.ts";

export const Health = z.object({
  status: z.enum(["ok", "starting"]),
  version: z.string(),
  build: z.string().meta({ description: "Of the pages; empty without any" }),
  pack: z.string(),
  problems: z
    .number()
    .int()
    .nullable()
    .meta({ description: "Null unless the account sees the whole city" }),
  revision: z.number().int().nullable(),
});
export type Health = z.infer<typeof Health>;

export const CityManifest = z.object({
  id: z.string(),
  name: z.string(),
  isDemo: z.boolean(),
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  timezone: z.string(),
  attribution: z.string(),
  licence: z.string(),
  categories: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      governance: z.enum(governances).optional(),
      dueHours: z.number().optional(),
      radiusM: z.number().optional(),
      graceHours: z.number().optional(),
    }),
  ),
  sources: z.array(z.object({ code: z.string(), name: z.string() })),
  units: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      parentId: z.string().nullable(),
    }),
  ),
  persons: z.array(z.object({ name: z.string(), roles: z.array(z.string()) })),
  problems: z.number().int().meta({ description: "With a position, not withdrawn or rejected" }),
  unplaced: z.number().int(),
  firstReportedAt: Instant.nullable(),
  lastReportedAt: Instant.nullable(),
  now: Instant.meta({ description: "The server's clock" }),
  revision: z.number().int(),
});
export type CityManifest = z.infer<typeof CityManifest>;
