import { z } from "zod";
import { Instant } from "./geojson.ts";
import { MapAppPositions } from "./my.ts";
import { NamedRef, ProblemFeature } from "./problems.ts";

export const SuggestedVisits = z.object({
  relapseDays: z.number().meta({ description: "Closed within so many days" }),
  suggestions: z.array(
    z.object({
      feature: ProblemFeature,
      lambda30: z.number().nullable().meta({
        description: "Expected recurrences of its place in 30 days; null: it never came back",
      }),
      returns: z.number().int().meta({ description: "Times that the place came back" }),
    }),
  ),
});
export type SuggestedVisits = z.infer<typeof SuggestedVisits>;

/** A problem that a unit has in hand. */
export const CaseInHand = z.object({
  feature: ProblemFeature,
  at: MapAppPositions.nullable(),
  orderNumber: z.string().nullable(),
  remainingMs: z.number().nullable().meta({
    description: "Work time left where the limit counts it, else time on the wall; negative: over",
  }),
  countsWorkTime: z.boolean(),
  isClockStopped: z.boolean(),
  rework: z
    .object({ at: Instant, reason: z.string().nullable(), times: z.number().int() })
    .nullable()
    .meta({ description: "The last check that sent it back, while it is in hand again" }),
  pending: z
    .enum(["extension", "suspension"])
    .nullable()
    .meta({ description: "What it asked for and nobody answered" }),
});
export type CaseInHand = z.infer<typeof CaseInHand>;

export const CasesInHand = z.object({
  asOf: Instant,
  unit: NamedRef,
  counts: z
    .object({
      toDo: z.number().int(),
      dueSoon: z.number().int(),
      overdue: z.number().int(),
      toCheck: z.number().int(),
      suspended: z.number().int(),
    })
    .meta({ description: "Of all that it has in hand; dueSoon and overdue are part of toDo" }),
  dueSoonHours: z.number().int(),
  cases: z.array(CaseInHand).meta({ description: "Most urgent first, to be checked last" }),
});
export type CasesInHand = z.infer<typeof CasesInHand>;
