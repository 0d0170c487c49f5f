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
export function extraGroups(rows: AdAudit["extraRules"]): ExtraGroup[] {
  const found = (rows ?? []).filter(({ kind }) => !TOLD_APART.includes(kind));
  const groups = Map.groupBy(found, ({ kind, rule }) => `${kind} ${rule}`);
  return [...groups.values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const broken = all
      .filter(({ ok }) => !ok)
      .toSorted((a, b) => a.have / (a.need || 1) - b.have / (b.need || 1));
    return [{ kind: first.kind, rule: first.rule, checked: all.length, broken }];
  });
}
