import type { WorkCalendar } from "./work-calendar.ts";

type HolidayYear = Pick<WorkCalendar, "holidays" | "makeUpDays" | "source">;

/** As the State Council arranged them; each year's notice comes out in November of the year before. */
export const chinaHolidays: readonly HolidayYear[] = [
  {
    source: "国务院办公厅关于2025年部分节假日安排的通知（2024年11月12日）",
    holidays: [
      "2025-01-01",
      ["2025-01-28", "2025-02-04"],
      ["2025-04-04", "2025-04-06"],
      ["2025-05-01", "2025-05-05"],
      ["2025-05-31", "2025-06-02"],
      ["2025-10-01", "2025-10-08"],
    ],
    makeUpDays: ["2025-01-26", "2025-02-08", "2025-04-27", "2025-09-28", "2025-10-11"],
  },
  {
    source: "国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）",
    holidays: [
      ["2026-01-01", "2026-01-03"],
      ["2026-02-15", "2026-02-23"],
      ["2026-04-04", "2026-04-06"],
      ["2026-05-01", "2026-05-05"],
      ["2026-06-19", "2026-06-21"],
      ["2026-09-25", "2026-09-27"],
      ["2026-10-01", "2026-10-07"],
    ],
    makeUpDays: [
      "2026-01-04",
      "2026-02-14",
      "2026-02-28",
      "2026-05-09",
      "2026-09-20",
      "2026-10-10",
    ],
  },
];

/** All years that are known, as `settings.calendar` of a pack takes them. */
export function chinaCalendar(): HolidayYear {
  return {
    holidays: chinaHolidays.flatMap(({ holidays }) => holidays),
    makeUpDays: chinaHolidays.flatMap(({ makeUpDays }) => makeUpDays),
    source: chinaHolidays.map(({ source }) => source).join("；"),
  };
}
