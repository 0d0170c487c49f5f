import { z } from "zod";
import { dutyRoles } from "../duty.ts";
import { FilterQuery } from "./filter-query.ts";
import { featureCollectionOf, featureOf, LineGeometry } from "./geojson.ts";

const Answered = z.object({
  total: z.number().int().meta({ description: "Reports of days on which they answered" }),
  open: z.number().int().meta({ description: "Of these, open; overdue is part of it" }),
  overdue: z.number().int(),
  recurrences: z.number().int().meta({ description: "Returns in the window of the measure" }),
});
export type Answered = z.infer<typeof Answered>;

const MatrixUnit = z.object({
  unitId: z.string().meta({ description: "As line= or block= of the filter takes it" }),
  name: z.string().nullable().meta({ description: "null: the remainder, which no unit held" }),
  holdsNow: z.boolean().meta({ description: "Whether the unit still holds the role at asOf" }),
  counts: Answered,
});
export type MatrixUnit = z.infer<typeof MatrixUnit>;

export const DutyMatrixBody = z.object({
  lines: z.array(MatrixUnit).meta({ description: "条, the remainder last; counts of each line" }),
  blocks: z.array(MatrixUnit).meta({ description: "块, the remainder last; counts of each block" }),
  cells: z
    .array(Answered.extend({ line: z.string(), block: z.string() }))
    .meta({ description: "Every pair, line by line; the count under the filter with both" }),
  total: Answered.meta({ description: "Under the filter without line and block, each once" }),
  shared: z.number().int().meta({
    description: "Reports in more than one cell, as two units shared a line or a block that day",
  }),
});
export type DutyMatrixBody = z.infer<typeof DutyMatrixBody>;

export const HoldersQuery = FilterQuery.extend({
  role: z.enum(dutyRoles).optional().meta({ description: "Whose holders at asOf; zone-lead" }),
});

const HolderBody = Answered.extend({
  person: z.string().nullable().meta({ description: "null: a unit without a named person" }),
  unitId: z.string().nullable(),
  unitName: z.string().nullable(),
  scopes: z.number().int().meta({ description: "Duties held in this role at asOf" }),
});
export type HolderBody = z.infer<typeof HolderBody>;

export const HolderList = z.object({
  role: z.enum(dutyRoles),
  holders: z.array(HolderBody).meta({
    description: "Most open first. Counts are those under the filter with this person or unit",
  }),
});
export type HolderList = z.infer<typeof HolderList>;

export const UnheldSections = featureCollectionOf(
  featureOf(LineGeometry, z.object({ id: z.string(), name: z.string().nullable() })),
);
export type UnheldSections = z.infer<typeof UnheldSections>;
