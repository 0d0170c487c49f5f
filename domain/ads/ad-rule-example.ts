import { z } from "zod";
import { AdRules } from "./ad-rules.ts";
import { sourceMarks } from "./rule-provenance.ts";

/** Rules of a real city to begin with, in numbers that its paper gives; `provenance` says which and what was assumed. */
export const AdRuleExample = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  /** 竹溪县, and what for. */
  name: z.string().min(1).max(100),
  nameEn: z.string().min(1).max(100),
  source: z.string().min(1).max(300),
  address: z.string().max(300),
  mark: z.enum(sourceMarks),
  /** Null: the paper's date is not known. */
  issuedOn: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/)
    .nullable(),
  /** Clauses of the paper that these rules do not hold, and why. */
  leftOut: z.array(z.string().max(400)).default([]),
  rules: AdRules,
});
export type AdRuleExample = z.infer<typeof AdRuleExample>;
