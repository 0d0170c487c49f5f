import { useState } from "react";

/** How a draft begins, how it goes on after one was sent, and what of the storage is one. */
type DraftKind<Draft> = {
  /** Under which the window keeps it. */
  readonly key: string;
  fresh(before: Draft | null): Draft;
  isDraft(value: unknown): value is Draft;
};

/** What somebody is writing, kept with every change: some phones drop the page while their camera is open. */
export function useWindowDraft<Draft extends object>(kind: DraftKind<Draft>) {
  const [draft, setDraft] = useState<Draft>(() => keptDraft(kind) ?? kind.fresh(null));
  function change(part: Partial<Draft>): void {
    setDraft((before) => {
      const next = { ...before, ...part };
      keep(kind.key, next);
      return next;
    });
  }
  function renew(): void {
    keep(kind.key, null);
    setDraft((before) => kind.fresh(before));
  }
  return { draft, change, renew };
}

/** Storage may be full or refused: then the draft lives as long as the page. */
function keep(key: string, draft: object | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
  } catch {
    // Not kept.
  }
}

function keptDraft<Draft>({ key, isDraft }: DraftKind<Draft>): Draft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? "null");
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === "string";
}

export function isNumberOrNull(value: unknown): boolean {
  return value === null || typeof value === "number";
}

export function isSpotOrNull(value: unknown): boolean {
  if (value === null) return true;
  return (
    Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === "number")
  );
}
