import { z } from "zod";
import { DutyBody } from "./zones.ts";

export const DutyImport = z.object({
  rows: z.number().int().meta({ description: "Rows that are sound" }),
  added: z.number().int(),
  changed: z.number().int(),
  unchanged: z.number().int(),
  errorCount: z.number().int(),
  errors: z.array(
    z.object({
      row: z.number().int(),
      column: z.string().nullable(),
      value: z.string().nullable(),
      message: z.string(),
    }),
  ),
  changes: z
    .array(z.object({ row: z.number().int(), duty: DutyBody, before: DutyBody.nullable() }))
    .meta({ description: "The first of the new and changed ones; `before` null: new" }),
  revision: z
    .number()
    .int()
    .nullable()
    .meta({ description: "Takes the act back; null where nothing was written" }),
});
export type DutyImport = z.infer<typeof DutyImport>;
