import { z } from "zod";

/** The filter as every problem read takes it in its query; lists are separated by commas. */
export const FilterQuery = z.object({
  category: z
    .string()
    .optional()
    .meta({ description: "Category codes; each takes its subtree, e.g. E05,P0203" }),
  source: z.string().optional().meta({ description: "Source codes, see /api/city" }),
  status: z
    .string()
    .optional()
    .meta({ description: "open, closed, overdue (overdue is part of open)" }),
  zone: z
    .string()
    .optional()
    .meta({ description: "Zone ids of any level; each takes what lies in it" }),
  person: z
    .string()
    .optional()
    .meta({ description: "Problems these people answered for on the day of the report" }),
  unit: z.string().optional().meta({ description: "The same for units, by id" }),
  line: z.string().optional().meta({
    description:
      "条: ids of units that were the sub-headquarters on the day of the report; none: where no unit was",
  }),
  block: z.string().optional().meta({
    description:
      "块: ids of units that were the implementing unit on the day of the report; none: where no unit was",
  }),
  state: z.string().optional().meta({
    description:
      "Stages of handling: reported, accepted, dispatched, rectified, verified, closed, suspended; as they are now",
  }),
  assignee: z
    .string()
    .optional()
    .meta({ description: "Ids of units that problems were handed to; as they are now" }),
  dueWithin: z
    .string()
    .optional()
    .meta({ description: "Open, not overdue, due within so many hours of asOf (1 … 2000)" }),
  from: z
    .string()
    .optional()
    .meta({ description: "reportedAt ≥ this; ISO 8601 with offset, or YYYY-MM-DD" }),
  to: z.string().optional().meta({ description: "reportedAt < this" }),
  asOf: z.string().optional().meta({ description: "The state as of this time; default now" }),
  bbox: z
    .string()
    .optional()
    .meta({ description: "west,south,east,north in degrees, borders included" }),
});
export type FilterQuery = z.infer<typeof FilterQuery>;

export const filterNames = Object.keys(FilterQuery.shape) as readonly (keyof FilterQuery)[];
