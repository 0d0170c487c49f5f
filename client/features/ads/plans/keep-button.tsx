import type { AdSpot } from "../../../../domain/contract/ads.ts";
import { lockOf } from "../../../state/ads-draft.ts";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { usePlanDesk } from "./plan-desk-state.ts";

/** Whether a plan may choose its repair. */
export function isRepairable({ counts, repairCost, state }: AdSpot): boolean {
  return !counts && repairCost !== null && state !== "removed";
}

/** 保持现状: the next plan leaves an ad as it is. */
export function KeepButton({ ad }: { readonly ad: AdSpot }) {
  const { acts } = useAdPlansText();
  const { draft, edit, result } = usePlanDesk();
  if (!result || !isRepairable(ad)) return null;
  const isKept = lockOf(draft.now, ad.id) === "never";
  return (
    <p className="plan-buttons">
      <button
        type="button"
        className="button"
        aria-pressed={isKept}
        onClick={() => edit({ kind: "lock", site: ad.id, lock: isKept ? "free" : "never" })}
      >
        {isKept ? acts.keepOff : acts.keep}
      </button>
    </p>
  );
}
