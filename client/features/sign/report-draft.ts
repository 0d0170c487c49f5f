import { freshClientId } from "../../state/fresh-client-id.ts";

/** What somebody has written, until the server has it; `clientId` makes it count once however often it is sent. */
export type ReportDraft = {
  readonly clientId: string;
  readonly category: string | null;
  readonly description: string;
};

const keyOf = (signId: string) => `wangge-report ${signId}`;

export function freshDraft(): ReportDraft {
  return { clientId: freshClientId("sign-"), category: null, description: "" };
}

/** The one that was left on this phone, if any. */
export function keptDraft(signId: string): ReportDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(signId)) ?? "null");
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Storage may be full or refused: then the draft lives as long as the page. */
export function keepDraft(signId: string, draft: ReportDraft | null): void {
  try {
    if (draft === null) localStorage.removeItem(keyOf(signId));
    else localStorage.setItem(keyOf(signId), JSON.stringify(draft));
  } catch {
    // Not kept.
  }
}

function isDraft(value: unknown): value is ReportDraft {
  if (typeof value !== "object" || value === null) return false;
  const { clientId, category, description } = value as Record<string, unknown>;
  return (
    typeof clientId === "string" &&
    clientId !== "" &&
    typeof description === "string" &&
    (category === null || typeof category === "string")
  );
}
