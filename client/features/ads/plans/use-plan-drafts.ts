import { useCallback, useMemo, useState } from "react";
import type { AdPlanHead } from "../../../../domain/contract/ads-plans.ts";
import { type AdEdit, changesOf, draftOf, emptyAdDraft } from "../../../state/ads-draft.ts";
import {
  type AdDraftHistory,
  type AdDraftStep,
  openedDraft,
  stepAdDraft,
} from "../../../state/ads-draft-history.ts";

/** The edits of each scenario by its id, so that looking at another one loses none. */
export function usePlanDrafts(head: AdPlanHead | undefined) {
  const [drafts, setDrafts] = useState<ReadonlyMap<string, AdDraftHistory>>(() => new Map());
  const id = head?.id ?? "";
  const asked = head?.asked;
  const fresh = useMemo(() => openedDraft(asked ? draftOf(asked) : emptyAdDraft), [asked]);
  const draft = drafts.get(id) ?? fresh;
  const step = useCallback(
    (next: AdDraftStep) =>
      setDrafts((before) => {
        const own = before.get(id) ?? fresh;
        const after = stepAdDraft(own, next);
        return after === own ? before : new Map(before).set(id, after);
      }),
    [id, fresh],
  );
  const edit = useCallback((each: AdEdit) => step({ do: "edit", edit: each }), [step]);
  const changes = useMemo(() => changesOf(draft.base, draft.now), [draft]);
  return { draft, step, edit, changes };
}
