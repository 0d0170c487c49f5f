import { z } from "zod";
import { reportRoles } from "../recurrence/episodes.ts";
import { Instant, Position, Ring } from "./geojson.ts";

export const RecurrenceCells = z.array(
  z.object({
    h3: z.string(),
    rate: z.number().meta({ description: "Recurrences per 30 days and km²" }),
    count: z.number().int(),
    boundary: Ring,
  }),
);
export type RecurrenceCells = z.infer<typeof RecurrenceCells>;

export const RecurrencePlace = z.object({
  id: z.number().int(),
  position: Position,
  radiusM: z.number(),
  category: z.string(),
  k: z.number().int().meta({ description: "Recurrences that pass the filter" }),
  S: z.number(),
  rate30: z.number().meta({ description: "Recurrences per 30 days" }),
  density: z.number().meta({ description: "Kernel density at its anchor, per 30 days and km²" }),
  isOpen: z.boolean(),
  lastAt: Instant.nullable(),
  zone: z.string().nullable(),
});
export type RecurrencePlace = z.infer<typeof RecurrencePlace>;

export const RecurrencePlaces = z.object({
  total: z.number().int(),
  places: z.array(RecurrencePlace),
});
export type RecurrencePlaces = z.infer<typeof RecurrencePlaces>;

export const PlaceEpisode = z.object({
  start: Instant,
  end: Instant.nullable().meta({ description: "Null while it is open as of T" }),
  isEndAssumed: z.boolean().meta({ description: "Never closed; taken as ended for its age" }),
  isRecurrence: z.boolean(),
  gapDays: z.number().nullable().meta({ description: "Quiet days since the episode before" }),
  reports: z.array(
    z.object({
      id: z.string(),
      role: z.enum(reportRoles),
      reportedAt: Instant,
      closedAt: Instant.nullable(),
      source: z.string(),
    }),
  ),
});
export type PlaceEpisode = z.infer<typeof PlaceEpisode>;

export const PlaceEvidence = RecurrencePlace.extend({
  graceHours: z.number(),
  episodes: z.array(PlaceEpisode).meta({ description: "Oldest first, as known at asOf" }),
});
export type PlaceEvidence = z.infer<typeof PlaceEvidence>;

export const HeatScale = z.object({
  unit: z.string(),
  breaks: z.array(z.number()).meta({ description: "Lower edge of each of the six bands" }),
});

export const RecurrenceLegend = z.object({
  unit: z.string(),
  halfLifeDays: z.number(),
  windowDays: z.number(),
  historyStart: z.string(),
  asOf: Instant,
  group: z.string().meta({ description: "Category class the breaks belong to, or all" }),
  kernel: HeatScale.extend({ bandwidthM: z.number() }),
  hexagons: z.array(HeatScale.extend({ resolution: z.number().int() })),
  backlog: HeatScale.extend({ bandwidthM: z.number() }),
});
export type RecurrenceLegend = z.infer<typeof RecurrenceLegend>;
