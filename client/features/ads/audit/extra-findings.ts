import type { AdAudit, AdExtraFinding } from "../../../../domain/contract/ads.ts";

/** Boards and screens are told by their own lists, with what they lack. */
const TOLD_APART: readonly string[] = ["hoarding-share", "screen-share"];

export type ExtraGroup = {
  readonly kind: string;
  readonly rule: string;
  readonly checked: number;
  readonly broken: readonly AdExtraFinding[];
};

/** What each rule found, worst first within it. */
export function extraGroups({ sums, broken }: NonNullable<AdAudit["extraRules"]>): ExtraGroup[] {
  return sums.flatMap(({ kind, rule, checked }) => {
    if (TOLD_APART.includes(kind) || checked === 0) return [];
    const own = broken
      .filter((each) => each.kind === kind && each.rule === rule)
      .toSorted((a, b) => a.have / (a.need || 1) - b.have / (b.need || 1));
    return [{ kind, rule, checked, broken: own }];
  });
}
