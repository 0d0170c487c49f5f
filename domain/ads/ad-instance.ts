import { z } from "zod";
import { AdCandidateProperties, AdProperties } from "./ad.ts";
import { AdRules } from "./ad-rules.ts";

const Coordinate = z.tuple([z.number(), z.number()]).rest(z.number());
const position = { x: z.number(), y: z.number() };
const Ring = z.array(Coordinate).min(3);

const Forbidden = z
  .object({
    id: z.string(),
    x: z.number().optional(),
    y: z.number().optional(),
    /** Metres, whatever the coordinates are in. */
    r: z.number().min(0).optional(),
    polygon: Ring.optional(),
  })
  .refine(
    ({ x, y, r, polygon }) => polygon !== undefined || [x, y, r].every((n) => n !== undefined),
    "needs x, y, r or a polygon",
  );

/** What kind it is, for rules by kind, and where it stands if that is known. */
const board = {
  id: z.string(),
  kind: z.string().max(60).nullish(),
  x: z.number().optional(),
  y: z.number().optional(),
};

export const AdHoarding = z.object({
  ...board,
  length: z.number().positive(),
  height: z.number().positive(),
  psaArea: z.number().min(0),
  minShare: z.number().min(0).max(1),
});
export type AdHoarding = z.infer<typeof AdHoarding>;

export const AdScreen = z.object({
  ...board,
  loopSeconds: z.number().positive(),
  psaSeconds: z.number().min(0),
  minShare: z.number().min(0).max(1),
});
export type AdScreen = z.infer<typeof AdScreen>;

export const AdThemes = z.object({
  minShare: z.record(z.string(), z.number().min(0).max(1)),
  newAds: z.number().int().min(0).default(0),
});
export type AdThemes = z.infer<typeof AdThemes>;

export const AdBudget = z.object({
  amount: z.number().min(0),
  /** Worth of an ad by key of the road or id of the area; 1 unless given. */
  weights: z.record(z.string(), z.number().min(0)).default({}),
});
export type AdBudget = z.infer<typeof AdBudget>;

/** All that an audit and a plan need, in metres of a plane or in degrees. */
export const AdInstance = z.object({
  crs: z.enum(["local-m", "EPSG:4326"]),
  segments: z.array(
    z.object({
      id: z.string(),
      name: z.string().nullish(),
      class: z.string(),
      oneway: z.boolean().nullish(),
      coords: z.array(Coordinate).min(2),
    }),
  ),
  ads: z.array(AdProperties.extend(position)).default([]),
  candidates: z.array(AdCandidateProperties.extend(position)).default([]),
  areas: z
    .array(
      z.object({
        id: z.string(),
        kind: z.string().nullish(),
        min: z.number().int().min(0),
        polygon: Ring,
      }),
    )
    .default([]),
  forbidden: z.array(Forbidden).default([]),
  /** Places that only audited rules ask of: points, and outlines as far as those ask of them. */
  places: z
    .array(
      z.object({
        id: z.string(),
        kind: z.string(),
        name: z.string().nullish(),
        x: z.number().optional(),
        y: z.number().optional(),
        polygon: Ring.optional(),
      }),
    )
    .nullish(),
  rules: AdRules,
  budget: AdBudget.nullish(),
  hoardings: z.array(AdHoarding).nullish(),
  screens: z.array(AdScreen).nullish(),
  themes: AdThemes.nullish(),
});
export type AdInstance = z.infer<typeof AdInstance>;
