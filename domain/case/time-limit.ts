import { z } from "zod";

/** 紧急工时 (every hour counts), 工作时, 工作日, 自然日. */
export const limitUnits = ["urgent-hour", "work-hour", "work-day", "natural-day"] as const;
export type LimitUnit = (typeof limitUnits)[number];

/** How long may be taken. Hours may be fractions, days are whole. */
export const TimeLimit = z
  .strictObject({
    value: z
      .number()
      .positive()
      .max(24 * 366),
    unit: z.enum(limitUnits),
  })
  .refine(({ value, unit }) => unit.endsWith("hour") || (Number.isInteger(value) && value <= 366), {
    message: "days are whole, 366 at most",
    path: ["value"],
  });
export type TimeLimit = z.infer<typeof TimeLimit>;

/** Whether time outside work hours does not count. */
export function countsWorkTime(limit: TimeLimit | null): boolean {
  return limit !== null && (limit.unit === "work-hour" || limit.unit === "work-day");
}
