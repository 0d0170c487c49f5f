import { z } from "zod";
import { dutyRoles, scopeTypes } from "./duty.ts";
import { type PlaceClass, placeClasses } from "./recurrence/place-class.ts";

/** The figures of a week, as the page lists them. Shares are 0–1. */
export const briefFigures = [
  "open",
  "overdue",
  "reported",
  "closed",
  "inTime",
  "returns",
  "recurring",
  "rank",
] as const;
export type BriefFigure = (typeof briefFigures)[number];

/** The platform's own measures 平台口径, no figure of the state's. */
export const ownFigures: readonly BriefFigure[] = ["returns", "recurring", "rank"];

/** Those whose growth is bad news; a higher rank number is a worse rank. More reports are no news of the ground. */
export const worseWhenMore: readonly BriefFigure[] = [
  "open",
  "overdue",
  "returns",
  "recurring",
  "rank",
];

/** A figure beside that of the week before; null: no data, which is not zero. */
export const Compared = z.object({
  value: z.number().nullable(),
  before: z.number().nullable(),
  change: z.number().nullable().meta({ description: "value − before; null where one is missing" }),
});
export type Compared = z.infer<typeof Compared>;

export function compared(value: number | null, before: number | null): Compared {
  return { value, before, change: value === null || before === null ? null : value - before };
}

/** Why a week has no figures: before the first report; no duty in it; `left`: none at its end, so that nothing stands open. */
export const briefGaps = ["no-history", "not-in-office", "left"] as const;
export type BriefGap = (typeof briefGaps)[number];

/** Which figures a gap takes away. */
export function isKnown(gap: BriefGap | null, kind: "flow" | "standing"): boolean {
  return gap === null || (gap === "left" && kind === "flow");
}

const Share = z.object({ x: z.number().int(), n: z.number().int() });
const Count = z.number().int();

/** What one week was like for the duties of a person or one of their areas. */
export const WeekCount = z.object({
  reported: Count,
  closed: Count,
  inTime: Share,
  returns: Count,
  open: Count,
  overdue: Count,
});
export type WeekCount = z.infer<typeof WeekCount>;

export function emptyWeek(): WeekCount {
  return { reported: 0, closed: 0, inTime: { x: 0, n: 0 }, returns: 0, open: 0, overdue: 0 };
}

/** Something that a person answered for in the week. */
export const BriefArea = z.object({
  type: z.enum(scopeTypes),
  id: z.string(),
  name: z.string().nullable(),
  roles: z.array(z.enum(dutyRoles)),
  /** Null: from before the week on; until after it. */
  from: z.string().nullable(),
  to: z.string().nullable(),
  isHeldAtEnd: z.boolean(),
  isPart: z.boolean().meta({ description: "A zone within the one zone that is all the ground" }),
  counts: WeekCount,
});
export type BriefArea = z.infer<typeof BriefArea>;

/** A spot that wants somebody: overdue reports of one place, or a place that keeps coming back. */
export const BriefSpot = z.object({
  kind: z.enum(["overdue", "recurring"]),
  name: z.string().nullable(),
  area: z.string().nullable(),
  category: z.string(),
  categoryName: z.string(),
  overdueDays: z.number().int().nullable(),
  /** Overdue reports there. */
  reports: Count,
  /** Of the recurring place, null where it is none. */
  lambda30: z.number().nullable(),
  returns: Count.nullable(),
  class: z.enum(placeClasses).nullable(),
  problemId: z.string().nullable(),
  placeId: Count.nullable(),
  position: z.tuple([z.number(), z.number()]),
});
export type BriefSpot = z.infer<typeof BriefSpot>;

/** Classes as the brief lists them, those that want somebody first. */
export const briefClasses: readonly PlaceClass[] = [
  "intensifying",
  "persistent",
  "new",
  "easing",
  "sporadic",
  "resolved",
  "once",
];

/** Worst first: overdue longest, then recurring by λ30; spots of one place are one. */
export const SPOTS_LISTED = 5;
export const CATEGORIES_LISTED = 5;

/** 一周简报 of one person. Definitions: `domain/text/brief-zh-cn.ts`. */
export const Brief = z.object({
  person: z.string(),
  city: z.string(),
  isDemo: z.boolean(),
  week: z.object({
    from: z.string(),
    to: z.string(),
    at: z.string(),
    number: Count,
    isComplete: z.boolean(),
  }),
  gap: z.enum(briefGaps).nullable(),
  gapBefore: z.enum(briefGaps).nullable(),
  terms: z.array(z.object({ from: z.string(), to: z.string().nullable() })),
  role: z.enum(dutyRoles).nullable(),
  figures: z.object(
    Object.fromEntries(briefFigures.map((name) => [name, Compared])) as Record<
      BriefFigure,
      typeof Compared
    >,
  ),
  inTime: z.object({ week: Share.nullable(), before: Share.nullable() }),
  standing: z.object({ score: Compared, peers: Count.nullable(), scoreDays: Count }),
  classes: z.array(z.object({ class: z.enum(placeClasses), count: Compared })),
  categories: z.array(z.object({ code: z.string(), name: z.string(), count: Compared })),
  areas: z.array(BriefArea),
  spots: z.array(BriefSpot),
});
export type Brief = z.infer<typeof Brief>;
