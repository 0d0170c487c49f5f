import { z } from "zod";
import { dutyRoles } from "../duty.ts";
import { Photo } from "../problem.ts";
import { confidenceLevels } from "../recurrence/confidence-level.ts";
import { reportRoles } from "../recurrence/episodes.ts";
import { placeClasses } from "../recurrence/place-class.ts";
import { summonsDecisions } from "../summons.ts";
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

/** Who answered for a place, in short. */
export const Answering = z.object({
  role: z.enum(dutyRoles),
  person: z.string().nullable(),
  unit: z.string().nullable().meta({ description: "Unit id" }),
  unitName: z.string().nullable(),
});
export type Answering = z.infer<typeof Answering>;

export const Relapse = z.object({
  x: z.number().int().meta({ description: "Closings that did not hold" }),
  n: z.number().int().meta({ description: "Closings with enough follow-up" }),
  low: z.number().nullable().meta({ description: "Wilson 95 %; null without closings" }),
  high: z.number().nullable(),
});
export type Relapse = z.infer<typeof Relapse>;

export const RecurrencePlace = z.object({
  id: z.number().int(),
  position: Position,
  radiusM: z.number(),
  category: z.string(),
  address: z.string().nullable().meta({ description: "Of its newest report that counts" }),
  k: z.number().int().meta({ description: "Recurrences that pass the filter" }),
  S: z.number().meta({ description: "The same, discounted" }),
  rate30: z.number().meta({ description: "The same, per 30 days" }),
  lambda30: z.number().meta({ description: "The place's own rate, per 30 quiet days" }),
  confidence: z.number().meta({ description: "P(its rate > its category's mean)" }),
  confidenceLevel: z.enum(confidenceLevels),
  class: z.enum(placeClasses),
  relapse: Relapse,
  ownK: z.number().int().meta({ description: "Recurrences in the window, whatever the filter" }),
  quick: z.number().int().meta({ description: "Of those, quick rebounds" }),
  recent: z.number().int().meta({ description: "Of those, in the recent days of the classes" }),
  quietDays: z.number().meta({ description: "Since the last closing and its grace; 0 while open" }),
  density: z.number().meta({ description: "Kernel density at its anchor, per 30 days and km²" }),
  isOpen: z.boolean(),
  isStale: z.boolean().meta({ description: "Never closed, and too old to be taken as open" }),
  isSuggested: z.boolean().meta({ description: "Meets the rule for a suggestion to summon" }),
  lastAt: Instant.nullable().meta({ description: "The last recurrence in the window" }),
  zone: z.string().nullable(),
  duties: z.array(Answering).meta({ description: "As of T, nearest first" }),
});
export type RecurrencePlace = z.infer<typeof RecurrencePlace>;

export const RecurrencePlaces = z.object({
  total: z.number().int(),
  places: z.array(RecurrencePlace).meta({ description: "Highest λ30 first" }),
});
export type RecurrencePlaces = z.infer<typeof RecurrencePlaces>;

export const PlaceEpisode = z.object({
  start: Instant,
  end: Instant.nullable().meta({ description: "Null while it is open as of T" }),
  isEndAssumed: z.boolean().meta({ description: "Never closed; taken as ended for its age" }),
  isRecurrence: z.boolean(),
  isQuick: z.boolean().meta({ description: "A quick rebound" }),
  gapDays: z.number().nullable().meta({ description: "Days since the episode before ended" }),
  duties: z.array(Answering).meta({ description: "Who answered on the day it began" }),
  reports: z.array(
    z.object({
      id: z.string(),
      role: z.enum(reportRoles).meta({ description: "recurrence: a return" }),
      reportedAt: Instant,
      closedAt: Instant.nullable(),
      source: z.string(),
      photos: z.array(Photo),
    }),
  ),
});
export type PlaceEpisode = z.infer<typeof PlaceEpisode>;

