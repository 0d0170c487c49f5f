import { z } from "zod";
import { TimeLimit } from "./case/time-limit.ts";

/** `E` event 事件 or `P` part 部件, then two digits a level: `E05` ⊃ `E0504`. The bare letters are the two roots. */
export const CategoryCode = z
  .string()
  .regex(/^[EP](\d{2}){0,4}$/, "a category code is E or P and two digits a level, e.g. E0504")
  .brand<"CategoryCode">();
export type CategoryCode = z.infer<typeof CategoryCode>;

/** The five governances 五项治理, a grouping across the tree. */
export const governances = [
  "congestion",
  "dirt",
  "pollution",
  "illegal-building",
  "service",
] as const;
export type Governance = (typeof governances)[number];

export const ProblemCategory = z.strictObject({
  code: CategoryCode,
  name: z.string().min(1).max(60),
  governance: z.enum(governances).optional(),
  /** Time limit in elapsed hours from reportedAt; absent: no limit. */
  dueHours: z
    .number()
    .positive()
    .max(24 * 366)
    .optional(),
  /** Time limit from the dispatch; absent: dueHours, every hour counted. */
  limit: TimeLimit.optional(),
  /** Radius R_k within which two reports are at one place, see RECURRENCE §1. */
  radiusM: z.number().positive().max(500).optional(),
  /** Grace G after a closing within which a report is a late duplicate. */
  graceHours: z
    .number()
    .nonnegative()
    .max(24 * 60)
    .optional(),
  prior: z
    .strictObject({ alpha: z.number().positive(), betaDays: z.number().positive() })
    .optional(),
});
export type ProblemCategory = z.infer<typeof ProblemCategory>;

/**
 * The pack's tree. Codes become small integers (`ordinal`, order of `list`), so that a filter is a lookup in a
 * byte table. A child inherits governance, dueHours, limit, radiusM, graceHours and prior from its nearest ancestor that has
 * them; hours of its own are stronger than an ancestor's limit.
 */
export type CategoryTree = {
  readonly list: readonly ProblemCategory[];
  has(code: string): boolean;
  /** Ordinal of a code; undefined when the tree lacks it. */
  ordinalOf(code: string): number | undefined;
  at(ordinal: number): ProblemCategory;
  /** One byte a category, 1 where its code equals or lies under one of `codes`. */
  subtreeMask(codes: readonly string[]): Uint8Array;
  /** Up to three codes that a person may have meant. */
  nearest(code: string): readonly string[];
  /** Ordinal of the top-level class (`E05` of `E0504`), or of the node itself when it is a root. */
  topOf(ordinal: number): number;
};

const ROOTS: readonly ProblemCategory[] = [
  { code: CategoryCode.parse("E"), name: "事件" },
  { code: CategoryCode.parse("P"), name: "部件" },
];

/** Roots and missing intermediate nodes are added, so every code's ancestors are in the tree. Duplicates: the last wins. */
export function categoryTree(categories: readonly ProblemCategory[]): CategoryTree {
  const byCode = new Map<string, ProblemCategory>(ROOTS.map((root) => [root.code, root]));
  for (const category of categories) {
    for (let length = 1; length < category.code.length; length += 2) {
      const ancestor = category.code.slice(0, length) as CategoryCode;
      if (!byCode.has(ancestor)) byCode.set(ancestor, { code: ancestor, name: ancestor });
    }
    byCode.set(category.code, category);
  }
  const codes = [...byCode.keys()].sort();
  const inherited = new Map<string, ProblemCategory>();
  for (const code of codes) {
    const own = byCode.get(code);
    if (!own) continue;
    const parent = code.length > 1 ? inherited.get(code.slice(0, -2)) : undefined;
    inherited.set(code, parent ? { ...withoutOverruled(parent, own), ...own } : own);
  }
  const list = [...inherited.values()];
  const ordinals = new Map(list.map((category, ordinal) => [category.code as string, ordinal]));

  return {
    list,
    has: (code) => ordinals.has(code),
    ordinalOf: (code) => ordinals.get(code),
    at(ordinal) {
      const category = list[ordinal];
      if (!category) throw new RangeError(`Unknown category ordinal: ${ordinal}`);
      return category;
    },
    subtreeMask(wanted) {
      return Uint8Array.from(list, ({ code }) => (wanted.some((w) => code.startsWith(w)) ? 1 : 0));
    },
    nearest: (code) => nearestCodes(code, list),
    topOf: (ordinal) => ordinals.get(list[ordinal]?.code.slice(0, 3) ?? "") ?? ordinal,
  };
}

function withoutOverruled(parent: ProblemCategory, own: ProblemCategory): ProblemCategory {
  if (own.dueHours === undefined) return parent;
  const { limit, ...rest } = parent;
  return rest;
}

/** What a unit has from the dispatch; null: no limit. */
export function limitOf({ limit, dueHours }: ProblemCategory): TimeLimit | null {
  return limit ?? (dueHours === undefined ? null : { value: dueHours, unit: "urgent-hour" });
}

/** Ranked by the length of the common prefix, then by code; a matching name comes first. */
function nearestCodes(wanted: string, list: readonly ProblemCategory[]): readonly string[] {
  const upper = wanted.toUpperCase();
  return list
    .map(({ code, name }) => {
      let common = 0;
      while (common < code.length && code[common] === upper[common]) common++;
      return {
        code,
        score: name === wanted ? Number.POSITIVE_INFINITY : common * 10 - code.length,
      };
    })
    .sort((a, b) => b.score - a.score || (a.code < b.code ? -1 : 1))
    .slice(0, 3)
    .map(({ code }) => code);
}
