import { useState } from "react";
import type { Spot } from "../../api/report-queries.ts";

/** What somebody is writing, pictures apart; some phones drop the page while their camera is open, so it outlives that. */
export type ReportDraft = {
  /** Makes the report count once however often it is sent. */
  readonly clientId: string;
  readonly category: string | null;
  readonly position: Spot | null;
  /** As the phone said of its position; null where the spot was chosen on the map. */
  readonly accuracyM: number | null;
  readonly address: string;
  readonly description: string;
  /** Null: what the role has by default. */
  readonly source: string | null;
};

const KEY = "wangge.report.draft";

/** Of this window, kept with every change. */
export function useReportDraft() {
  const [draft, setDraft] = useState<ReportDraft>(() => keptDraft() ?? freshDraft());
  function change(part: Partial<ReportDraft>): void {
    setDraft((before) => {
      const next = { ...before, ...part };
      keep(next);
      return next;
    });
  }
  function renew(): void {
    keep(null);
    setDraft(freshDraft());
  }
  return { draft, change, renew };
}

function freshDraft(): ReportDraft {
  const clientId = freshClientId();
  return {
    clientId,
    category: null,
    position: null,
    accuracyM: null,
    address: "",
    description: "",
    source: null,
  };
}

/** Also where `randomUUID` is missing: pages that come without TLS. */
function freshClientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `report-${[...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

/** Storage may be full or refused: then the draft lives as long as the page. */
function keep(draft: ReportDraft | null): void {
  try {
    if (draft === null) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify(draft));
  } catch {
    // Not kept.
  }
}

function keptDraft(): ReportDraft | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

function isDraft(value: unknown): value is ReportDraft {
  if (typeof value !== "object" || value === null) return false;
  const { clientId, category, position, accuracyM, address, description, source } = value as Record<
    string,
    unknown
  >;
  const isTextOrNull = (each: unknown) => each === null || typeof each === "string";
  return (
    typeof clientId === "string" &&
    clientId.length >= 16 &&
    isTextOrNull(category) &&
    isTextOrNull(source) &&
    (accuracyM === null || typeof accuracyM === "number") &&
    typeof address === "string" &&
    typeof description === "string" &&
    (position === null ||
      (Array.isArray(position) &&
        position.length === 2 &&
        position.every((each) => typeof each === "number")))
  );
}
