import { type AdDraft, type AdEdit, applyAdEdit, changesOf } from "./ads-draft.ts";

/** The draft with the ones before it and, after an undo, behind it. */
export type AdDraftHistory = {
  /** As the scenario on the page was asked for. */
  readonly base: AdDraft;
  readonly past: readonly AdDraft[];
  readonly now: AdDraft;
  readonly future: readonly AdDraft[];
  /** The site whose small steps go on; null: the next step begins a row. */
  readonly nudged: string | null;
};

export type AdDraftStep =
  | { readonly do: "edit"; readonly edit: AdEdit }
  | { readonly do: "undo" | "redo" | "discard" }
  | { readonly do: "open"; readonly base: AdDraft };

export function openedDraft(base: AdDraft): AdDraftHistory {
  return { base, past: [], now: base, future: [], nudged: null };
}

export function stepAdDraft(history: AdDraftHistory, step: AdDraftStep): AdDraftHistory {
  const { base, past, now, future } = history;
  switch (step.do) {
    case "edit":
      return edited(history, step.edit);
    case "undo": {
      const before = past.at(-1);
      if (!before) return history;
      const next = [now, ...future];
      return { base, past: past.slice(0, -1), now: before, future: next, nudged: null };
    }
    case "redo": {
      const [next, ...rest] = future;
      return next ? { base, past: [...past, now], now: next, future: rest, nudged: null } : history;
    }
    case "discard":
      return changesOf(base, now).length === 0
        ? history
        : { base, past: [...past, now], now: base, future: [], nudged: null };
    case "open":
      return openedDraft(step.base);
  }
}

function edited(history: AdDraftHistory, edit: AdEdit): AdDraftHistory {
  const { base, past, now, nudged } = history;
  const next = applyAdEdit(now, edit);
  if (next === now) return history;
  const nudge = edit.kind === "move" && edit.isNudge ? edit.site : null;
  const goesOn = nudge !== null && nudge === nudged;
  return { base, past: goesOn ? past : [...past, now], now: next, future: [], nudged: nudge };
}
