import type { AdPlanResult } from "../../../../domain/contract/ads-plans.ts";
import type { AdsPlansText } from "../../../text/ads-plans-zh-cn.ts";

type Words = AdsPlansText["adPlans"];
type Unmet = NonNullable<AdPlanResult["unmet"]>[number];

/** Ads that stay missing: stretches and sides are short of no number of their own. */
export function unmetSum(unmet: readonly Unmet[]): number {
  return unmet
    .filter(({ kind }) => kind === "count" || kind === "area")
    .reduce((sum, { missing }) => sum + missing, 0);
}

/** What is in the way, most first: the code of a barred site, of the plan or of the money. */
export function wayWord(text: Words, reason: string, blocked: (reason: string) => string): string {
  return text.codes[reason] ?? blocked(reason);
}

/** Null where a number of ads is missing. */
export function unmetKindWord(text: Words, { kind }: Unmet): string | null {
  if (kind === "gap") return text.unmetGap;
  return kind === "side" ? text.unmetSide : null;
}
