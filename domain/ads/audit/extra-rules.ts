import type { AdSurvey } from "./audit.ts";
import type { ExtraFinding, ExtraObjects, ExtraRuleKind, Judged } from "./extra-finding.ts";
import { formFindings } from "./form-rules.ts";
import { placeFindings } from "./place-rules.ts";
import { boardFindings, themeFindings } from "./share-rules.ts";
import { windowFindings } from "./window-rules.ts";

export type ExtraRuleCount = {
  readonly checked: number;
  readonly broken: number;
  /** Places drawn as points that no reach was given for. */
  readonly skipped: number;
};
type Rule = { readonly rule: string; readonly kind: ExtraRuleKind };
export type ExtraRuleSum = Rule & ExtraRuleCount;

/**
 * Every demand that S1–S11 do not plan for, on ads that stand in a counted state and a valid form.
 * A road that is no longer than a window is not asked by it.
 */
export function extraRuleFindings(
  survey: AdSurvey,
  objects: ExtraObjects = survey.instance,
): { findings: ExtraFinding[]; sums: ExtraRuleSum[] } {
  const judged = [
    ...windowFindings(survey),
    ...placeFindings(survey, objects.places ?? []),
    ...themeFindings(survey),
    ...formFindings(survey),
    ...boardFindings(survey.instance.rules, objects),
  ];
  const findings = judged.flatMap((each): ExtraFinding[] =>
    "ok" in each ? [{ ...each, isAuditedOnly: true }] : [],
  );
  return { findings, sums: sumsOf(judged) };
}

/** How each rule is kept under two sets of rules; null under the one that does not have it. */
export function comparedSums(
  before: readonly ExtraRuleSum[],
  after: readonly ExtraRuleSum[],
): (Rule & { before: ExtraRuleCount | null; after: ExtraRuleCount | null })[] {
  const keyOf = ({ rule, kind }: Rule) => `${kind} ${rule}`;
  const [was, is] = [before, after].map((sums) => new Map(sums.map((sum) => [keyOf(sum), sum])));
  const rules = new Map([...after, ...before].map((sum) => [keyOf(sum), sum]));
  const countOf = ({ checked, broken, skipped }: ExtraRuleSum) => ({ checked, broken, skipped });
  return [...rules].map(([key, { rule, kind }]) => {
    const [old, now] = [was?.get(key), is?.get(key)];
    return { rule, kind, before: old ? countOf(old) : null, after: now ? countOf(now) : null };
  });
}

function sumsOf(judged: readonly Judged[]): ExtraRuleSum[] {
  return [...Map.groupBy(judged, ({ rule, kind }) => `${kind} ${rule}`).values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const found = all.flatMap((each) => ("ok" in each ? [each.ok] : []));
    const broken = found.filter((isOk) => !isOk).length;
    const { rule, kind } = first;
    return [{ rule, kind, checked: found.length, broken, skipped: all.length - found.length }];
  });
}
