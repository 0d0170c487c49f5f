import { z } from "zod";

const id = z.string().min(1).max(100);

export const ZoneId = id.brand<"ZoneId">();
export type ZoneId = z.infer<typeof ZoneId>;

export const SectionId = id.brand<"SectionId">();
export type SectionId = z.infer<typeof SectionId>;

export const RiverId = id.brand<"RiverId">();
export type RiverId = z.infer<typeof RiverId>;

export const UnitId = id.brand<"UnitId">();
export type UnitId = z.infer<typeof UnitId>;

export const DutyId = id.brand<"DutyId">();
export type DutyId = z.infer<typeof DutyId>;

export const ProblemId = id.brand<"ProblemId">();
export type ProblemId = z.infer<typeof ProblemId>;
