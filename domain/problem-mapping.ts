import { z } from "zod";
import { ProblemCategory } from "./category.ts";
import { timeFormatProblem } from "./imports/time-reading.ts";
import { problemStates } from "./problem.ts";
import { datums } from "./spatial/datum.ts";
import { cityClock } from "./time.ts";

const Column = z.string().min(1);

/**
 * Where the text of a field comes from: a column by its name, a constant, a template such as
 * `{街道}-{编号}`, or the first of several columns that has something. A template of nothing but blank
 * columns is blank.
 */
export const TextFrom = z.union([
  Column,
  z.strictObject({ column: Column }),
  z.strictObject({ constant: z.string() }),
  z.strictObject({ template: z.string().min(1) }),
  z.strictObject({ firstOf: z.array(Column).min(1) }),
]);
export type TextFrom = z.infer<typeof TextFrom>;

const TimeFormat = z
  .string()
  .min(1)
  .superRefine((format, context) => {
    const problem = timeFormatProblem(format);
    if (problem) context.addIssue({ code: "custom", message: problem });
  });

const Timezone = z.string().refine((zone) => {
  try {
    return cityClock(zone).timezone === zone;
  } catch {
    return false;
  }
}, "not an IANA time zone, e.g. Asia/Shanghai");

const timeOptions = {
  /**
   * `iso`, `epoch-s`, `epoch-ms`, `excel` or a pattern of `datePattern`; a list is tried in order.
   */
  format: z.union([TimeFormat, z.array(TimeFormat)]).optional(),
  /** For times without offset; absent: the mapping's, else the pack's. */
  timezone: Timezone.optional(),
};

export const TimeFrom = z.union([
  Column,
  z.strictObject({ column: Column, ...timeOptions }),
  z.strictObject({ template: z.string().min(1), ...timeOptions }),
]);
export type TimeFrom = z.infer<typeof TimeFrom>;

/**
 * `values` is looked up first, trimmed and then without regard to case; then a code or name of the
 * pack itself; then `*`.
 */
function codedFrom<T extends z.ZodType<string>>(Code: T) {
  return z.union([
    Column,
    z.strictObject({ constant: Code }),
    z.strictObject({ column: Column, values: z.record(z.string(), Code).optional() }),
    z.strictObject({ template: z.string().min(1), values: z.record(z.string(), Code).optional() }),
  ]);
}

const Coded = codedFrom(z.string());
export type CodedFrom = z.infer<typeof Coded>;

export const PositionFrom = z.union([
  z.literal("geometry"),
  z.strictObject({ lng: Column, lat: Column }),
  z.strictObject({ text: Column, order: z.enum(["lng-lat", "lat-lng"]) }),
  z.strictObject({ wkt: Column }),
]);
export type PositionFrom = z.infer<typeof PositionFrom>;

/**
 * A list of closings in one column, as JSON text (`closings` and `photos` of a pack's own file), or
 * built from columns.
 */
const JsonColumn = z.strictObject({ json: Column });

export const ProblemMapping = z.strictObject({
  name: z.string().optional(),
  about: z.string().optional(),
  /** How the table is laid out; what is absent is found out. `headerRow` counts from 1. */
  file: z
    .strictObject({
      headerRow: z.number().int().min(1).optional(),
      sheet: z.string().optional(),
      separator: z.enum([",", ";", "\t"]).optional(),
      encoding: z.string().optional(),
      /** An apostrophe before = + - @ in a CSV is no part of the text, see `guardCell`. */
      isGuarded: z.boolean().optional(),
    })
    .default({}),
  /** Texts that mean "nothing here", in any column. */
  blanks: z.array(z.string()).default(["NULL", "null", "N/A", "NaN", "nan", "-", "—", "\\N"]),
  datum: z.enum(datums).optional(),
  timezone: Timezone.optional(),
  timeFormat: z.union([TimeFormat, z.array(TimeFormat)]).optional(),
  /** With `hashOf` rows that agree in those columns are one record, whatever line they stand in. */
  id: z.union([
    TextFrom,
    z.strictObject({ hashOf: z.array(Column).min(1), prefix: z.string().max(40).default("") }),
  ]),
  category: Coded,
  /** Tried in order; the first that is not blank counts. Absent: the geometry. */
  position: z.union([PositionFrom, z.array(PositionFrom).min(1)]).default("geometry"),
  reportedAt: TimeFrom,
  dueAt: TimeFrom.optional(),
  closedAt: TimeFrom.optional(),
  closings: z
    .union([
      JsonColumn,
      z.array(z.strictObject({ closedAt: TimeFrom, reopenedAt: TimeFrom.optional() })).min(1),
    ])
    .optional(),
  source: Coded,
  state: codedFrom(z.enum(problemStates)).optional(),
  description: TextFrom.optional(),
  address: TextFrom.optional(),
  assetId: TextFrom.optional(),
  unitId: TextFrom.optional(),
  /** True for 是, 1, y, yes, true and the `values` given. */
  isHardDeduction: z
    .strictObject({ column: Column, values: z.array(z.string()).default([]) })
    .optional(),
  photos: z
    .union([
      JsonColumn,
      z
        .array(
          z.strictObject({
            column: Column,
            kind: z.enum(["before", "after"]),
            separator: z.string().min(1).default(";"),
          }),
        )
        .min(1),
    ])
    .optional(),
  /** Definitions the pack gets where it lacks the code. */
  categories: z.array(ProblemCategory).default([]),
  sources: z
    .array(
      z.strictObject({
        code: z.string().regex(/^[a-z0-9-]{1,30}$/),
        name: z.string().min(1).max(30),
      }),
    )
    .default([]),
});
export type ProblemMapping = z.infer<typeof ProblemMapping>;

/**
 * Reads a pack's own problems file: the names of `ProblemProperties`, position as geometry or as
 * `lng` and `lat`.
 */
export const ownProblemMapping: ProblemMapping = ProblemMapping.parse({
  file: { isGuarded: true },
  id: "id",
  category: "category",
  position: ["geometry", { lng: "lng", lat: "lat" }],
  reportedAt: "reportedAt",
  dueAt: "dueAt",
  closedAt: "closedAt",
  closings: { json: "closings" },
  source: "source",
  state: "status",
  description: "description",
  address: "address",
  assetId: "assetId",
  unitId: "unitId",
  isHardDeduction: { column: "isHardDeduction" },
  photos: { json: "photos" },
  blanks: [],
});
