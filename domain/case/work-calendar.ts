import { z } from "zod";

const CalendarDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "a day is YYYY-MM-DD")
  .refine((date) => dateOfDay(dayNumber(date)) === date, "no such day");

const Hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time of day is HH:MM");
const EndHour = z.union([Hour, z.literal("24:00")]);

/** Days from the first to the last, both included. */
const DayRange = z.tuple([CalendarDate, CalendarDate]).refine(([from, to]) => {
  const days = dayNumber(to) - dayNumber(from);
  return days >= 0 && days < 92;
}, "a range runs from its first day to its last, 92 days at most");

/** When the city's offices work: `settings.calendar` of a pack. Times are the city's wall clock. */
export const WorkCalendar = z.object({
  /** Work periods of a work day, in order; none runs past midnight. */
  periods: z
    .array(z.tuple([Hour, EndHour]))
    .min(1)
    .max(8)
    .refine(isInOrder, "periods follow one another and end after they begin")
    .default([
      ["08:30", "12:00"],
      ["14:30", "18:00"],
    ]),
  /** Days of the week without work, 1 Monday to 7 Sunday. */
  weekend: z
    .array(z.number().int().min(1).max(7))
    .refine((days) => new Set(days).size < 7, "one day of the week has to be a work day")
    .default([6, 7]),
  /** 法定节假日及调休放假: no work, whatever the day of the week. */
  holidays: z
    .array(z.union([CalendarDate, DayRange]))
    .max(400)
    .default([]),
  /** 调休上班: work, though the day is at a weekend; stronger than a holiday. */
  makeUpDays: z.array(CalendarDate).max(400).default([]),
  /** Where the holidays come from; printed with the calendar. */
  source: z.string().max(300).default(""),
});
export type WorkCalendar = z.infer<typeof WorkCalendar>;

/** Days since 1970-01-01 of a `YYYY-MM-DD`. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000);
}

/** `YYYY-MM-DD`; an empty text for what is no day. */
export function dateOfDay(day: number): string {
  return Number.isFinite(day) ? new Date(day * 86_400_000).toISOString().slice(0, 10) : "";
}

/** Minutes since midnight of `HH:MM`. */
export function minuteOfDay(hour: string): number {
  return Number(hour.slice(0, 2)) * 60 + Number(hour.slice(3));
}

/** Texts of one width compare as times do. */
function isInOrder(periods: readonly (readonly [string, string])[]): boolean {
  return periods.every(([from, to], i) => from < to && from >= (periods[i - 1]?.[1] ?? ""));
}
