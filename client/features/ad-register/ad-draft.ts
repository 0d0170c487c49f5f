import { useState } from "react";
import type { NewInventoryAd } from "../../../domain/contract/ads-inventory.ts";

export type AdState = NewInventoryAd["state"];

/** What somebody is writing, the picture apart; some phones drop the page while their camera is open, so it outlives that. */
export type AdDraft = {
  /** Makes the registration count once however often it is sent. */
  readonly clientId: string;
  /** Of the ad that is updated; null: a new one. */
  readonly id: string | null;
  readonly position: readonly [lng: number, lat: number] | null;
  /** As the phone said of its position; null where the spot was chosen. */
  readonly accuracyM: number | null;
  readonly carrier: string | null;
  /** Null: not said, empty: it cannot be read. */
  readonly theme: string | null;
  readonly state: AdState | null;
  readonly facing: number | null;
  readonly note: string;
};

const KEY = "wangge.ad.draft";

/** Of this window, kept with every change. */
export function useAdDraft() {
  const [draft, setDraft] = useState<AdDraft>(() => keptDraft() ?? freshDraft());
  function change(part: Partial<AdDraft>): void {
    setDraft((before) => {
      const next = { ...before, ...part };
      keep(next);
      return next;
    });
  }
  /** The next one hangs on the same carrier more often than not. */
  function renew(): void {
    keep(null);
    setDraft((before) => ({ ...freshDraft(), carrier: before.carrier }));
  }
  return { draft, change, renew };
}

function freshDraft(): AdDraft {
  return {
    clientId: freshClientId(),
    id: null,
    position: null,
    accuracyM: null,
    carrier: null,
    theme: null,
    state: null,
    facing: null,
    note: "",
  };
}

/** Also where `randomUUID` is missing: pages that come without TLS. */
function freshClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `ad-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** Storage may be full or refused: then the draft lives as long as the page. */
function keep(draft: AdDraft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Not kept.
  }
}

function keptDraft(): AdDraft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is AdDraft {
  if (typeof value !== "object" || value === null) return false;
  const draft = value as Record<keyof AdDraft, unknown>;
  const isTextOrNull = (each: unknown) => each === null || typeof each === "string";
  const isNumberOrNull = (each: unknown) => each === null || typeof each === "number";
  const { position } = draft;
  return (
    typeof draft.clientId === "string" &&
    typeof draft.note === "string" &&
    [draft.id, draft.carrier, draft.theme, draft.state].every(isTextOrNull) &&
    [draft.accuracyM, draft.facing].every(isNumberOrNull) &&
    (position === null ||
      (Array.isArray(position) &&
        position.length === 2 &&
        position.every((each) => typeof each === "number")))
  );
}
