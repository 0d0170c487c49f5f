import { count } from "../../../domain/text/count.ts";
import { isEmptyDraft } from "../../../domain/zone-edit/zone-draft.ts";
import { useZonesText } from "../../text/zones-text.ts";
import { DraftPanel } from "./draft-panel.tsx";
import { ExistingFindings } from "./existing-findings.tsx";
import { SavedLine } from "./saved-line.tsx";
import { ToolPanel } from "./tool-panel.tsx";
import { useZoneChange } from "./use-zone-change.ts";
import { useZoneDesk } from "./zone-desk-state.ts";

/** What is picked, what the tool asks for, and what would be saved; without a draft, what is wrong now. */
export function SidePanel({ isRestored }: { readonly isRestored: boolean }) {
  const text = useZonesText().zones;
  const { selected, draft, openCounts } = useZoneDesk();
  const change = useZoneChange();
  const open = selected && openCounts.get(selected.id);
  return (
    <aside className="zone-panel" aria-label={text.title} data-testid="zone-panel">
      <p className="zone-needs-desk">{text.needsDesk}</p>
      {selected && (
        <header>
          <h2>{selected.name}</h2>
          <p className="muted">
            {text.levels[selected.level]} · {selected.id}
            {open !== undefined && ` · ${text.draft.openNow(count(open))}`}
          </p>
        </header>
      )}
      <ToolPanel />
      {isRestored && <p className="zone-said">{text.draft.restored}</p>}
      <SavedLine change={change} />
      {isEmptyDraft(draft) ? <ExistingFindings /> : <DraftPanel change={change} />}
    </aside>
  );
}
