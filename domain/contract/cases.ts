import { z } from "zod";
import { accountRoles } from "../account.ts";
import { actNeeds, caseActs, visitOutcomes } from "../case/case-acts.ts";
import { caseRates } from "../case/case-rates.ts";
import { caseRefusals } from "../case/case-refusal.ts";
import { TimeLimit } from "../case/time-limit.ts";
import { Photo, problemStates } from "../problem.ts";
import { Instant } from "./geojson.ts";
import { NamedRef, PhotoFiles, ProblemFeature } from "./problems.ts";

const State = z.enum(problemStates);

export const CaseStepBody = z.object({
  id: z.string(),
  act: z.enum(caseActs),
  from: State,
  to: State,
  at: Instant,
  actorName: z.string(),
  role: z.enum(accountRoles),
  actorUnit: NamedRef.nullable(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  photos: z.array(Photo),
  unit: NamedRef.nullable().meta({ description: "The unit that it was dispatched to" }),
  orderNumber: z.string().nullable(),
  requestedUntil: Instant.nullable(),
  dueAt: Instant.nullable().meta({ description: "The deadline that runs after the step" }),
  mergedInto: z.string().nullable(),
  visitId: z.string().nullable(),
  visitAt: Instant.nullable(),
  outcome: z.enum(visitOutcomes).nullable(),
  followUpId: z.string().nullable(),
});
export type CaseStepBody = z.infer<typeof CaseStepBody>;

export const CaseBody = z.object({
  id: z.string(),
  version: z.number().int(),
  state: State,
  unit: NamedRef.nullable().meta({ description: "The unit that holds it" }),
  dutyUnit: NamedRef.nullable().meta({ description: "The unit that duties name for the spot" }),
  orderNumber: z.string().nullable(),
  limit: TimeLimit.nullable(),
  dueAt: Instant.nullable().meta({ description: "Null while the clock is stopped" }),
  deadline: Instant.nullable().meta({ description: "The last that ran" }),
  isClockStopped: z.boolean(),
  remainingMs: z.number().nullable().meta({
    description: "Work time left where the limit counts it, else time on the wall; negative: over",
  }),
  countsWorkTime: z.boolean(),
  isOverdue: z.boolean(),
  isHardDeduction: z.boolean(),
  isUnverified: z.boolean().meta({ description: "Closed, and nobody verified it" }),
  reworks: z.number().int(),
  pendingRequest: z
    .object({
      kind: z.enum(["extension", "suspension"]),
      at: Instant,
      until: Instant.nullable(),
      reason: z.string().nullable(),
    })
    .nullable(),
  mergedInto: z.string().nullable(),
  merged: z.array(z.string()).meta({ description: "Reports that were merged into this one" }),
  visits: z.array(
    z.object({
      id: z.string(),
      visitAt: Instant.nullable(),
      recordedAt: Instant.nullable(),
      outcome: z.enum(visitOutcomes).nullable(),
      followUpId: z.string().nullable(),
    }),
  ),
  isSatisfied: z
    .boolean()
    .nullable()
    .meta({ description: "What the reporter says; null: nothing" }),
  steps: z.array(CaseStepBody),
  allowed: z
    .array(z.object({ act: z.enum(caseActs), needs: z.array(z.enum(actNeeds)) }))
    .meta({ description: "What the account may do now, with what it has to give" }),
});
export type CaseBody = z.infer<typeof CaseBody>;

const When = z.string().max(40);

const given = {
  act: z.enum(caseActs),
  reason: z.string().max(500).optional(),
  note: z.string().max(2000).optional(),
  photos: PhotoFiles.optional(),
  unitId: z.string().max(100).optional(),
  dueAt: When.optional(),
  until: When.optional(),
  amount: TimeLimit.optional(),
  closedAt: When.optional(),
  mergedInto: z.string().max(100).optional(),
  visitId: z.string().max(60).optional(),
  visitAt: When.optional(),
  outcome: z.enum(visitOutcomes).optional(),
};

export const CaseActBody = z.strictObject(given);
export type CaseActBody = z.infer<typeof CaseActBody>;

/** The same act on many, or what would become of it. */
export const CaseActsBody = z.strictObject({
  ...given,
  ids: z.array(z.string().min(1).max(100)).min(1).max(500),
  preview: z.boolean().default(false),
});
export type CaseActsBody = z.infer<typeof CaseActsBody>;

export const CaseActsDone = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      refusal: z.enum([...caseRefusals, "not-found", "stale-version"]).nullable(),
      message: z.string().nullable().meta({ description: "The refusal in the reader's language" }),
      state: State.nullable(),
      unit: NamedRef.nullable(),
      dueAt: Instant.nullable(),
      orderNumber: z.string().nullable(),
    }),
  ),
  taken: z.number().int(),
  refused: z.number().int(),
  orders: z.array(z.object({ number: z.string(), unit: NamedRef })),
});
export type CaseActsDone = z.infer<typeof CaseActsDone>;

export const WorkOrderBody = z.object({
  number: z.string(),
  unit: NamedRef,
  issuedAt: Instant,
  issuedBy: z.string(),
  problems: z.number().int(),
  open: z.number().int().meta({ description: "Of them not rectified yet" }),
  overdue: z.number().int(),
  nextDueAt: Instant.nullable(),
});
export type WorkOrderBody = z.infer<typeof WorkOrderBody>;

export const WorkOrderList = z.object({ orders: z.array(WorkOrderBody) });
export type WorkOrderList = z.infer<typeof WorkOrderList>;

export const WorkOrderDetail = WorkOrderBody.extend({ features: z.array(ProblemFeature) });
export type WorkOrderDetail = z.infer<typeof WorkOrderDetail>;

const RateFigures = z.object({
  rates: z.array(
    z.object({
      name: z.enum(caseRates),
      numerator: z.number().int(),
      denominator: z.number().int(),
      value: z.number().nullable().meta({ description: "0 … 1; null: nothing to measure" }),
      label: z.string(),
      formula: z.string(),
    }),
  ),
  unverified: z.number().int().meta({ description: "Closed in the period without a check" }),
  bulkUnverified: z.number().int().meta({
    description: "Of them closed ten or more within a minute by one account",
  }),
});
export type RateFigures = z.infer<typeof RateFigures>;

export const rateGroups = ["zone", "unit"] as const;

export const CaseRates = RateFigures.extend({
  from: Instant,
  to: Instant,
  groups: z.array(RateFigures.extend({ id: z.string(), name: z.string() })).meta({
    description: "With `by`: the same of each zone, or of each unit that it was handed to",
  }),
});
export type CaseRates = z.infer<typeof CaseRates>;

export const PlannedVisits = z.object({
  asOf: Instant,
  visits: z.array(
    z.object({
      id: z.string().meta({ description: "Id of the visit" }),
      visitAt: Instant,
      isDue: z.boolean(),
      feature: ProblemFeature,
      returns: z.number().int().meta({ description: "Times that the place came back" }),
    }),
  ),
});
export type PlannedVisits = z.infer<typeof PlannedVisits>;
