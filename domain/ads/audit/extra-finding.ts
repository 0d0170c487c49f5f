import type { AdSurvey } from "./audit.ts";
import type { Stretch } from "./sparse-stretches.ts";

export const extraRuleKinds = [
  "window",
  "place-count",
  "place-theme",
  "place-spacing",
  "theme-count",
  "form",
  "hoarding-share",
  "screen-share",
] as const;
export type ExtraRuleKind = (typeof extraRuleKinds)[number];

/**
 * One demand of a rule that no plan is made for, held against one road, place or board. `have` and
 * `need` are ads, for `place-spacing` metres, for shares from 0 to 1.
 */
export type ExtraFinding = {
  /** Path of the number in the rules; `own` for a share that a board brings itself. */
  readonly rule: string;
  readonly kind: ExtraRuleKind;
  /** Key of the road, id of the place, hoarding or screen; null: the city. */
  readonly owner: string | null;
  readonly have: number;
  readonly need: number;
  readonly ok: boolean;
  /** Where a road falls short, piece by piece of its axis. */
  readonly where?: readonly (Stretch & { readonly piece: number })[];
  /** The ads that it is about: a pair that stands too near, forms that do not count. */
  readonly ads?: readonly string[];
  readonly isAuditedOnly: true;
};

/** What rules say of one thing, or that it could not be judged. */
export type Judged = Omit<ExtraFinding, "isAuditedOnly"> | { rule: string; kind: ExtraRuleKind };

/** What is judged beside roads; by default what the survey's instance holds, in its metres. */
export type ExtraObjects = Pick<AdSurvey["instance"], "places" | "hoardings" | "screens">;
