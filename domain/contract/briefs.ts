import { z } from "zod";
import { Brief } from "../brief.ts";
import { dutyRoles } from "../duty.ts";

export const BriefBody = Brief;
export type BriefBody = z.infer<typeof BriefBody>;

/** Everyone who held a role in a week, to choose a brief from. */
export const BriefPeople = z.object({
  role: z.enum(dutyRoles),
  week: Brief.shape.week,
  hasHistory: z.boolean().meta({ description: "False before the first report: zeros say nothing" }),
  pagesMax: z.number().int().meta({ description: "Of a batch" }),
  people: z.array(
    z.object({
      person: z.string(),
      areas: z.number().int(),
      isHeldAtEnd: z.boolean(),
      open: z.number().int().nullable(),
      overdue: z.number().int().nullable(),
      reported: z.number().int(),
      closed: z.number().int(),
      returns: z.number().int(),
    }),
  ),
});
export type BriefPeople = z.infer<typeof BriefPeople>;
