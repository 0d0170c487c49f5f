import { z } from "zod";

/** `settings.case` of a pack. */
export const CaseSettings = z.object({
  /** What a unit has at least after 返工, in work hours. */
  reworkWorkHours: z.number().positive().max(200).default(4),
});
export type CaseSettings = z.infer<typeof CaseSettings>;
