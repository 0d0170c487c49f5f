import { z } from "zod";
import { publicStages, publicStepNames } from "../public-report.ts";
import { Instant, Position } from "./geojson.ts";
import { PhotoFiles, ProblemFeature } from "./problems.ts";

/** A report by anybody. A place is needed, on the map or in words. */
export const PublicReportBody = z
  .strictObject({
    clientId: z.string().min(16).max(80).meta({ description: "Drawn at random; opens the answer" }),
    category: z.string().max(20),
    position: Position.nullish(),
    address: z.string().max(300).optional(),
    description: z.string().max(1000).optional(),
    photos: PhotoFiles.optional(),
  })
  .refine(({ position, address }) => position != null || (address ?? "").trim() !== "", {
    path: ["position"],
    message: "a position or an address expected",
  });
export type PublicReportBody = z.infer<typeof PublicReportBody>;

/** What a reporter asks for the progress with. */
export const ReportTrack = z.object({
  code: z.string(),
  trackUrl: z.string().meta({ description: "Page that shows the progress" }),
});
export type ReportTrack = z.infer<typeof ReportTrack>;

export const PublicReportMade = ReportTrack.extend({
  number: z.string().meta({ description: "Id of the problem" }),
});
export type PublicReportMade = z.infer<typeof PublicReportMade>;

/** A report of an account, as it was taken. */
export const NewProblemMade = ProblemFeature.extend({ track: ReportTrack });
export type NewProblemMade = z.infer<typeof NewProblemMade>;

export const PublicReport = z.object({
  number: z.string(),
  category: z.string().meta({ description: "Its name" }),
  reportedAt: Instant,
  place: z.string().nullable(),
  stage: z.enum(publicStages),
  isMerged: z.boolean().meta({ description: "Another report of the same stands for it" }),
  reason: z.string().nullable().meta({ description: "Why it was not accepted" }),
  dueAt: Instant.nullable(),
  steps: z.array(
    z.object({ at: Instant, name: z.enum(publicStepNames), unit: z.string().nullable() }),
  ),
  photos: z.array(z.string()).meta({ description: "Of how it is now, once it is closed" }),
  answerUntil: Instant.nullable().meta({ description: "Null: nothing is asked" }),
  answer: z.object({ isSatisfied: z.boolean(), at: Instant }).nullable(),
});
export type PublicReport = z.infer<typeof PublicReport>;

export const PublicAnswerBody = z.strictObject({
  code: z.string().max(40),
  isSatisfied: z.boolean(),
  comment: z.string().max(500).optional(),
});
export type PublicAnswerBody = z.infer<typeof PublicAnswerBody>;

export const PublicPlace = z.object({
  isInside: z.boolean().meta({ description: "Of the city" }),
  zone: z.string().nullable(),
  community: z.string().nullable(),
  road: z.string().nullable().meta({ description: "Named, within reach" }),
});
export type PublicPlace = z.infer<typeof PublicPlace>;

const Near = z.object({
  count: z.number().int(),
  radiusM: z.number(),
});

/** Open reports of the same kind about the same spot; of the nearest no more than this. */
export const PublicNear = Near.extend({
  nearest: z
    .object({ category: z.string(), days: z.number().int(), distanceM: z.number() })
    .nullable(),
});
export type PublicNear = z.infer<typeof PublicNear>;

export const ProblemsNear = Near.extend({
  problems: z.array(z.object({ distanceM: z.number(), feature: ProblemFeature })),
});
export type ProblemsNear = z.infer<typeof ProblemsNear>;
