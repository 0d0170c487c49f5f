import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { AdRuleSet } from "../../../../domain/ads/ad-rules.ts";
import type { AdPreview, AdRulesBody } from "../../../../domain/contract/ads-rules.ts";
import { adsPreviewQuery, saveAdRules } from "../../../api/ad-rules-queries.ts";
import { ADS_KEY, ADS_PLANS_KEY, adsRulesQuery } from "../../../api/ads-queries.ts";
import { type RuleChange, ruleChanges } from "./rule-changes.ts";
import { blankRules, checkedSet, type DraftRules, rulesOf, type Stamp } from "./rule-draft.ts";

/** The rules in force, what was made of them, and what that would change. */
export type RuleDesk = {
  readonly body: AdRulesBody;
  readonly inForce: DraftRules;
  readonly rules: DraftRules;
  change(rules: DraftRules): void;
  drop(): void;
  readonly changes: readonly RuleChange[];
  /** Paths of what is not sound. */
  readonly defects: readonly string[];
  readonly preview: {
    /** Of the draft, or of the one before while that is reckoned. */
    readonly data: AdPreview | undefined;
    readonly isReckoning: boolean;
    readonly error: Error | null;
    retry(): void;
  };
  save(stamp: Stamp, reason: string): Promise<AdRulesBody>;
};

/** What a draft is stamped with until it is saved; the same always, so that its figures are asked for once. */
const DRAFT_STAMP: Stamp = { version: "draft", issuedOn: "2000-01-01", source: "draft" };
const PAUSE_MS = 400;

export function useRuleDesk(body: AdRulesBody): RuleDesk {
  const client = useQueryClient();
  const inForce = useMemo(() => (body.active ? rulesOf(body.active) : blankRules), [body.active]);
  const [draft, setDraft] = useState<DraftRules | null>(null);
  const rules = draft ?? inForce;
  const changes = useMemo(() => ruleChanges(inForce, rules), [inForce, rules]);
  const checked = useMemo(() => checkedSet(rules, DRAFT_STAMP), [rules]);
  const asked = "set" in checked && changes.length > 0 ? checked.set : null;
  const preview = usePreview(asked);

  async function save(stamp: Stamp, reason: string): Promise<AdRulesBody> {
    const saved = checkedSet(rules, stamp);
    if (!("set" in saved)) throw new RangeError(saved.defects.join(", "));
    const after = await saveAdRules(saved.set, reason);
    client.setQueryData(adsRulesQuery.queryKey, after);
    setDraft(null);
    await client.invalidateQueries({ queryKey: [ADS_KEY] });
    await client.invalidateQueries({ queryKey: [ADS_PLANS_KEY] });
    return after;
  }

  const defects = "defects" in checked ? checked.defects : [];
  return {
    body,
    inForce,
    rules,
    change: setDraft,
    drop: () => setDraft(null),
    changes,
    defects,
    preview,
    save,
  };
}

/** Asked for when the hand has rested. */
function usePreview(asked: AdRuleSet | null): RuleDesk["preview"] {
  const [rested, setRested] = useState(asked);
  useEffect(() => {
    const timer = setTimeout(() => setRested(asked), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [asked]);
  const { data, error, isFetching, refetch } = useQuery(adsPreviewQuery(asked && rested));
  return {
    data: asked ? data : undefined,
    isReckoning: asked !== null && (asked !== rested || isFetching),
    error: asked ? error : null,
    retry: () => void refetch(),
  };
}
