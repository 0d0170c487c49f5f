import { z } from "zod";

export const CalendarCounts = z.object({
  total: z.number().int(),
  weekdayHour: z
    .array(z.array(z.number().int()).length(24))
    .length(7)
    .meta({ description: "[weekday][hour] of the city's clock, Monday first" }),
  months: z
    .array(z.object({ month: z.string(), count: z.number().int() }))
    .meta({ description: "YYYY-MM, in order, without gaps" }),
});
export type CalendarCounts = z.infer<typeof CalendarCounts>;

export const Calendar = z.object({
  reported: CalendarCounts.meta({ description: "Reports that pass the filter" }),
  returned: CalendarCounts.meta({ description: "Recurrences that pass, of all history up to T" }),
});
export type Calendar = z.infer<typeof Calendar>;
