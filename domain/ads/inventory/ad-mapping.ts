import { z } from "zod";
import { columnName } from "../../imports/foreign-record.ts";
import { PositionFrom } from "../../problem-mapping.ts";
import { adStates } from "../ad.ts";

/** What a column of a foreign table may be, position apart. */
export const adColumns = [
  "id",
  "carrier",
  "theme",
  "state",
  "facing",
  "repairCost",
  "unitId",
  "photo",
  "note",
] as const;
export type AdColumn = (typeof adColumns)[number];

const Column = z.string().min(1).max(200);
const Words = z
  .record(z.string().min(1).max(200), z.string().min(1).max(60))
  .refine((words) => Object.keys(words).length <= 500, { message: "at most 500 words" });

/** How the columns of a foreign table become an ad. */
export const AdMapping = z.strictObject({
  columns: z.partialRecord(z.enum(adColumns), Column),
  position: PositionFrom,
  /** What words of this file stand for, before the words that are known everywhere. */
  values: z
    .strictObject({
      carrier: Words.optional(),
      theme: Words.optional(),
      state: z.record(z.string().min(1).max(200), z.enum(adStates)).optional(),
    })
    .default({}),
  /** Taken where a row says nothing of its state; null: such a row is left out. */
  stateOtherwise: z.enum(adStates).nullable().default(null),
});
export type AdMapping = z.infer<typeof AdMapping>;

/** Every column that a mapping reads, in the form of `columnName`. */
export function columnsOfMapping({ columns, position }: AdMapping): ReadonlySet<string> {
  const placed =
    position === "geometry"
      ? []
      : "wkt" in position
        ? [position.wkt]
        : "text" in position
          ? [position.text]
          : [position.lng, position.lat];
  return new Set([...Object.values(columns), ...placed].map(columnName));
}
