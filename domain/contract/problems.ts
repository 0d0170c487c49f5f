import { z } from "zod";
import { Photo, problemStates } from "../problem.ts";
import { featureCollectionOf, featureOf, Instant, PointGeometry, Position } from "./geojson.ts";

export const NamedRef = z.object({ id: z.string(), name: z.string() });
export type NamedRef = z.infer<typeof NamedRef>;

export const ProblemBody = z.object({
  id: z.string(),
  category: z.string(),
  source: z.string(),
  /** As of T. */
  status: z.enum(["open", "closed"]),
  isOverdue: z.boolean(),
  /** As stored. */
  state: z.enum(problemStates),
  reportedAt: Instant,
  dueAt: Instant.nullable(),
  closedAt: Instant.nullable().meta({ description: "The closing that stands as of T" }),
  closings: z.array(z.object({ closedAt: Instant, reopenedAt: Instant.nullable() })),
  description: z.string(),
  address: z.string().nullable(),
  assetId: z.string().nullable(),
  isHardDeduction: z.boolean(),
  assignedUnitId: z.string().nullable(),
  photos: z.array(Photo),
  zone: NamedRef.nullable(),
  community: NamedRef.nullable(),
  placeId: z.number().int().nullable().meta({ description: "Place of recurrence, if it has one" }),
  version: z.number().int().meta({ description: "What If-Match is checked against" }),
});
export type ProblemBody = z.infer<typeof ProblemBody>;

export const ProblemFeature = featureOf(PointGeometry.nullable(), ProblemBody);
export type ProblemFeature = z.infer<typeof ProblemFeature>;

export const ProblemPage = featureCollectionOf(ProblemFeature).extend({
  total: z.number().int(),
  nextCursor: z.string().nullable(),
});
export type ProblemPage = z.infer<typeof ProblemPage>;

const Counts = z.record(z.string(), z.number().int());

export const ProblemCount = z.object({
  total: z.number().int(),
  byStatus: z.object({
    open: z.number().int(),
    overdue: z.number().int(),
    closed: z.number().int(),
  }),
  byCategory: Counts.meta({
    description: "By the category of the report itself; a node's subtree is their sum",
  }),
  bySource: Counts,
  byState: Counts.meta({ description: "By stage of handling as it is now" }),
  unplaced: z.number().int().meta({ description: "Without a position: not in total" }),
  dropped: z.object({ withdrawn: z.number().int(), rejected: z.number().int() }),
});
export type ProblemCount = z.infer<typeof ProblemCount>;

export const ClusterProperties = z.object({
  cluster: z.boolean(),
  point_count: z.number().int(),
  open: z.number().int(),
  overdue: z.number().int(),
  closed: z.number().int(),
  categories: Counts.meta({ description: "By top-level class" }),
  bbox: z.tuple([z.number(), z.number(), z.number(), z.number()]).optional(),
  id: z.string().optional().meta({ description: "Of a single problem" }),
  category: z.string().optional(),
});

export const ClusterBlock = featureCollectionOf(featureOf(PointGeometry, ClusterProperties));
export type ClusterBlock = z.infer<typeof ClusterBlock>;
export type ClusterFeature = ClusterBlock["features"][number];

export const ProblemTrend = z.object({
  from: z.string().meta({ description: "First day, YYYY-MM-DD" }),
  reported: z.array(z.number().int()).meta({ description: "Per day of the city" }),
  closed: z.array(z.number().int()),
  open: z.array(z.number().int()).meta({ description: "Open at the end of each day" }),
});
export type ProblemTrend = z.infer<typeof ProblemTrend>;

/** Files of pictures that were uploaded before. */
export const PhotoFiles = z.array(z.string().max(40)).max(6);

export const NewProblemBody = z.strictObject({
  clientId: z.string().min(1).max(100),
  category: z.string().max(20),
  position: Position.nullish(),
  source: z.string().max(40),
  description: z.string().max(4000).optional(),
  reportedAt: z.string().max(40).optional(),
  address: z.string().max(300).optional(),
  assetId: z.string().max(100).optional(),
  photos: PhotoFiles.optional(),
});
export type NewProblemBody = z.infer<typeof NewProblemBody>;

const at = z.string().max(40).optional();
const reason = z.string().max(500).optional();

export const ProblemAction = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("close"), at, reason }),
  z.strictObject({ action: z.literal("reopen"), at, reason }),
  z.strictObject({ action: z.literal("reassign"), at, unitId: z.string().max(100), reason }),
  z.strictObject({ action: z.literal("withdraw"), at, reason }),
  z.strictObject({ action: z.literal("recategorise"), at, category: z.string().max(20), reason }),
  z.strictObject({ action: z.literal("relocate"), at, position: Position, reason }),
]);
export type ProblemAction = z.infer<typeof ProblemAction>;

export const ProblemHistory = z.object({
  entries: z.array(
    z.object({
      at: Instant,
      actor: z.string(),
      action: z.string(),
      before: z.unknown(),
      after: z.unknown(),
    }),
  ),
});
export type ProblemHistory = z.infer<typeof ProblemHistory>;
