import { z } from "zod";
import { DAY_MS, HOUR_MS } from "../time.ts";

export const RecurrenceSettings = z.object({
  /** Origin of the local plane. Where a pack gives none, the middle of its bounds is taken once and stored. */
  planeOrigin: z.tuple([z.number(), z.number()]).optional(),
  /** First day the reports cover; the history of a place cannot be longer. Absent: the first report's day, stored. */
  historyStart: z.string().optional(),
  halfLifeDays: z.number().positive().default(90),
  windowDays: z.number().positive().default(365),
  staleDays: z.number().positive().default(180),
  relapseDays: z.number().positive().default(90),
  quickDays: z.number().positive().default(7),
  radiusM: z.number().positive().default(30),
  graceHours: z.number().nonnegative().default(24),
  /** Bandwidth of the heat's kernel, metres. */
  kernelM: z.number().min(20).max(2000).default(150),
  /** A coordinate shared by this many different addresses is a stack: a geocoder's default, not a place. */
  stackAddresses: z.number().int().min(2).default(15),
  class: z
    .object({
      recentDays: z.number().positive().default(90),
      quietMinDays: z.number().positive().default(60),
      quietP: z.number().positive().max(1).default(0.05),
      trendZ: z.number().default(1.2815515655446),
      trendMinK: z.number().int().min(2).default(4),
      binDays: z.number().positive().default(30),
      bins: z.number().int().positive().default(6),
      persistentMinBins: z.number().int().positive().default(3),
      persistentMinRecent: z.number().int().nonnegative().default(1),
      trendMinRecent: z.number().int().nonnegative().default(2),
      resolvedMinK: z.number().int().positive().default(2),
    })
    .prefault({}),
  /** From which probability a place is said to be worse than its category. */
  confidence: z
    .object({
      high: z.number().min(0).max(1).default(0.95),
      medium: z.number().min(0).max(1).default(0.8),
    })
    .prefault({}),
  /** When a place is put before a person as one to summon somebody for. Never more than a suggestion. */
  summons: z
    .object({
      minConfidence: z.number().min(0).max(1).default(0.95),
      minRecent: z.number().int().nonnegative().default(3),
      newMinK: z.number().int().positive().default(3),
    })
    .prefault({}),
  /** Emerging hot spots: areas, for planners and the command centre. */
  hotSpots: z
    .object({
      cellM: z.number().min(500).default(500),
      stepDays: z.number().positive().default(30),
      minSteps: z.number().int().min(10).default(10),
      maxSteps: z.number().int().min(10).max(120).default(24),
      timeLag: z.number().int().nonnegative().default(1),
      alphaBin: z.number().positive().max(1).default(0.05),
      alphaTrend: z.number().positive().max(1).default(0.05),
    })
    .prefault({}),
  /** Categories with fewer places share a prior. */
  priorMinPlaces: z.number().int().positive().default(30),
});
export type RecurrenceSettings = z.infer<typeof RecurrenceSettings>;

/** What the episodes of one category are cut with; durations in milliseconds. */
export type EpisodeRules = {
  readonly graceMs: number;
  readonly staleMs: number;
  readonly windowMs: number;
};

export function episodeRules(
  settings: RecurrenceSettings,
  graceHours: number | undefined,
): EpisodeRules {
  return {
    graceMs: (graceHours ?? settings.graceHours) * HOUR_MS,
    staleMs: settings.staleDays * DAY_MS,
    windowMs: windowMsOf(settings),
  };
}

/** W in milliseconds. */
export function windowMsOf({ windowDays }: Pick<RecurrenceSettings, "windowDays">): number {
  return windowDays * DAY_MS;
}
