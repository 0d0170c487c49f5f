import { isEmptyDraft, type ZoneDraft } from "../../../domain/zone-edit/zone-draft.ts";

/** The draft with the ones before it and, after an undo, behind it. */
export type DraftHistory = {
  readonly past: readonly ZoneDraft[];
  readonly now: ZoneDraft;
  readonly future: readonly ZoneDraft[];
};

export type DraftStep =
  | { readonly do: "put"; readonly draft: ZoneDraft }
  | { readonly do: "undo" | "redo" }
  | { readonly do: "restart"; readonly draft: ZoneDraft };

export function stepDraft(history: DraftHistory, step: DraftStep): DraftHistory {
  const { past, now, future } = history;
  switch (step.do) {
    case "put":
      return { past: [...past, now], now: step.draft, future: [] };
    case "undo": {
      const before = past.at(-1);
      return before ? { past: past.slice(0, -1), now: before, future: [now, ...future] } : history;
    }
    case "redo": {
      const [next, ...rest] = future;
      return next ? { past: [...past, now], now: next, future: rest } : history;
    }
    case "restart":
      return { past: [], now: step.draft, future: [] };
  }
}

export function hasWork({ now }: DraftHistory): boolean {
  return !isEmptyDraft(now);
}
