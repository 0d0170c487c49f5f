import { useEffect, useMemo, useReducer, useRef, useState } from "react";
import {
  applyEdit,
  draftedZones,
  emptyDraft,
  type ZoneDraft,
} from "../../../domain/zone-edit/zone-draft.ts";
import { type EditRefusal, isRefused } from "../../../domain/zone-edit/zone-edit.ts";
import type { ZoneShape } from "../../../domain/zone-edit/zone-shape.ts";
import { hasWork, stepDraft } from "./draft-history.ts";
import { basisOf, isStale, keepDraft, keptDraft } from "./kept-draft.ts";
import type { Operation } from "./zone-desk-state.ts";

/** The draft, kept in the browser until it is saved or discarded. */
export function useDraft(cityId: string, base: readonly ZoneShape[]) {
  const [kept] = useState(() => keptDraft(cityId));
  const basis = useRef(kept?.basis ?? {});
  const [history, step] = useReducer(stepDraft, {
    past: [],
    now: kept?.draft ?? emptyDraft,
    future: [],
  });
  const [refused, setRefused] = useState<EditRefusal | null>(null);
  const draft = history.now;
  const zones = useMemo(() => draftedZones(base, draft), [base, draft]);
  useEffect(() => keepDraft(cityId, { draft, basis: basis.current }), [cityId, draft]);

  function put(next: ZoneDraft): void {
    basis.current = basisOf(hasWork(history) ? basis.current : {}, base, next);
    setRefused(null);
    step({ do: "put", draft: next });
  }

  function act(kind: ZoneDraft["kind"], ...operations: readonly Operation[]): boolean {
    let next = draft;
    for (const operation of operations) {
      const outcome = operation(draftedZones(base, next));
      if (isRefused(outcome)) {
        setRefused(outcome.refused);
        return false;
      }
      next = applyEdit(base, next, outcome, kind);
    }
    put(next);
    return true;
  }

  return {
    draft,
    zones,
    put,
    act,
    refused,
    forgive: () => setRefused(null),
    isRestored: kept !== null && history.past.length === 0 && draft === kept.draft,
    isStale: isStale(basis.current, base, draft),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    undo: () => step({ do: "undo" }),
    redo: () => step({ do: "redo" }),
    discard: () => step({ do: "restart", draft: emptyDraft }),
  };
}
