import type { NewInventoryAd } from "../../../domain/contract/ads-inventory.ts";
import type { Spot } from "../../api/report-queries.ts";
import { freshClientId } from "../../state/fresh-client-id.ts";
import {
  isNumberOrNull,
  isSpotOrNull,
  isTextOrNull,
  useWindowDraft,
} from "../../state/use-window-draft.ts";

export type AdState = NewInventoryAd["state"];

/** What somebody is writing, the picture apart. */
export type AdDraft = {
  /** Makes the registration count once however often it is sent. */
  readonly clientId: string;
  /** Of the ad that is updated; null: a new one. */
  readonly id: string | null;
  readonly position: Spot | null;
  /** As the phone said of its position; null where the spot was chosen. */
  readonly accuracyM: number | null;
  readonly carrier: string | null;
  /** Null: not said, empty: it cannot be read. */
  readonly theme: string | null;
  readonly state: AdState | null;
  readonly facing: number | null;
  readonly note: string;
};

export function useAdDraft() {
  return useWindowDraft({ key: "wangge.ad.draft", fresh: freshDraft, isDraft });
}

/** The next one hangs on the same carrier more often than not. */
function freshDraft(before: AdDraft | null): AdDraft {
  return {
    clientId: freshClientId("ad-"),
    id: null,
    position: null,
    accuracyM: null,
    carrier: before?.carrier ?? null,
    theme: null,
    state: null,
    facing: null,
    note: "",
  };
}

function isDraft(value: unknown): value is AdDraft {
  if (typeof value !== "object" || value === null) return false;
  const draft = value as Record<keyof AdDraft, unknown>;
  return (
    typeof draft.clientId === "string" &&
    typeof draft.note === "string" &&
    [draft.id, draft.carrier, draft.theme, draft.state].every(isTextOrNull) &&
    [draft.accuracyM, draft.facing].every(isNumberOrNull) &&
    isSpotOrNull(draft.position)
  );
}
