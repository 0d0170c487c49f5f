import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { useAdsDesk } from "../ads-desk-state.ts";
import { ExportMenu } from "./export-menu.tsx";
import { usePlanDesk } from "./plan-desk-state.ts";
import { ProofBadge } from "./proof-badge.tsx";

/** What the bar has of plans: undo and redo, the proof, files, work orders. */
export function PlanTools() {
  const text = useAdPlansText();
  const { mode, url } = useAdsDesk();
  const { head, result, draft, step, show } = usePlanDesk();
  if (mode === "audit") return null;
  const steps = [
    { go: "undo", label: text.undo, hint: text.undoHint, isOff: draft.past.length === 0 },
    { go: "redo", label: text.redo, hint: text.redoHint, isOff: draft.future.length === 0 },
  ] as const;
  return (
    <>
      {mode === "plan" &&
        head &&
        steps.map(({ go, label, hint, isOff }) => (
          <button
            type="button"
            className="button"
            key={go}
            title={hint}
            disabled={isOff}
            onClick={() => step({ do: go })}
          >
            {label}
          </button>
        ))}
      {!head && (
        <button type="button" className="button primary" onClick={() => show("new")}>
          {text.new}
        </button>
      )}
      {head && <ProofBadge head={head} />}
      {head && result && <ExportMenu plan={head.id} zone={url.zone} />}
    </>
  );
}
