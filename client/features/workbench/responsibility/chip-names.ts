/** Filters that no field of the bar holds. */
export const chipNames = ["unit", "line", "block", "state", "assignee", "dueWithin"] as const;
export type ChipName = (typeof chipNames)[number];
