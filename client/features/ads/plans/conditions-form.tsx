import { TaskFrame } from "../../../shell/task-frame.tsx";
import { useAdPlansText } from "../../../text/ads-plans-text.ts";
import { DraftCard } from "./draft-card.tsx";
import { usePlanDesk } from "./plan-desk-state.ts";
import { PlanFields } from "./plan-fields.tsx";

/** Aim, money and scope of the scenario on the page, as edits that can be undone. */
export function ConditionsForm() {
  const text = useAdPlansText();
  const { draft, edit, show } = usePlanDesk();
  return (
    <div className="plan-form">
      <TaskFrame title={text.conditions} hint={text.conditionsHint} onClose={() => show("plan")}>
        <PlanFields draft={draft.now} edit={edit} />
      </TaskFrame>
      <DraftCard />
    </div>
  );
}