export const SummonsDecision = z.object({
  decision: z.enum(summonsDecisions),
  reason: z.string(),
  actor: z.string(),
  decidedAt: Instant,
  k: z.number().int().meta({ description: "Recurrences in the window on that day" }),
});
export type SummonsDecision = z.infer<typeof SummonsDecision>;

export const PlaceEvidence = RecurrencePlace.extend({
  graceHours: z.number(),
  episodes: z.array(PlaceEpisode).meta({ description: "Oldest first, as known at asOf" }),
  decisions: z.array(SummonsDecision).meta({ description: "Oldest first, up to asOf" }),
});
export type PlaceEvidence = z.infer<typeof PlaceEvidence>;

export const Suggestion = RecurrencePlace.extend({
  decision: SummonsDecision.nullable().meta({
    description: "The last one; null when none was made since the last recurrence",
  }),
});
export type Suggestion = z.infer<typeof Suggestion>;

export const Suggestions = z.object({
  total: z.number().int(),
  suggestions: z.array(Suggestion).meta({ description: "Highest λ30 first" }),
});
export type Suggestions = z.infer<typeof Suggestions>;

/** A coordinate that the location gate holds reports back at. */
export const ListedPosition = z.object({
  position: Position,
  reports: z.number().int(),
  addresses: z.number().int(),
  since: Instant,
});

const Sums = z.object({
  places: z.number().int(),
  k: z.number().int().meta({ description: "Recurrences that pass the filter" }),
});

/** Recurrence under a filter in numbers, with what keeps a score honest. */
export const RecurrenceSummary = z.object({
  asOf: Instant,
  historyStart: z.string(),
  isFirstYear: z.boolean().meta({ description: "History is shorter than the window" }),
  total: Sums,
  byClass: z.array(Sums.extend({ class: z.enum(placeClasses) })),
  byCategory: z.array(Sums.extend({ category: z.string() })).meta({ description: "Classes" }),
  byZone: z.array(Sums.extend({ zone: z.string() })),
  byLead: z.array(Sums.extend({ person: z.string() })).meta({
    description: "Zone leads on the day of each return; a return with two leads counts for both",
  }),
  relapse: Relapse.meta({ description: "Over the places counted" }),
  openPlaces: z.number().int(),
  stalePlaces: z.number().int(),
  openProblems: z.number().int(),
  staleProblems: z.number().int().meta({ description: "Open for longer than staleDays" }),
  suggestions: z.number().int(),
  dropped: z.object({
    withdrawn: z.number().int(),
    rejected: z.number().int(),
    unplaced: z.number().int().meta({ description: "Without a position" }),
    badPosition: z.number().int().meta({ description: "On a coordinate that is no place" }),
    positions: z.array(ListedPosition),
    proposed: z
      .array(
        z.object({ position: Position, reports: z.number().int(), addresses: z.number().int() }),
      )
      .meta({ description: "Found at night; on the list once a person confirms them" }),
  }),
});
export type RecurrenceSummary = z.infer<typeof RecurrenceSummary>;

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
  reported: HeatScale.extend({ bandwidthM: z.number() }),
});
export type RecurrenceLegend = z.infer<typeof RecurrenceLegend>;

/** Everything that the measure depends on, as it is set and fitted. */
export const RecurrenceParameters = z.object({
  settings: z.record(z.string(), z.unknown()).meta({ description: "settings.recurrence" }),
  fittedAt: Instant.nullable(),
  categories: z.array(
    z.object({
      category: z.string(),
      radiusM: z.number(),
      graceHours: z.number(),
      alpha: z.number(),
      betaDays: z.number(),
      mean30: z.number().meta({ description: "Mean recurrences in 30 quiet days" }),
      places: z.number().int(),
      recurrences: z.number().int(),
      prior: z.enum(["given", "fitted", "pooled"]),
    }),
  ),
});
export type RecurrenceParameters = z.infer<typeof RecurrenceParameters>;
