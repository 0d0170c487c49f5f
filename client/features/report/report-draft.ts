import type { Spot } from "../../api/report-queries.ts";
import { freshClientId } from "../../state/fresh-client-id.ts";
import {
  isNumberOrNull,
  isSpotOrNull,
  isTextOrNull,
  useWindowDraft,
} from "../../state/use-window-draft.ts";

/** What somebody is writing, pictures apart. */
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

export function useReportDraft() {
  return useWindowDraft({ key: "wangge.report.draft", fresh: freshDraft, isDraft });
}

function freshDraft(): ReportDraft {
  return {
    clientId: freshClientId("report-"),
    category: null,
    position: null,
    accuracyM: null,
    address: "",
    description: "",
    source: null,
  };
}

function isDraft(value: unknown): value is ReportDraft {
  if (typeof value !== "object" || value === null) return false;
  const draft = value as Record<keyof ReportDraft, unknown>;
  return (
    typeof draft.clientId === "string" &&
    draft.clientId.length >= 16 &&
    typeof draft.address === "string" &&
    typeof draft.description === "string" &&
    [draft.category, draft.source].every(isTextOrNull) &&
    isNumberOrNull(draft.accuracyM) &&
    isSpotOrNull(draft.position)
  );
}
