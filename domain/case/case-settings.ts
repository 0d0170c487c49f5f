import { z } from "zod";

/** `settings.case` of a pack. */
export const CaseSettings = z.object({
  /** What a unit has at least after 返工, in work hours. */
  reworkWorkHours: z.number().positive().max(200).default(4),
  /** So long after a closing its reporter is asked whether the outcome is satisfactory 满意度. */
  answerDays: z.number().int().min(1).max(366).default(30),
});
export type CaseSettings = z.infer<typeof CaseSettings>;
