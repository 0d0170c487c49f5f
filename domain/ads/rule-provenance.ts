import { z } from "zod";

/**
 * How far a source is to be relied on. A: a page of government or party paper; B: a copy on a site for sharing documents;
 * C: a mirror; D: a vendor's or a content farm's.
 */
export const sourceMarks = ["A", "B", "C", "D"] as const;

/** 出处: where one number of the rules comes from. */
export const RuleProvenance = z.object({
  /** The words of the paper as they stand there, or its name. */
  source: z.string().max(600).nullish(),
  address: z.string().max(300).nullish(),
  mark: z.enum(sourceMarks).nullish(),
  /** Year, month or day, as far as it is known. */
  issuedOn: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/)
    .nullish(),
  note: z.string().max(600).nullish(),
  /** No paper says so: it had to be taken so that the rest can be reckoned. */
  assumed: z.boolean().nullish(),
});
export type RuleProvenance = z.infer<typeof RuleProvenance>;

/** Provenance by path, as `groups.arterial.perKm` or `windows.every-200m.min`. */
export const ProvenanceByPath = z.record(z.string().min(1).max(200), RuleProvenance);

/** What stands at a path; members of a list by their `id`. Undefined: there is nothing. */
export function valueAt(rules: unknown, path: string): unknown {
  let at: unknown = rules;
  for (const step of path.split(".")) {
    if (Array.isArray(at)) {
      at = at.find((each: unknown) => memberOf(each, "id") === step);
    } else at = memberOf(at, step);
  }
  return at ?? undefined;
}

function memberOf(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
